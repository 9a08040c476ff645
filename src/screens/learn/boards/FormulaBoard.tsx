/** How is the formula of the signature filled, and what does it make? */
import { type ReactElement, useId } from 'react'
import {
  fillSlot,
  FORMULA_SLOTS,
  type FormulaSlot,
  type FormulaState,
  INGREDIENTS,
  type Ingredient,
  seeFormula,
} from '../../../lessons/boards/formulaBoard.ts'
import { StateMark } from '../../../ui/StateMark.tsx'
import type { BoardProps } from '../BoardView.tsx'
import css from './FormulaBoard.module.css'
import { TokenText } from './TokenText.tsx'

const isIngredient = (value: string): value is Ingredient => Object.hasOwn(INGREDIENTS, value)

export function FormulaBoard({ state, onChange }: BoardProps<'formula'>): ReactElement {
  const { made, wanted } = seeFormula(state)
  return (
    <div className={css['board']}>
      <TokenText token={state.token} />
      <div className={css['formula']} role="group" aria-label="Formula">
        <code>HMACSHA256(</code>
        <Slot slot="first" state={state} onChange={onChange} />
        <code aria-hidden="true">+ &quot;.&quot; +</code>
        <Slot slot="second" state={state} onChange={onChange} />
        <code aria-hidden="true">,</code>
        <Slot slot="key" state={state} onChange={onChange} />
        <code>)</code>
      </div>
      <dl className={css['results']}>
        <dt>The formula makes</dt>
        <dd className={made === null ? css['open'] : undefined}>
          {made ?? 'Fill all three places.'}
        </dd>
        <dt>The third part of the token</dt>
        <dd>{wanted}</dd>
      </dl>
      {made !== null && (
        <p className={css['verdict']} data-state={made === wanted ? 'pass' : 'fail'}>
          <StateMark state={made === wanted ? 'pass' : 'fail'} />
          <b>{made === wanted ? 'They are the same.' : 'They are not the same.'}</b>
        </p>
      )}
    </div>
  )
}

interface SlotProps {
  slot: FormulaSlot
  state: FormulaState
  onChange: (state: FormulaState) => void
}

function Slot({ slot, state, onChange }: SlotProps): ReactElement {
  const id = useId()
  return (
    <span className={css['slot']}>
      <label htmlFor={id}>{FORMULA_SLOTS[slot]}</label>
      <select
        id={id}
        className="select"
        value={state.slots[slot] ?? ''}
        onChange={({ currentTarget: { value } }) =>
          onChange(fillSlot(state, slot, isIngredient(value) ? value : null))
        }
      >
        <option value="">Choose …</option>
        {Object.entries(INGREDIENTS).map(([name, label]) => (
          <option key={name} value={name}>
            {label}
          </option>
        ))}
      </select>
    </span>
  )
}
