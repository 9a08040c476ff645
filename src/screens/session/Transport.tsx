/** How is a session played, and what do the clocks show? ux.md 4.3, 4.7. */
import type { ReactElement } from 'react'
import { tellInstant } from '../../simulation/tellInstant.ts'
import { clocksAt } from '../../simulation/world.ts'
import { nextEvent, playheadAt, previousEvent, START } from '../../state/sessionPlayhead.ts'
import { SPEEDS } from '../../state/sessionLink.ts'
import { look, moveTo, moveToInstant, playOrPause } from '../../state/sessionStore.ts'
import { Icon } from '../../ui/Icon.tsx'
import { tellClock, tellNext, tellPlayhead } from './tellPlayhead.ts'
import css from './Transport.module.css'
import { usePlayer } from './usePlayer.ts'
import { useSession, useTimeline } from './useSession.ts'

export function Transport(): ReactElement {
  usePlayer()
  const timeline = useTimeline()
  const playhead = useSession((session) => session.playhead)
  const isPlaying = useSession((session) => session.isPlaying)
  const speed = useSession((session) => session.speed)
  return (
    <div className={css['row']}>
      <div className={css['buttons']} role="group" aria-label="Transport">
        <button type="button" className="quiet" aria-label="Start" onClick={() => moveTo(START)}>
          <Icon name="start" />
        </button>
        <button
          type="button"
          className="quiet"
          aria-label="Previous event"
          onClick={() => moveTo(previousEvent(timeline, playhead))}
        >
          <Icon name="previous" />
          <span className={css['word']}>Event</span>
        </button>
        <button type="button" className={`quiet ${css['play']}`} onClick={playOrPause}>
          <Icon name={isPlaying ? 'pause' : 'play'} />
          {isPlaying ? 'Pause' : 'Play'}
        </button>
        <button
          type="button"
          className="quiet"
          aria-label="Next event"
          onClick={() => moveTo(nextEvent(timeline, playhead))}
        >
          <span className={css['word']}>Event</span>
          <Icon name="next" />
        </button>
        <button
          type="button"
          className="quiet"
          aria-label="End"
          onClick={() => moveTo(playheadAt(timeline, timeline.horizon))}
        >
          <Icon name="end" />
        </button>
      </div>
      <select
        className={`select ${css['speed']}`}
        aria-label="Speed"
        value={speed}
        onChange={(event) => {
          const chosen = SPEEDS.find((one) => String(one) === event.currentTarget.value)
          if (chosen) look({ speed: chosen })
        }}
      >
        {SPEEDS.map((one) => (
          <option key={one} value={one}>
            {one} × real time
          </option>
        ))}
      </select>
      <PlayheadClock />
      <Clocks />
      <span className={css['next']}>{tellNext(timeline, playhead)}</span>
    </div>
  )
}

/** The slider is for the keyboard and for reading aloud; the pointer drags on the pictures. */
export function PlayheadClock(): ReactElement {
  const timeline = useTimeline()
  const playhead = useSession((session) => session.playhead)
  const seconds = playhead.instant / 1000
  return (
    <span className={css['clock']}>
      <input
        type="range"
        aria-label="Playhead"
        className={css['slider']}
        min={0}
        max={timeline.horizon / 1000}
        step="any"
        value={seconds}
        aria-valuenow={seconds}
        aria-valuetext={tellPlayhead(timeline, playhead)}
        onChange={(event) => moveToInstant(event.currentTarget.valueAsNumber * 1000)}
      />
      <b>{tellInstant(Math.floor(playhead.instant / 100) * 100).replace(/(\.\d)00$/, '$1')}</b>
      <span>after login</span>
    </span>
  )
}

function Clocks(): ReactElement {
  const { scenario } = useTimeline()
  const second = useSession((session) => Math.floor(session.playhead.instant / 1000))
  const { server, api, client } = clocksAt(scenario, second * 1000)
  return (
    <>
      <span className={css['clocks']}>Server clock {tellClock(server)} UTC</span>
      <span className={css['clocks']}>
        App clock {tellClock(client)}, offset {scenario.clientOffset / 1000} s
      </span>
      {scenario.apiOffset !== 0 && (
        <span className={css['clocks']}>
          API clock {tellClock(api)}, offset {scenario.apiOffset / 1000} s
        </span>
      )}
    </>
  )
}
