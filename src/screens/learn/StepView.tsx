/** How does a step go: read, guess, try, and see why? ux.md 5.1. */
import { type ReactElement, type RefObject, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { BoardState } from '../../lessons/boards.ts'
import type { Lesson, Step } from '../../lessons/lesson.ts'
import type { LessonToken } from '../../lessons/lessonToken.ts'
import {
  keepBoard,
  lessonStore,
  progressAt,
  reachGoal,
  restartBoard,
  stepKey,
} from '../../state/lessonStore.ts'
import { Icon } from '../../ui/Icon.tsx'
import { BoardView } from './BoardView.tsx'
import { Cover } from './Cover.tsx'
import { Guesses } from './Guesses.tsx'
import { type LessonAddress, stepAddress } from './lessonAddress.ts'
import { LessonText } from './LessonText.tsx'
import { Notes } from './Notes.tsx'
import { Predict } from './Predict.tsx'
import css from './StepView.module.css'
import { useSeen } from './useSeen.ts'

interface Props {
  lesson: Lesson
  step: Step
  address: LessonAddress
  token: LessonToken
  goalRef: RefObject<HTMLHeadingElement | null>
}

export function StepView({ lesson, step, address, token, goalRef }: Props): ReactElement {
  const key = stepKey(lesson.slug, address.step)
  const { board, isReached, guess, isChecked } = useStore(lessonStore, (lessons) =>
    progressAt(lessons, key),
  )
  const [begun] = useState(() => step.start(token))
  const [round, setRound] = useState(0)
  const [isUncovered, setUncovered] = useState(!step.isCovered || board !== null || isReached)
  // another guess afterwards covers nothing
  if (!isUncovered && isChecked && guess !== null) setUncovered(true)
  const state = board?.token === token.text ? board.state : begun
  const seen = useSeen(step, state)
  const isMet = seen !== null && step.goal(seen, token)
  useEffect(() => {
    if (isMet) reachGoal(key)
  }, [isMet, key])
  const change = (next: BoardState): void => keepBoard(key, next, token.text)
  const restart = (): void => {
    restartBoard(key)
    setRound(round + 1)
  }
  const said = seen && tellState(step, seen, token, isMet)
  return (
    <div className={css['lesson']}>
      <div className={css['read']}>
        <h2 ref={goalRef} className={css['hook']} tabIndex={-1}>
          <LessonText text={step.hook} />
        </h2>
        {step.tell(token).map((text) => (
          <p key={text}>
            <LessonText text={text} />
          </p>
        ))}
        <Predict stepKey={key} prediction={step.prediction?.(token) ?? null} />
        <section className={css['part']} aria-label="Try it">
          <h3>Try it</h3>
          <p className={css['task']}>
            {isReached && (
              <span className={css['tick']}>
                <Icon name="check" />
                <span className="visually-hidden">Done: </span>
              </span>
            )}
            <span>
              <LessonText text={step.task} />
            </span>
          </p>
        </section>
        <div role="status" aria-label="Feedback" className={css['feedback']}>
          <GuessReason stepKey={key} step={step} token={token} />
          {said !== null && (
            <p>
              <LessonText text={said} />
            </p>
          )}
        </div>
        {isMet && (
          <section className={`${css['part']} ${css['explain']}`} aria-label="Explain">
            <h3>Explain</h3>
            {step.explain(seen, token).map((text) => (
              <p key={text}>
                <LessonText text={text} />
              </p>
            ))}
          </section>
        )}
        <Notes notes={step.notes ?? []} />
        {address.step === lesson.steps.length && <Guesses lesson={lesson} token={token} />}
      </div>
      <div className={css['bench']}>
        <div className={css['bhead']}>
          {step.about !== undefined && <h3>{step.about}</h3>}
          {step.about === undefined && (step.board === 'token' || lesson.needs !== 'example') && (
            <>
              <h3>{token.name}</h3>
              <span>{token.reason}</span>
              <a href={exampleAddress(lesson, address)}>
                {address.sample === null ? 'Use John Doe’s token' : 'Use the Debugger’s token'}
              </a>
            </>
          )}
          {board !== null && (
            <button type="button" className="link" onClick={restart}>
              Start over
            </button>
          )}
        </div>
        {isUncovered ? (
          <BoardView key={round} step={step} state={state} onChange={change} token={token} />
        ) : (
          <Cover onLift={() => setUncovered(true)} />
        )}
      </div>
    </div>
  )
}

const exampleAddress = ({ slug }: Lesson, { step, isTeacher, sample }: LessonAddress): string =>
  stepAddress(slug, step, { isTeacher, sample: sample === null ? 'notes-example' : null })

const MET = 'Done: you made it happen.'

function tellState(
  step: Step,
  seen: Parameters<Step['goal']>[0],
  token: LessonToken,
  isMet: boolean,
): string | null {
  const said = step.feedback?.(seen, token) ?? null
  return said ?? (isMet ? MET : null)
}

interface ReasonProps {
  stepKey: string
  step: Step
  token: LessonToken
}

/** The reason for that very answer. */
function GuessReason({ stepKey: key, step, token }: ReasonProps): ReactElement | null {
  const { guess, isChecked } = useStore(lessonStore, (lessons) => progressAt(lessons, key))
  if (!isChecked || step.prediction === null) return null
  if (guess === null) return <p>Choose an answer first, then check it.</p>
  const choice = step.prediction(token).choices[guess]
  if (!choice) return null
  return (
    <p>
      <b>{choice.isRight ? 'That is right.' : 'Not quite.'}</b> <LessonText text={choice.reason} />
    </p>
  )
}
