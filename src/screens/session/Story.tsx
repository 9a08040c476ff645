/** What is the case now, in a sentence, and what would be otherwise? ux.md 4.1, 4.8. */
import type { ReactElement, ReactNode } from 'react'
import { useStore } from 'zustand'
import { storyAt } from '../../simulation/story.ts'
import { tellInstant } from '../../simulation/tellInstant.ts'
import type { Scenario } from '../../simulation/scenario.ts'
import { parameters } from '../../simulation/parameters.ts'
import { changeSetting, removeEdit, switchEdit } from '../../state/sessionStore.ts'
import { narrationStore } from '../../state/narration.ts'
import { Narrator } from './Narrator.tsx'
import css from './Story.module.css'
import { useSession, useTimeline } from './useSession.ts'

export function Story({ children }: { children?: ReactNode }): ReactElement {
  const second = useSession(({ playhead }) => Math.floor(playhead.instant / 1000) * 1000)
  return (
    <div className={css['now']}>
      <div className={css['story']}>
        <span className={css['at']}>
          <b>Now</b>, {tellInstant(second)}
        </span>
        <NowSentence />
        <Narrator />
      </div>
      <div className={css['foot']}>
        <WhatIf />
        {children}
      </div>
    </div>
  )
}

/** While the session plays it changes all the time, so the narrator speaks in its place. */
export function NowSentence(): ReactElement {
  const timeline = useTimeline()
  const second = useSession(({ playhead }) => Math.floor(playhead.instant / 1000) * 1000)
  const count = useSession((session) => session.playhead.count)
  const isPlaying = useSession((session) => session.isPlaying)
  const isMuted = useStore(narrationStore, (state) => state.isMuted)
  const last = timeline.entries[count - 1]?.at ?? 0
  return (
    <p role="status" aria-label="Now" aria-live={isPlaying || isMuted ? 'off' : 'polite'}>
      {storyAt(timeline, Math.max(second, last), count)}
    </p>
  )
}

const switches = [
  { key: 'rot', label: 'rotate' },
  { key: 'bl', label: 'blacklist' },
  { key: 'reuse', label: 'reuse ends the family', on: 'family', off: 'none' },
] as const

const ACTS = {
  request: 'the API is called',
  refresh: 'the token is refreshed',
  steal: 'the thief copies all',
  logout: 'Alice logs out',
  login: 'Alice logs in',
} as const

export function WhatIf(): ReactElement {
  const scenario = useSession((session) => session.scenario)
  return (
    <div className={css['whatIf']} role="group" aria-label="What if">
      <b>What if</b>
      <label>
        <input
          type="checkbox"
          checked={scenario.strategy !== 'none'}
          onChange={(event) => change('client', event.currentTarget.checked ? 'on401' : 'none')}
        />
        app refreshes
      </label>
      {switches.map((one) => {
        const [on, off] = 'on' in one ? [one.on, one.off] : ['1', '0']
        return (
          <label key={one.key}>
            <input
              type="checkbox"
              checked={valueOf(one.key, scenario) === on}
              onChange={(event) => change(one.key, event.currentTarget.checked ? on : off)}
            />
            {one.label}
          </label>
        )
      })}
      {scenario.edits.map(({ act, at, isOn }, place) => (
        // oxlint-disable-next-line react/no-array-index-key -- the same act may stand twice at an instant
        <span key={`${place} ${act}`} className={css['edit']}>
          <label>
            <input type="checkbox" checked={isOn} onChange={() => switchEdit(place)} />
            {tellInstant(at)} {ACTS[act]}
          </label>
          <button
            type="button"
            className="link"
            aria-label={`Remove: ${tellInstant(at)} ${ACTS[act]}`}
            onClick={() => removeEdit(place)}
          >
            ×
          </button>
        </span>
      ))}
    </div>
  )
}

const named = (key: string) => parameters.find((parameter) => parameter.key === key)

const valueOf = (key: string, scenario: Scenario): string => named(key)?.write(scenario) ?? ''

function change(key: string, text: string): void {
  const parameter = named(key)
  if (parameter) changeSetting(parameter, text)
}
