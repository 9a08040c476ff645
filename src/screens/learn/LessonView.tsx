/** How does one lesson stand on the page: its steps, the step that is open, what to keep? mock/lesson. */
import { type ReactElement, useLayoutEffect, useRef } from 'react'
import type { Entry } from '../../lessons/catalogue.ts'
import { openStep, stepKey } from '../../state/lessonStore.ts'
import { Foot } from './Foot.tsx'
import type { LessonAddress } from './lessonAddress.ts'
import css from './LessonView.module.css'
import { LessonSheet } from './print/LessonSheet.tsx'
import { usePrinting } from './print/usePrinting.ts'
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
  const { outcomes, printSheet } = usePrinting(lesson, token)
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
        <button type="button" className={`link ${css['print']}`} onClick={printSheet}>
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
          entry={entry}
          step={step}
          address={address}
          token={token}
          goalRef={goal}
        />
      )}
      {!token && (
        <>
          <p className={css['unknown']}>The example of this link is being made.</p>
          <Foot entry={entry} address={address} token={null} />
        </>
      )}
      {token && (
        <LessonSheet
          lesson={lesson}
          number={number}
          token={token}
          isTeacher={address.isTeacher}
          outcomes={outcomes}
        />
      )}
      {address.isTeacher && <TeacherPane lesson={lesson} token={token} />}
    </div>
  )
}

/** Whoever goes on begins at the new step's first sentence, also with the keyboard, also in another lesson. */
function useFocusOnNewStep(key: string): React.RefObject<HTMLHeadingElement | null> {
  const goal = useRef<HTMLHeadingElement>(null)
  const shown = useRef<string>(null)
  useLayoutEffect(() => {
    scrollTo(0, 0)
    if (shown.current !== null && shown.current !== key)
      goal.current?.focus({ preventScroll: true })
    shown.current = key
  }, [key])
  return goal
}
