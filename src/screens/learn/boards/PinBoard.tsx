/** How does a learner get past a server that believes alg, and then close that door? */
import type { ReactElement } from 'react'
import { seePin, turnPin } from '../../../lessons/boards/pinBoard.ts'
import type { BoardProps } from '../BoardView.tsx'
import board from './Board.module.css'
import { Checks } from './Checks.tsx'
import { Outcome } from './Outcome.tsx'
import { TokenText } from './TokenText.tsx'

export function PinBoard({ state, onChange }: BoardProps<'pin'>): ReactElement {
  const seen = seePin(state)
  const turn = (id: 'hasNone' | 'isAdmin' | 'isPinned'): void =>
    onChange(turnPin(state, { [id]: !state[id] }))
  return (
    <div className={board['board']}>
      <TokenText token={seen.token} />
      <div className={board['pair']}>
        <Checks
          label="What the stranger does"
          boxes={[
            { id: 'hasNone', isOn: state.hasNone, text: 'Write alg none, drop the signature' },
            { id: 'isAdmin', isOn: state.isAdmin, text: 'Add "admin":true to the payload' },
          ]}
          onSwitch={turn}
        />
        <Checks
          label="What the server does"
          boxes={[{ id: 'isPinned', isOn: state.isPinned, text: 'Take HS256 and nothing else' }]}
          onSwitch={turn}
        />
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
