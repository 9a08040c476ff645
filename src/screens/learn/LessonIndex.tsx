/** Which lessons are there, how far has the learner come, and where to go on? mock/learn. */
import type { ReactElement } from 'react'
import { useStore } from 'zustand'
import { CATALOGUE, type Entry, entryNamed, type Path, PATHS } from '../../lessons/catalogue.ts'
import { resetLessons } from '../../state/lessonStore.ts'
import { preferencesStore } from '../../state/preferencesStore.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Glyph } from './Glyph.tsx'
import { stepsDone, tellFinished } from './isFinished.ts'
import css from './LessonIndex.module.css'
import { PrintPane } from './print/PrintPane.tsx'

interface Props {
  /** Why the list is shown instead of a lesson, a sentence; null where it was asked for. */
  trouble: string | null
}

export function LessonIndex({ trouble }: Props): ReactElement {
  const { finished = [], lastStep = '' } = useStore(preferencesStore)
  const next = continueAt(lastStep)
  return (
    <div className={css['index']}>
      <div>
        <h1>Learn</h1>
        {trouble !== null && (
          <p role="status" aria-label="Link" className={css['trouble']}>
            {trouble}
          </p>
        )}
        <p className={css['lead']}>
          Short lessons on a token of your own. You guess first, then you try it, then you read why.
        </p>
        <Continue at={next} finished={finished} />
        <Paths />
        <PrintPane />
        <p className={css['fine']}>
          Lessons use the token in the Debugger, or an example. Nothing you paste leaves this tab;
          your ticks are kept on this device only.
        </p>
        {finished.length > 0 && (
          <button type="button" className="link" onClick={resetLessons}>
            Forget my ticks
          </button>
        )}
      </div>
      <ol className={css['toc']} aria-label="Lessons">
        {CATALOGUE.map((entry, place) => (
          <Row
            key={entry.lesson.slug}
            entry={entry}
            isFirst={CATALOGUE[place - 1]?.group !== entry.group}
            isCurrent={entry === next?.entry}
            finished={finished}
          />
        ))}
      </ol>
    </div>
  )
}

interface Place {
  entry: Entry
  step: number
}

/** Where *Continue* leads; null before anything was opened. */
function continueAt(lastStep: string): Place | null {
  const [slug = '', number = ''] = lastStep.split('/')
  const entry = entryNamed(slug)
  const step = Number(number)
  return entry && step >= 1 && step <= entry.lesson.steps.length ? { entry, step } : null
}

function Continue({
  at,
  finished,
}: {
  at: Place | null
  finished: readonly string[]
}): ReactElement {
  const first = CATALOGUE[0]
  const lesson = at?.entry.lesson ?? first?.lesson
  const step = at?.step ?? 1
  return (
    <div className={css['continue']}>
      {at && lesson && (
        <>
          <p>
            <b>{at.entry.number === null ? lesson.title : `${at.entry.number}, ${lesson.title}`}</b>
          </p>
          <p className={css['muted']}>
            Step {step} of {lesson.steps.length}, about {minutesLeft(at)} left
          </p>
        </>
      )}
      <a className={`button ${css['primary']}`} href={`#/learn/${lesson?.slug ?? ''}/${step}`}>
        {at ? 'Continue' : 'Begin'}
      </a>
      <div className={css['bar']} role="img" aria-label={`${tellFinished(finished)} finished`}>
        {CATALOGUE.map(({ lesson: { slug, steps }, lesson: one }) => (
          <i key={slug}>
            <b style={{ width: `${(100 * stepsDone(one, finished)) / steps.length}%` }} />
          </i>
        ))}
      </div>
    </div>
  )
}

function minutesLeft({ entry, step }: Place): string {
  const { teacher } = entry.lesson
  const minutes = teacher.minutes.slice(step - 1).reduce((sum, one) => sum + one, 0)
  return minutes === 1 ? '1 minute' : `${minutes} minutes`
}

function Paths(): ReactElement {
  return (
    <section className={css['paths']} aria-labelledby="short-on-time">
      <h2 id="short-on-time">Short on time</h2>
      <ul>
        {PATHS.map((path) => (
          <PathLine key={path.who} path={path} />
        ))}
      </ul>
    </section>
  )
}

function PathLine({ path }: { path: Path }): ReactElement | null {
  const entries = path.slugs.flatMap((slug) => entryNamed(slug) ?? [])
  const [first] = entries
  if (!first) return null
  const numbers = entries.map(({ number }) => number).join(', ')
  return (
    <li>
      <a href={`#/learn/${first.lesson.slug}/1`}>{path.who}</a>
      <span>
        <span className="visually-hidden">Lessons </span>
        {numbers}
        {path.thenSession && (
          <>
            , then <a href="#/session">Session</a>
          </>
        )}
      </span>
    </li>
  )
}

interface RowProps {
  entry: Entry
  isFirst: boolean
  isCurrent: boolean
  finished: readonly string[]
}

function Row({ entry, isFirst, isCurrent, finished }: RowProps): ReactElement {
  const { number, group, lesson } = entry
  const { slug, title, hook, minutes, steps } = lesson
  const done = stepsDone(lesson, finished)
  return (
    <li aria-current={isCurrent || undefined} data-first={isFirst || undefined}>
      <span className={css['group']}>{isFirst && group}</span>
      <span className={css['number']}>{number}</span>
      <Glyph slug={slug} />
      <a href={`#/learn/${slug}/1`}>
        <b>{title}</b>
        <span>{hook}</span>
      </a>
      <span className={css['standing']}>
        {done === steps.length ? (
          <>
            <Icon name="check" />
            done
          </>
        ) : done > 0 ? (
          `${done} of ${steps.length} steps`
        ) : (
          `${minutes} min`
        )}
      </span>
    </li>
  )
}
