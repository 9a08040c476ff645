/** Which token is in time at this moment, and for how long? Said aloud only when that changes, and as the end comes near. */
import { type ReactElement, useEffect, useRef, useState } from 'react'
import { tellCountdown } from '../../../claims/countdown.ts'
import { tellDuration } from '../../../claims/duration.ts'
import type { Observation, ObservedToken } from '../../../claims/observe.ts'
import css from './Observed.module.css'

interface Props {
  observation: Observation
  now: number
}

export function NowLine({ observation, now }: Props): ReactElement {
  return (
    <>
      <p role="status" aria-label="Now" id="observed-now" className={css['story']}>
        {observation.tokens.map((token) => {
          const { before, duration, after } = tell(token, now)
          return (
            <span key={token.label}>
              {before}
              {duration !== null && (
                <span role="timer" aria-live="off">
                  {duration}
                </span>
              )}
              {after}{' '}
            </span>
          )
        })}
      </p>
      <Countdowns observation={observation} now={now} />
    </>
  )
}

/** By its dates alone: whether a server takes it depends on more. */
function tell(
  { label, issued, starts, ends }: ObservedToken,
  now: number,
): { before: string; duration: string | null; after: string } {
  const begin = starts ?? (issued?.certainty === 'read' ? issued.at : null)
  if (ends !== null && now >= ends)
    return { before: `${label} expired `, duration: tellDuration(ends, now), after: ' ago.' }
  if (begin !== null && now < begin)
    return { before: `${label} begins in `, duration: tellDuration(now, begin), after: '.' }
  if (ends === null) return { before: `${label} names no end.`, duration: null, after: '' }
  return {
    before: `By its dates, ${label} works for another `,
    duration: tellDuration(now, ends),
    after: '.',
  }
}

/** At 60 and 10 seconds and at the end of each token; jumps in time say nothing. */
function Countdowns({ observation, now }: Props): ReactElement {
  const before = useRef<Props | null>(null)
  const [said, setSaid] = useState('')
  useEffect(() => {
    const earlier = before.current
    before.current = { observation, now }
    if (!earlier || earlier.observation !== observation) return setSaid('')
    const news = observation.tokens.flatMap(({ label, ends }) =>
      ends === null ? [] : [tellCountdown(label, ends - earlier.now, ends - now) ?? ''],
    )
    const words = news.filter((text) => text !== '').join(' ')
    if (words !== '') setSaid(words)
  }, [observation, now])
  return (
    <div className="visually-hidden" aria-live="polite">
      {said}
    </div>
  )
}
