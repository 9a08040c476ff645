/** How are two lifetimes turned, and what do they cost? */
import { type ReactElement, useId } from 'react'
import { tellDuration } from '../../../claims/duration.ts'
import { ACCESS_STOPS, REFRESH_STOPS, seeDials } from '../../../lessons/boards/dialsBoard.ts'
import type { BoardProps } from '../BoardView.tsx'
import css from './DialsBoard.module.css'

const told = (milliseconds: number): string => tellDuration(0, milliseconds / 1000)

export function DialsBoard({ state, onChange }: BoardProps<'dials'>): ReactElement {
  const { accessLifetime, refreshLifetime, thiefWindow, loginsPerWeek } = seeDials(state)
  const longest = Math.max(accessLifetime, refreshLifetime)
  return (
    <div className={css['board']}>
      <Dial
        label="Access lifetime"
        stops={ACCESS_STOPS}
        at={state.access}
        onTurn={(access) => onChange({ ...state, access })}
      />
      <Dial
        label="Refresh lifetime"
        stops={REFRESH_STOPS}
        at={state.refresh}
        onTurn={(refresh) => onChange({ ...state, refresh })}
      />
      <div className={css['bars']} aria-hidden="true">
        <i data-kind="access" style={{ width: `${(100 * accessLifetime) / longest}%` }} />
        <i data-kind="refresh" style={{ width: `${(100 * refreshLifetime) / longest}%` }} />
      </div>
      <dl className={css['costs']}>
        <div>
          <dt>Thief window</dt>
          <dd>{told(thiefWindow)}</dd>
          <dd className={css['how']}>How long a copied access token was let in.</dd>
        </div>
        <div>
          <dt>Logins per week</dt>
          <dd>{loginsPerWeek.toLocaleString('en')}</dd>
          <dd className={css['how']}>How often somebody types the password who works all week.</dd>
        </div>
      </dl>
    </div>
  )
}

interface DialProps {
  label: string
  stops: readonly number[]
  at: number
  onTurn: (at: number) => void
}

function Dial({ label, stops, at, onTurn }: DialProps): ReactElement {
  const id = useId()
  const text = told(stops[at] ?? 0)
  return (
    <div className={css['dial']}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="range"
        min={0}
        max={stops.length - 1}
        value={at}
        aria-valuetext={text}
        onChange={(event) => onTurn(event.currentTarget.valueAsNumber)}
      />
      <output htmlFor={id}>{text}</output>
    </div>
  )
}
