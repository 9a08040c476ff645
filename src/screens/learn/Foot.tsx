/** What stands at the end of a step and stays in sight: that it is done, what to keep, the way on? mock/lesson. */
import type { ReactElement } from 'react'
import { useStore } from 'zustand'
import { CATALOGUE, type Entry } from '../../lessons/catalogue.ts'
import type { LessonToken } from '../../lessons/lessonToken.ts'
import { preferencesStore } from '../../state/preferencesStore.ts'
import { Icon } from '../../ui/Icon.tsx'
import { goTo } from '../route.ts'
import css from './Foot.module.css'
import { stepsDone } from './isFinished.ts'
import { type LessonAddress, stepAddress } from './lessonAddress.ts'
import { LessonText } from './LessonText.tsx'
import { OpenInDebugger } from './OpenInDebugger.tsx'

interface Props {
  entry: Entry
  address: LessonAddress
  /** null while it is being made. */
  token: LessonToken | null
  /** Leads to the explanation of what has just been made to happen; left out while there is none. */
  onExplain?: (() => void) | null
}

export function Foot({ entry, address, token, onExplain = null }: Props): ReactElement {
  const { slug, aha } = entry.lesson
  const { step } = address
  // said before, it would answer what is still to be guessed
  const isEarned = useStore(
    preferencesStore,
    ({ finished = [] }) => stepsDone(entry.lesson, finished) > 0,
  )
  return (
    <div className={css['dock']}>
      {onExplain && <Done onExplain={onExplain} />}
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
    </div>
  )
}

/** What the trial showed stands further up, often out of sight. */
function Done({ onExplain }: { onExplain: () => void }): ReactElement {
  return (
    <p className={css['done']}>
      <Icon name="check" />
      <b>This step is done.</b>
      <button type="button" className="link" onClick={onExplain}>
        Read why
      </button>
    </p>
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
