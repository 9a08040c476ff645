/** What is there to keep, and what is there to try at home? The last row of ux.md 4.9. */
import type { ReactElement } from 'react'
import { tellDuration } from '../../claims/duration.ts'
import { theftWindow } from '../../simulation/theftWindow.ts'
import { showCard } from '../../state/presenter.ts'
import { barsOf } from './events.ts'
import css from './Presented.module.css'
import { useSession, useTimeline } from './useSession.ts'

const TO_KEEP = [
  'An access token opens the API until its exp, unless the API asks a database at each call.',
  'A refresh token buys new ones, so it decides how long a thief stays.',
  'Only reuse detection notices a theft, and only the password tells who is who.',
] as const

/** Where there is no thief to stop, the scenario to try is the first one that has one. */
const WITH_THIEF = 'thief-access'

export function EndCard(): ReactElement {
  const timeline = useTimeline()
  const slug = useSession(({ preset }) => (preset.scenario.theft ? preset.slug : WITH_THIEF))
  const stolen = theftWindow(barsOf(timeline))
  const link = `#/session/${slug}`
  const address = `${document.baseURI.split('#')[0] ?? ''}${link}`
  return (
    <section className={css['card']} aria-label="To keep">
      <h3>Three things to keep</h3>
      <ol className={css['keep']}>
        {TO_KEEP.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
      {stolen !== null && (
        <p className={css['quiet']}>
          In this run the thief could act for {tellDuration(0, stolen / 1000)}.
        </p>
      )}
      <p>
        <b>Your turn: make the thief’s window smaller than 60 s.</b>
      </p>
      <p>
        <a href={link} onClick={() => showCard(null)}>
          {address.replace(/^https?:\/\//, '')}
        </a>
      </p>
    </section>
  )
}
