/** How does a learner try a claim's name among the names that others use? */
import { type ReactElement, useId } from 'react'
import { isOwnName, PARTNER_CLAIMS, seeName } from '../../../lessons/boards/nameBoard.ts'
import type { BoardProps } from '../BoardView.tsx'
import board from './Board.module.css'
import { Outcome } from './Outcome.tsx'

export function NameBoard({ state, onChange }: BoardProps<'name'>): ReactElement {
  const id = useId()
  const seen = seeName(state)
  const name = state.name.trim()
  return (
    <div className={board['board']} data-part="payload">
      <div className={board['block']}>
        <label htmlFor={id}>
          <b>Name of your claim</b>
        </label>
        <input
          id={id}
          className={`input ${board['field']}`}
          type="text"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          maxLength={120}
          value={state.name}
          onChange={({ currentTarget }) => onChange({ ...state, name: currentTarget.value })}
        />
        <p className={board['text']}>{`{ …, ${JSON.stringify(name)}: ${state.value} }`}</p>
      </div>
      <div className={board['pair']}>
        <div className={board['block']} role="status" aria-label="Kind of the name">
          <h3>{name === '' ? 'No name yet' : seen.kind}</h3>
          {name !== '' && <p>{seen.reason}</p>}
        </div>
        <div className={board['block']} role="status" aria-label="Who else uses it">
          <h3>Who else uses it</h3>
          {seen.collision !== null ? (
            <Outcome state="warning" lead="It collides.">
              {seen.collision}
            </Outcome>
          ) : (
            <Outcome
              state={isOwnName(seen) ? 'pass' : 'note'}
              lead={isOwnName(seen) ? 'Nobody can.' : 'Nobody, as far as this page knows.'}
            >
              {isOwnName(seen)
                ? 'The name holds something that is yours alone.'
                : 'Another company may still choose the same word tomorrow.'}
            </Outcome>
          )}
        </div>
      </div>
      <table className={board['table']}>
        <caption>What your partner’s own tokens hold</caption>
        <thead>
          <tr>
            <th scope="col">Claim</th>
            <th scope="col">What the partner means</th>
          </tr>
        </thead>
        <tbody>
          {PARTNER_CLAIMS.map(([claim, meaning]) => (
            <tr key={claim} data-current={claim === name || undefined}>
              <th scope="row">
                <code>{claim}</code>
              </th>
              <td>{meaning}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
