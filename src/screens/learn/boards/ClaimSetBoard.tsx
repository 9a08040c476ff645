/** How does a learner find out which claims SimpleJWT insists on? */
import type { ReactElement } from 'react'
import { OFFERED, OFFERED_NAMES, seeClaimSet, switchClaim } from '../../../lessons/claimSetBoard.ts'
import type { BoardProps } from '../BoardView.tsx'
import board from './Board.module.css'
import { Outcome } from './Outcome.tsx'
import { TokenText } from './TokenText.tsx'

export function ClaimSetBoard({ state, onChange }: BoardProps<'claimSet'>): ReactElement {
  const seen = seeClaimSet(state)
  const isIn = seen.status === 200
  return (
    <div className={board['board']}>
      <TokenText token={seen.token} />
      <div className={board['pair']}>
        <fieldset className={`${board['choices']} ${board['stacked']}`}>
          <legend>Claims in the token</legend>
          {OFFERED_NAMES.map((name) => (
            <label key={name}>
              <input
                type="checkbox"
                checked={state.chosen.includes(name)}
                onChange={() => onChange(switchClaim(state, name))}
              />
              <code>
                &quot;{name}&quot;: {JSON.stringify(OFFERED[name])}
              </code>
            </label>
          ))}
        </fieldset>
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
