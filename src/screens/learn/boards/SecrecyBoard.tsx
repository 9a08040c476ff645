/** How does a learner play the stranger before the same claims encoded, signed and encrypted? */
import type { ReactElement } from 'react'
import {
  FORMS,
  type SecrecyForm,
  type SecrecySeen,
  seeSecrecy,
  tryChange,
  turnTo,
} from '../../../lessons/boards/secrecyBoard.ts'
import { grouped } from '../../../token/grouped.ts'
import type { BoardProps } from '../BoardView.tsx'
import css from './Board.module.css'
import { Choices } from './Choices.tsx'
import { Outcome } from './Outcome.tsx'
import { TokenText } from './TokenText.tsx'
import { useLate } from './useLate.ts'

const LABELS: Record<SecrecyForm, string> = {
  encoded: 'Only encoded',
  signed: 'Signed (HS256)',
  encrypted: 'Encrypted (JWE)',
}

/** What stands in the table once a form was tried. */
const FACTS: Record<SecrecyForm, { reads: string; changes: string }> = {
  encoded: { reads: 'Everybody', changes: 'Everybody' },
  signed: { reads: 'Everybody', changes: 'Who holds the secret' },
  encrypted: { reads: 'Who holds the key', changes: 'Who holds the key' },
}

export function SecrecyBoard({ state, onChange }: BoardProps<'secrecy'>): ReactElement {
  const seen = useLate(seeSecrecy, state)
  return (
    <div className={css['board']}>
      <Choices
        label="Form of the same claims"
        values={FORMS}
        chosen={state.form}
        tell={(form) => LABELS[form]}
        onChoose={(form) => onChange(turnTo(state, form))}
      />
      {seen && seen.form === state.form && <Form seen={seen} />}
      <div className={css['acts']}>
        <button type="button" className="button" onClick={() => onChange(tryChange(state))}>
          Change it as a stranger
        </button>
      </div>
      <table className={css['table']}>
        <caption>Who can do what</caption>
        <thead>
          <tr>
            <th scope="col">Form</th>
            <th scope="col">Read the claims</th>
            <th scope="col">Change them unseen</th>
          </tr>
        </thead>
        <tbody>
          {FORMS.map((form) => {
            const isTried = state.tried.includes(form)
            return (
              <tr key={form} data-current={form === state.form || undefined}>
                <th scope="row">{LABELS[form]}</th>
                <td>{isTried ? FACTS[form].reads : 'not tried yet'}</td>
                <td>{isTried ? FACTS[form].changes : 'not tried yet'}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

function Form({ seen }: { seen: SecrecySeen }): ReactElement {
  const { token, read, change } = seen
  if (token === null)
    return (
      <Outcome state="warning" lead="This browser cannot make an encrypted token.">
        It turns cryptography off for pages without HTTPS; open this page with https:// or on
        localhost.
      </Outcome>
    )
  const isTried = seen.tried.includes(seen.form)
  return (
    <>
      <div className={css['block']}>
        <TokenText token={token} />
        <p className={css['note']}>{grouped(token.length)} characters</p>
      </div>
      <div className={css['pair']}>
        <div className={css['block']} data-part={read === null ? undefined : 'payload'}>
          <h3>What a stranger reads</h3>
          {read === null ? (
            <Outcome state="pass" lead="No claim.">
              Only the header can be read; what follows is locked with a key.
            </Outcome>
          ) : (
            <p className={css['text']}>{read}</p>
          )}
        </div>
        <div className={css['block']} role="status" aria-label="What the server says">
          <h3>What the server says of the change</h3>
          {isTried && change ? (
            <>
              <Outcome
                state={change.isNoticed ? 'pass' : 'fail'}
                lead={change.isNoticed ? 'Noticed.' : 'Not noticed.'}
              >
                {change.told}
              </Outcome>
              <p className={css['note']}>
                {read === null
                  ? 'The stranger could only swap a character without knowing what it means.'
                  : 'The stranger added "admin":true to the claims.'}
              </p>
            </>
          ) : (
            <p className={css['note']}>Nothing was changed yet in this form.</p>
          )}
        </div>
      </div>
    </>
  )
}
