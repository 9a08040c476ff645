/** How is a key lent to a partner, and what can the partner do with it? */
import type { ReactElement } from 'react'
import {
  choosePact,
  LOANS,
  loansFor,
  type Pact,
  type LoanSeen,
} from '../../../lessons/boards/loanBoard.ts'
import { StateMark } from '../../../ui/StateMark.tsx'
import type { BoardProps } from '../BoardView.tsx'
import { useSeen } from '../useSeen.ts'
import css from './LoanBoard.module.css'
import { TokenText } from './TokenText.tsx'

const PACTS: Record<Pact, string> = {
  HS256: 'One shared secret (HS256)',
  ES256: 'A key pair (ES256)',
}

const isLoan = (seen: unknown): seen is LoanSeen =>
  typeof seen === 'object' && seen !== null && 'canForge' in seen

export function LoanBoard({ state, onChange, step }: BoardProps<'loan'>): ReactElement {
  const seen = useSeen(step, state)
  const { pact, loan } = state
  return (
    <div className={css['board']}>
      <div className={css['sides']}>
        <fieldset>
          <legend>You sign with</legend>
          {(['HS256', 'ES256'] as const).map((name) => (
            <label key={name}>
              <input
                type="radio"
                name="pact"
                checked={pact === name}
                onChange={() => onChange(choosePact(state, name))}
              />
              {PACTS[name]}
            </label>
          ))}
        </fieldset>
        <fieldset>
          <legend>You lend the partner</legend>
          {loansFor(pact).map((name) => (
            <label key={name}>
              <input
                type="radio"
                name="loan"
                checked={loan === name}
                onChange={() => onChange({ ...state, loan: name })}
              />
              {LOANS[name]}
            </label>
          ))}
        </fieldset>
      </div>
      {isLoan(seen) && (
        <>
          <TokenText token={seen.token} />
          <ul className={css['answers']} aria-label="What the partner can do">
            <Answer
              isGood={seen.canCheck}
              yes="The partner checked your token, and it matches."
              no="The partner cannot check your token."
            />
            <Answer
              isGood={!seen.canForge}
              yes="The partner could not sign a token in your name."
              no="The partner signed other claims, and your server took them for yours."
            />
          </ul>
        </>
      )}
    </div>
  )
}

function Answer({ isGood, yes, no }: { isGood: boolean; yes: string; no: string }): ReactElement {
  return (
    <li>
      <StateMark state={isGood ? 'pass' : 'fail'} />
      {isGood ? yes : no}
    </li>
  )
}
