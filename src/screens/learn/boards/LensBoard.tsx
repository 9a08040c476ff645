/** How does a learner read a payload with nothing but a lens? */
import { type ReactElement, useId } from 'react'
import { LENS, seeLens, tellFound, isFound } from '../../../lessons/boards/lensBoard.ts'
import { ByteRuler } from '../../debug/link/ByteRuler.tsx'
import type { BoardProps } from '../BoardView.tsx'
import css from './Board.module.css'
import { Outcome } from './Outcome.tsx'
import { TokenText } from './TokenText.tsx'

export function LensBoard({ state, onChange, token }: BoardProps<'lens'>): ReactElement {
  const id = useId()
  const seen = seeLens(state)
  const { at, ruler, count, text } = seen
  const told = tellFound(seen)
  const end = Math.min(count, at + LENS)
  return (
    <div className={css['board']}>
      {state.token !== token.text && (
        <p className={css['note']}>
          Lesson copy: an e-mail address was added to the claims; your token is untouched.
        </p>
      )}
      <TokenText token={state.token} marked={seen.characters} />
      <div className={css['block']} data-part="payload">
        <label htmlFor={id}>
          <b>Lens</b>{' '}
          <span className={css['note']}>
            bytes {at + 1} to {end} of {count}
          </span>
        </label>
        <input
          id={id}
          className={css['range']}
          type="range"
          min={0}
          max={Math.max(0, count - LENS)}
          step={3}
          value={at}
          aria-label="Lens"
          aria-valuetext={`bytes ${at + 1} to ${end}: ${text}`}
          onChange={({ currentTarget }) => onChange({ ...state, at: Number(currentTarget.value) })}
        />
        {ruler && <ByteRuler ruler={ruler} />}
      </div>
      <div className={css['block']}>
        <label htmlFor={`${id}-found`}>
          <b>The e-mail address</b>
        </label>
        <input
          id={`${id}-found`}
          className={`input ${css['field']}`}
          type="text"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          value={state.found}
          onChange={({ currentTarget }) => onChange({ ...state, found: currentTarget.value })}
        />
        <div role="status">
          {told !== null && (
            <Outcome
              state={isFound(seen) ? 'pass' : 'note'}
              lead={isFound(seen) ? 'Found.' : 'Not yet.'}
            >
              {told}
            </Outcome>
          )}
        </div>
      </div>
    </div>
  )
}
