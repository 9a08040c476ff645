/** Who waits how long, behind which servers? */
import type { ReactElement } from 'react'
import { tellCount } from '../../../claims/duration.ts'
import {
  type Bar,
  type BurstView,
  frontLabels,
  FRONTS,
  longestShown,
  MOST_SLOW,
  tellSeconds,
  troubleLabels,
  TROUBLES,
  viewBurst,
} from '../../../lessons/boards/burstBoard.ts'
import type { BoardProps } from '../BoardView.tsx'
import css from './Workbench.module.css'
import { Part, Radios, Range, Verdict, Wire } from './BoardParts.tsx'

export function BurstBoard({ state, onChange }: BoardProps<'burst'>): ReactElement {
  const view = viewBurst(state)
  return (
    <div className={css['board']}>
      <Radios
        label="Servers"
        value={state.front}
        options={FRONTS.map((front) => [front, frontLabels[front]])}
        onChoose={(front) => onChange({ ...state, front })}
      />
      {state.asks === 'clients' ? (
        <Range
          label="Clients that send half a header and fall silent"
          value={state.slow}
          from={1}
          to={MOST_SLOW}
          says={tellCount(state.slow, 'slow client')}
          onSlide={(slow) => onChange({ ...state, slow })}
        />
      ) : (
        <Radios
          label="Trouble"
          value={state.trouble}
          options={TROUBLES.map((trouble) => [trouble, troubleLabels[trouble]])}
          onChoose={(trouble) => onChange({ ...state, trouble })}
        />
      )}
      {view.bars.length > 0 && (
        <Part label="Who holds what, and for how long">
          <div className={css['bars']}>
            {view.bars.map((bar) => (
              <BarLine key={bar.who} bar={bar} longest={longestShown(view)} />
            ))}
          </div>
        </Part>
      )}
      <Part label="What the next user gets">
        <Next view={view} />
      </Part>
    </div>
  )
}

function BarLine({ bar, longest }: { bar: Bar; longest: number }): ReactElement {
  const { who, kind, from, until } = bar
  const end = until ?? longest
  const percent = (seconds: number): string => `${(100 * seconds) / longest}%`
  return (
    <div className={css['bar']}>
      <p>
        <span>{who}</span>
        <b>{tellBar(bar)}</b>
      </p>
      <div className={css['track']} aria-hidden="true">
        <i
          data-kind={kind}
          data-open={until === null || undefined}
          style={{ left: percent(from), width: percent(end - from) }}
        />
      </div>
    </div>
  )
}

function tellBar({ kind, from, until }: Bar): string {
  if (until === null) return `${kind}, still there when the watch ended`
  return from === 0
    ? `${kind} for ${tellSeconds(until)}`
    : `${kind} from ${tellSeconds(from)} to ${tellSeconds(until)}`
}

function Next({ view }: { view: BurstView }): ReactElement {
  const { next, basis } = view
  if (next === null) return <Verdict state="not checked" title="Nobody measured this one." />
  const { seconds, status, body } = next
  const isQuick = seconds !== null && seconds < 1 && status.includes(' 401 ')
  return (
    <>
      <Verdict
        state={isQuick ? 'pass' : 'fail'}
        title={seconds === null ? status : `${status} after ${tellSeconds(seconds)}`}
      >
        <span className={css['note']}>
          {basis === 'measured' ? 'Measured.' : 'Worked out from what was measured.'}
          {status.includes(' 401 ') && ' The request had no token, so 401 is what Django says.'}
        </span>
      </Verdict>
      {body !== '' && <Wire text={body.replaceAll('\r\n', '\n').trim()} />}
    </>
  )
}
