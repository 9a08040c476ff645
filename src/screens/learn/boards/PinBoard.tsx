/** How does a learner get past a server that believes alg, and then close that door? */
import type { ReactElement } from 'react'
import { seePin, turnPin } from '../../../lessons/pinBoard.ts'
import type { BoardProps } from '../BoardView.tsx'
import board from './Board.module.css'
import { Outcome } from './Outcome.tsx'
import { TokenText } from './TokenText.tsx'

export function PinBoard({ state, onChange }: BoardProps<'pin'>): ReactElement {
  const seen = seePin(state)
  return (
    <div className={board['board']}>
      <TokenText token={seen.token} />
      <div className={board['pair']}>
        <fieldset className={`${board['choices']} ${board['stacked']}`}>
          <legend>What the stranger does</legend>
          <label>
            <input
              type="checkbox"
              checked={state.hasNone}
              onChange={() => onChange(turnPin(state, { hasNone: !state.hasNone }))}
            />
            Write alg none, drop the signature
          </label>
          <label>
            <input
              type="checkbox"
              checked={state.isAdmin}
              onChange={() => onChange(turnPin(state, { isAdmin: !state.isAdmin }))}
            />
            Add &quot;admin&quot;:true to the payload
          </label>
        </fieldset>
        <fieldset className={`${board['choices']} ${board['stacked']}`}>
          <legend>What the server does</legend>
          <label>
            <input
              type="checkbox"
              checked={state.isPinned}
              onChange={() => onChange(turnPin(state, { isPinned: !state.isPinned }))}
            />
            Take HS256 and nothing else
          </label>
        </fieldset>
      </div>
      <div className={board['pair']}>
        <div className={board['block']}>
          <div className={board['block']} data-part="header">
            <h3>Header</h3>
            <p className={board['text']}>{seen.header}</p>
          </div>
          <div className={board['block']} data-part="payload">
            <h3>Payload</h3>
            <p className={board['text']}>{seen.payload}</p>
          </div>
        </div>
        <div className={board['block']} role="status" aria-label="What the server answers">
          <h3>The server’s answer</h3>
          <Outcome
            // being let in is good for an honest token only
            state={seen.isAccepted === (state.isAdmin || state.hasNone) ? 'fail' : 'pass'}
            lead={seen.isAccepted ? tellGreeting(state.isAdmin) : 'Refused.'}
          >
            {seen.told}
          </Outcome>
        </div>
      </div>
    </div>
  )
}

const tellGreeting = (isAdmin: boolean): string =>
  isAdmin ? 'Accepted, as an admin.' : 'Accepted.'
