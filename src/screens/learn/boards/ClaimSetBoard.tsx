/** How does a learner find out which claims SimpleJWT insists on? */
import type { ReactElement } from 'react'
import {
  OFFERED,
  OFFERED_NAMES,
  seeClaimSet,
  switchClaim,
} from '../../../lessons/boards/claimSetBoard.ts'
import type { BoardProps } from '../BoardView.tsx'
import board from './Board.module.css'
import { Checks } from './Checks.tsx'
import { Outcome } from './Outcome.tsx'
import { TokenText } from './TokenText.tsx'

export function ClaimSetBoard({ state, onChange }: BoardProps<'claimSet'>): ReactElement {
  const seen = seeClaimSet(state)
  const isIn = seen.status === 200
  return (
    <div className={board['board']}>
      <TokenText token={seen.token} />
      <div className={board['pair']}>
        <Checks
          label="Claims in the token"
          boxes={OFFERED_NAMES.map((id) => ({
            id,
            isOn: state.chosen.includes(id),
            text: (
              <code>
                &quot;{id}&quot;: {JSON.stringify(OFFERED[id])}
              </code>
            ),
          }))}
          onSwitch={(name) => onChange(switchClaim(state, name))}
        />
        <div className={board['block']} role="status" aria-label="What SimpleJWT answers">
          <h3>GET /hello/ with this token</h3>
          <Outcome
            state={isIn ? 'pass' : 'fail'}
            lead={isIn ? 'Let in with 200.' : `Refused with ${seen.status}.`}
          >
            {seen.why}
          </Outcome>
          <pre className={board['text']}>{seen.response}</pre>
        </div>
      </div>
      <p className={board['note']}>
        The request arrives five minutes before the instant that exp names.
      </p>
    </div>
  )
}
