/** In which shape does the header arrive, place by place? */
import type { ReactElement } from 'react'
import {
  arrivesAt,
  LAST_STATION,
  stationFacts,
  STATIONS,
  toggleMark,
} from '../../../lessons/boards/hopsBoard.ts'
import type { BoardProps } from '../BoardView.tsx'
import css from './Workbench.module.css'
import { Part, Switch, Wire } from './BoardParts.tsx'

export function HopsBoard({ state, onChange, token }: BoardProps<'hops'>): ReactElement {
  const here = STATIONS[state.at] ?? 'network'
  const { label, does, log } = stationFacts[here]
  const go = (at: number): void =>
    onChange({ ...state, at: Math.min(Math.max(at, 0), LAST_STATION) })
  return (
    <div className={css['board']}>
      <ol className={css['hops']} aria-label="Places">
        {STATIONS.map((station, index) => (
          <li key={station} aria-current={index === state.at ? 'step' : undefined}>
            {stationFacts[station].label}
          </li>
        ))}
      </ol>
      <div className={css['acts']}>
        <button type="button" className="button" onClick={() => go(state.at - 1)}>
          Previous place
        </button>
        <button type="button" className="button" onClick={() => go(state.at + 1)}>
          Next place
        </button>
      </div>
      <Part label={`What arrives: ${label}`}>
        <p>{does}</p>
        <Wire text={arrivesAt(here, token)} />
        {log !== null && (
          <>
            <p className={css['note']}>One line is enough to write it down:</p>
            <Wire text={log} />
          </>
        )}
      </Part>
      <Part label="Who could write the token down">
        <div className={css['switches']}>
          {STATIONS.map((station) => (
            <Switch
              key={station}
              label={stationFacts[station].label}
              isOn={state.marked.includes(station)}
              onSwitch={() => onChange(toggleMark(state, station))}
            />
          ))}
        </div>
      </Part>
    </div>
  )
}
