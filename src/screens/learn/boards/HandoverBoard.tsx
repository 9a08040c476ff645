/** How does a learner hand a key to a partner, and see what the partner makes of it? */
import type { ReactElement } from 'react'
import {
  HANDOVER_ALGORITHMS,
  type HandoverSeen,
  seeHandover,
} from '../../../lessons/boards/handoverBoard.ts'
import { joinPem } from '../../../lessons/newKeys.ts'
import type { BoardProps } from '../BoardView.tsx'
import board from './Board.module.css'
import { Choices } from './Choices.tsx'
import { Outcome } from './Outcome.tsx'
import { TokenText } from './TokenText.tsx'
import { useLate } from './useLate.ts'

export function HandoverBoard({ state, onChange }: BoardProps<'handover'>): ReactElement {
  const seen = useLate(seeHandover, state)
  const keyName = state.alg === 'HS256' ? 'secret' : 'public key'
  return (
    <div className={board['board']}>
      <Choices
        label="You sign with"
        values={HANDOVER_ALGORITHMS}
        chosen={state.alg}
        onChoose={(alg) => onChange({ ...state, alg, isHanded: false, hasForged: false })}
      />
      {seen?.alg === state.alg && seen.token !== null ? (
        <TokenText token={seen.token} />
      ) : (
        <p className={board['note']} role="status">
          {seen?.token === null
            ? `This browser cannot make a key for ${state.alg}. Open this page with https:// or on localhost.`
            : `The page makes a key for ${state.alg}…`}
        </p>
      )}
      <div className={board['acts']}>
        <button
          type="button"
          className="button"
          onClick={() => onChange({ ...state, isHanded: true })}
        >
          Hand over the {keyName}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => onChange({ ...state, hasForged: true })}
        >
          Let the partner make a token
        </button>
      </div>
      <div className={board['pair']}>
        <div className={board['block']}>
          <h3>What the partner holds</h3>
          {state.isHanded && seen?.alg === state.alg ? (
            <pre className={board['text']}>
              {seen.alg === 'HS256' ? seen.key : joinPem(seen.key)}
            </pre>
          ) : (
            <p className={board['note']}>No key yet.</p>
          )}
        </div>
        <div className={board['block']} role="status" aria-label="What the partner can do">
          <h3>What the partner can do</h3>
          {seen?.alg === state.alg && <Partner seen={seen} />}
        </div>
      </div>
    </div>
  )
}

function Partner({ seen }: { seen: HandoverSeen }): ReactElement {
  const { check, forgery, hasForged } = seen
  if (check === null)
    return (
      <p className={board['note']}>
        Without a key from you it can neither check your token
        {hasForged ? ' nor make one that your server accepts' : ''}.
      </p>
    )
  return (
    <>
      <Outcome
        state={check.isMatch ? 'pass' : 'fail'}
        lead={check.isMatch ? 'It can check your token.' : 'It cannot check your token.'}
      >
        {check.told}
      </Outcome>
      {forgery && (
        <Outcome
          state={forgery.isMade ? 'fail' : 'pass'}
          lead={forgery.isMade ? 'It made itself an admin.' : 'It cannot make a token of its own.'}
        >
          {forgery.isMade
            ? 'Its token with "admin":true passes the check of your own server.'
            : forgery.told}
        </Outcome>
      )}
    </>
  )
}
