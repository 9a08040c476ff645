/** How does a step go: read, guess, try, and see why? ux.md 5.1. */
import { type ReactElement, type RefObject, useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { BoardState } from '../../lessons/boards.ts'
import type { Entry } from '../../lessons/catalogue.ts'
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
import { Foot } from './Foot.tsx'
import { GuessReason } from './GuessReason.tsx'
import { Guesses } from './Guesses.tsx'
import { type LessonAddress, stepAddress } from './lessonAddress.ts'
import { LessonText } from './LessonText.tsx'
import { Notes } from './Notes.tsx'
import { Predict } from './Predict.tsx'
import css from './StepView.module.css'
import { useSeen } from './useSeen.ts'

interface Props {
  entry: Entry
  step: Step
  address: LessonAddress
  token: LessonToken
  goalRef: RefObject<HTMLHeadingElement | null>
}

export function StepView({ entry, step, address, token, goalRef }: Props): ReactElement {
  const { lesson } = entry
  const key = stepKey(lesson.slug, address.step)
  const { board, isReached, guess, isChecked } = useStore(lessonStore, (lessons) =>
    progressAt(lessons, key),
  )
  const [begun] = useState(() => step.start(token))
  const [round, setRound] = useState(0)
  const [isUncovered, setUncovered] = useState(!step.isCovered || board !== null || isReached)
  // another guess afterwards covers nothing
  if (!isUncovered && isChecked && guess !== null) setUncovered(true)
  const prediction = step.prediction?.(token) ?? null
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
  const said = seen && tellState(step, seen, token, isMet, board !== null)
  const explained = useRef<HTMLHeadingElement>(null)
  const explain = (): void => {
    explained.current?.focus({ preventScroll: true })
    explained.current?.parentElement?.scrollIntoView({ block: 'nearest' })
  }
  return (
    <>
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
          <Predict stepKey={key} prediction={prediction} />
          <div role="status" aria-label="Feedback" className={css['feedback']}>
            {/* without anything in it, it would not be in the tree of whoever listens */}
            <span className="visually-hidden" />
            <GuessReason stepKey={key} prediction={prediction} />
            {said !== null && (
              <p className={css['said']}>
                <LessonText text={said} />
              </p>
            )}
          </div>
          <section className={`${css['part']} ${css['try']}`} aria-label="Try it">
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
          {isMet && (
            <section className={`${css['part']} ${css['explain']}`} aria-label="Explain">
              <h3 ref={explained} tabIndex={-1}>
                Explain
              </h3>
              {step.explain(seen, token).map((text) => (
                <p key={text}>
                  <LessonText text={text} />
                </p>
              ))}
            </section>
          )}
          <Notes
            notes={(step.notes ?? []).filter(({ isAnswer }) => !isAnswer || isChecked || isReached)}
          />
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
      <Foot entry={entry} address={address} token={token} onExplain={isMet ? explain : null} />
    </>
  )
}

const exampleAddress = ({ slug }: Lesson, { step, isTeacher, sample }: LessonAddress): string =>
  stepAddress(slug, step, { isTeacher, sample: sample === null ? 'notes-example' : null })

const MET = 'Done: you made it happen.'

/** Nothing before the board was touched: what is missing then stands in the task. */
function tellState(
  step: Step,
  seen: Parameters<Step['goal']>[0],
  token: LessonToken,
  isMet: boolean,
  isTouched: boolean,
): string | null {
  const said = isTouched || isMet ? step.feedback(seen, token) : null
  return said ?? (isMet ? MET : null)
}
