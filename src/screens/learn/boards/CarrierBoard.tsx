/** What changes with that which carries the token? */
import type { ReactElement } from 'react'
import {
  CARRIERS,
  carrierLabels,
  type CarrierView,
  type Lamp,
  PAGE_ORIGIN,
  viewCarrier,
} from '../../../lessons/boards/carrierBoard.ts'
import type { BoardProps } from '../BoardView.tsx'
import css from './Workbench.module.css'
import { Part, Radios, Switch, Verdict, Wire } from './BoardParts.tsx'

export function CarrierBoard({ state, onChange, token }: BoardProps<'carrier'>): ReactElement {
  const view = viewCarrier(state, token)
  return (
    <div className={css['board']}>
      <Radios
        label="Carrier"
        value={state.carrier}
        options={CARRIERS.map((one) => [one, carrierLabels[one]])}
        onChoose={(carrier) => onChange({ ...state, carrier })}
      />
      <div className={css['switches']}>
        <Switch
          label={`The page is on another origin, ${PAGE_ORIGIN}`}
          isOn={state.isCrossOrigin}
          onSwitch={(isCrossOrigin) => onChange({ ...state, isCrossOrigin })}
        />
        <Switch
          label="The API lists that origin and the header in its CORS answers"
          isOn={state.isListed}
          onSwitch={(isListed) => onChange({ ...state, isListed })}
        />
      </div>
      <ul className={css['list']} aria-label="Lamps">
        <LampLine name="Log" lamp={view.lamps.log} />
        <LampLine name="Question first" lamp={view.lamps.preflight} />
        <LampLine name="Other site" lamp={view.lamps.otherSite} />
        <li>
          <Outcome view={view} />
        </li>
      </ul>
      {view.preflight && (
        <Part label="The question, and the recorded answer">
          <div className={css['two']}>
            <Wire text={view.preflight.request} />
            <Wire text={view.preflight.answer} />
          </div>
        </Part>
      )}
      <Part label="The request">
        {view.isSent ? (
          <Wire text={view.request} />
        ) : (
          <p className={css['note']}>It never leaves the browser.</p>
        )}
      </Part>
      {view.isSent && (
        <>
          <Part label="A line of the access log">
            <Wire text={view.logLine} />
          </Part>
          <Part label="Stock SimpleJWT reads the header alone">
            <Verdict
              state={view.stock.status === 200 ? 'pass' : 'fail'}
              title={`${view.stock.status}`}
            >
              <code>{view.stock.body}</code>
            </Verdict>
          </Part>
        </>
      )}
    </div>
  )
}

function LampLine({ name, lamp }: { name: string; lamp: Lamp }): ReactElement {
  return (
    <li>
      <Verdict
        state={lamp.isOn ? 'warning' : 'pass'}
        title={`${name}: ${lamp.isOn ? 'on' : 'off'}.`}
      >
        {lamp.says}
      </Verdict>
    </li>
  )
}

function Outcome({ view }: { view: CarrierView }): ReactElement {
  if (!view.isSent) return <Verdict state="fail" title="The page gets nothing." />
  return view.isReadable ? (
    <Verdict state="pass" title="The page reads the answer." />
  ) : (
    <Verdict state="fail" title="The API answers, and the page may not read it." />
  )
}
