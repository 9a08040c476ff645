/** How do two envelopes grow with the facts in them? */
import type { ReactElement } from 'react'
import { tellCount } from '../../../claims/duration.ts'
import { type Envelope, factsToAdd, fillEnvelopes } from '../../../lessons/boards/envelopeBoard.ts'
import { grouped } from '../../../token/grouped.ts'
import { visible } from '../../../token/visible.ts'
import type { BoardProps } from '../BoardView.tsx'
import css from './Workbench.module.css'
import { Part, Radios, Range, Wire } from './BoardParts.tsx'

const WHOSE = [
  ['notes', 'The notes’ example'],
  ['own', 'The claims of this token'],
] as const

export function EnvelopeBoard({ state, onChange, token }: BoardProps<'envelope'>): ReactElement {
  const most = factsToAdd(state.whose, token).length
  const { facts, jwt, saml } = fillEnvelopes(state, token)
  const all = fillEnvelopes({ ...state, count: most }, token)
  const longest = Math.max(all.jwt.encodedLength, all.saml.encodedLength)
  return (
    <div className={css['board']}>
      <Radios
        label="Facts to begin with"
        value={state.whose}
        options={WHOSE}
        onChoose={(whose) => onChange({ ...state, whose })}
      />
      <Range
        label="Facts in both envelopes"
        value={facts.length}
        from={1}
        to={most}
        says={tellCount(facts.length, 'fact')}
        onSlide={(count) => onChange({ ...state, count })}
      />
      <div className={css['bars']}>
        <Bar name="JWT payload" envelope={jwt} longest={longest} kind="payload" />
        <Bar name="SAML assertion" envelope={saml} longest={longest} kind="saml" />
      </div>
      <div className={css['two']}>
        <Part label="As JSON">
          <Wire text={visible(jwt.text)} />
        </Part>
        <Part label="As XML">
          <Wire text={visible(saml.text)} />
        </Part>
      </div>
    </div>
  )
}

interface BarProps {
  name: string
  envelope: Envelope
  longest: number
  kind: string
}

function Bar({ name, envelope, longest, kind }: BarProps): ReactElement {
  const { encodedLength } = envelope
  return (
    <div className={css['bar']}>
      <p>
        <span>{name}</span>
        <b>{grouped(encodedLength)} characters</b>
      </p>
      <div className={css['track']} aria-hidden="true">
        <i data-kind={kind} style={{ width: `${(100 * encodedLength) / longest}%` }} />
      </div>
    </div>
  )
}
