/** How does one lesson stand on the page: its steps, the step that is open, what to keep? mock/lesson. */
import { type ReactElement, useEffect, useLayoutEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { CATALOGUE, type Entry } from '../../lessons/catalogue.ts'
import type { LessonToken } from '../../lessons/lessonToken.ts'
import { openStep, stepKey } from '../../state/lessonStore.ts'
import { preferencesStore } from '../../state/preferencesStore.ts'
import { goTo } from '../route.ts'
import { stepsDone } from './isFinished.ts'
import { type LessonAddress, stepAddress } from './lessonAddress.ts'
import { LessonText } from './LessonText.tsx'
import css from './LessonView.module.css'
import { OpenInDebugger } from './OpenInDebugger.tsx'
import { LessonSheet } from './print/LessonSheet.tsx'
import { Steps } from './Steps.tsx'
import { StepView } from './StepView.tsx'
import { TeacherPane } from './TeacherPane.tsx'
import { useGiveBack } from './useGiveBack.ts'
import { useLessonToken } from './useLessonToken.ts'

interface Props {
  entry: Entry
  address: LessonAddress
}

export function LessonView({ entry, address }: Props): ReactElement {
  const { lesson, number } = entry
  const { slug, steps, title, minutes } = lesson
  const key = stepKey(slug, address.step)
  const pastes = useGiveBack()
  useLayoutEffect(() => openStep(key), [key])
  const token = useLessonToken(lesson.needs, address.sample)
  const goal = useFocusOnNewStep(key)
  const step = steps[address.step - 1]
  return (
    <div className={css['page']}>
      <div className={css['head']}>
        <h1>
          {number !== null && <span className={css['number']}>{number}</span>}
          {number !== null && ' '}
          {title}
        </h1>
        <span className={css['minutes']}>{minutes} minutes</span>
        <button type="button" className={`link ${css['print']}`} onClick={() => print()}>
          Print
          <span className="visually-hidden"> the lesson sheet</span>
        </button>
        <span className={css['place']}>
          Step {address.step} of {steps.length}
        </span>
        <Steps lesson={lesson} address={address} />
      </div>
      {address.unknown.length > 0 && (
        <p className={css['unknown']} role="status" aria-label="Link" data-state="warning">
          This link asks for what this page does not know: {address.unknown.join(', ')}. The rest of
          it was applied.
        </p>
      )}
      {step && token && (
        <StepView
          key={`${key} ${pastes} ${token.text}`}
          lesson={lesson}
          step={step}
          address={address}
          token={token}
          goalRef={goal}
        />
      )}
      {!token && <p className={css['unknown']}>The example of this link is being made.</p>}
      <Foot entry={entry} address={address} token={token} />
      {token && (
        <LessonSheet lesson={lesson} number={number} token={token} isTeacher={address.isTeacher} />
      )}
      {address.isTeacher && <TeacherPane lesson={lesson} token={token} />}
    </div>
  )
}

/** Whoever goes on begins at the new step's first sentence, also with the keyboard. */
function useFocusOnNewStep(key: string): React.RefObject<HTMLHeadingElement | null> {
  const goal = useRef<HTMLHeadingElement>(null)
  const shown = useRef(key)
  useEffect(() => {
    if (shown.current === key) return
    shown.current = key
    goal.current?.focus({ preventScroll: true })
    scrollTo(0, 0)
  }, [key])
  return goal
}

function Foot({ entry, address, token }: Props & { token: LessonToken | null }): ReactElement {
  const { slug, aha } = entry.lesson
  const { step } = address
  // said before, it would answer what is still to be guessed
  const isEarned = useStore(
    preferencesStore,
    ({ finished = [] }) => stepsDone(entry.lesson, finished) > 0,
  )
  return (
    <div className={css['foot']}>
      <a className="button" href={step === 1 ? '#/learn' : stepAddress(slug, step - 1, address)}>
        <Arrow isBack />
        Back
      </a>
      <p className={css['aha']}>
        <span>What to keep</span>
        <b>
          <LessonText text={isEarned ? aha : 'It stands here once you have done a step.'} />
        </b>
      </p>
      {token && <OpenInDebugger token={token} />}
      <button
        type="button"
        className={`button ${css['primary']}`}
        onClick={() => goTo(addressAfter(entry, address))}
      >
        Next
        <Arrow />
      </button>
    </div>
  )
}

/** The next step, after the last one the next lesson, after the last lesson the list. */
function addressAfter({ lesson }: Entry, address: LessonAddress): string {
  if (address.step < lesson.steps.length) return stepAddress(lesson.slug, address.step + 1, address)
  const place = CATALOGUE.findIndex((entry) => entry.lesson === lesson)
  const next = CATALOGUE[place + 1]
  const { isTeacher } = address
  return next ? stepAddress(next.lesson.slug, 1, { isTeacher, sample: null }) : '#/learn'
}

function Arrow({ isBack }: { isBack?: true }): ReactElement {
  return (
    <svg className="icon" width="16" height="16" aria-hidden="true">
      <path d={isBack ? 'M14 8H3M6.5 4.5L3 8l3.5 3.5' : 'M2 8h11M9.5 4.5L13 8l-3.5 3.5'} />
    </svg>
  )
}
