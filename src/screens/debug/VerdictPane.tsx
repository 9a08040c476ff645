/** What is true of this token: two answers in large type, five reasons beside them. */
import { type ReactElement, Suspense } from 'react'
import { useStore } from 'zustand'
import type { Phrase } from '../../judgement/headline.ts'
import { clock, instantOf } from '../../state/clock.ts'
import { inspectorStore } from '../../state/inspectorStore.ts'
import { judgementOf } from '../../state/inspectorView.ts'
import { Prose } from '../../ui/Prose.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { CountdownAnnouncer } from '../late.ts'
import css from './VerdictPane.module.css'

export function VerdictPane(): ReactElement {
  const inspector = useStore(inspectorStore)
  const now = useStore(clock, instantOf) ?? 0
  const { headline, rungs } = judgementOf(inspector, now)
  return (
    <section className={css['verdict']} aria-label="Verdict">
      <div id="verdict" className={css['headline']} tabIndex={-1}>
        <div role="status">
          {headline.what && <p className={css['what']}>{headline.what} </p>}
          {headline.answers.map((answer, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- first and second answer
            <p key={index} className={css['answer']}>
              {answer.map((phrase, place) => (
                // oxlint-disable-next-line react/no-array-index-key -- pieces of one sentence
                <Piece key={place} phrase={phrase} follows={answer[place - 1]} />
              ))}{' '}
            </p>
          ))}
        </div>
        <Suspense>
          <CountdownAnnouncer />
        </Suspense>
      </div>
      <ol className={css['ladder']} aria-label="Checks">
        {rungs.map(({ name, state, reason }, index) => (
          <li key={name} className={css['rung']} data-rung={name}>
            <StateMark state={state} />
            <button
              type="button"
              className={css['name']}
              // one stop for all five: arrow keys go on from there
              tabIndex={index && -1}
              aria-label={`${name}: show where it is decided`}
            >
              {name}
            </button>{' '}
            <span className={css['state']} data-state={state}>
              {state}
            </span>{' '}
            <span className={css['why']}>
              <Prose text={reason} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

interface PieceProps {
  phrase: Phrase
  follows: Phrase | undefined
}

/** Pieces of one lead stand together; a blank parts the lead from what follows. */
function Piece({ phrase, follows }: PieceProps): ReactElement | null {
  const { text, isLead, state, isTicking } = phrase
  if (text === '') return null
  const blank = follows && (follows.isLead !== isLead || follows.state !== state) ? ' ' : ''
  const said = isTicking ? (
    <span role="timer" aria-live="off">
      {text}
    </span>
  ) : (
    <Prose text={text} />
  )
  return (
    <>
      {blank}
      {isLead ? <b data-state={state ?? undefined}>{said}</b> : said}
    </>
  )
}
