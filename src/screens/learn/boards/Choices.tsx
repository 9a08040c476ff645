/** How is one of a few things chosen on a board? Native radio buttons in a group with a name. */
import { type ReactElement, useId } from 'react'
import css from './Board.module.css'

interface Props<Value extends string> {
  label: string
  values: readonly Value[]
  chosen: Value
  /** What stands beside the button; the value itself where nothing is given. */
  tell?: (value: Value) => string
  onChoose: (value: Value) => void
}

export function Choices<Value extends string>({
  label,
  values,
  chosen,
  tell,
  onChoose,
}: Props<Value>): ReactElement {
  const name = useId()
  return (
    <fieldset className={css['choices']}>
      <legend>{label}</legend>
      {values.map((value) => (
        <label key={value}>
          <input
            type="radio"
            name={name}
            checked={value === chosen}
            onChange={() => onChoose(value)}
          />
          {tell?.(value) ?? value}
        </label>
      ))}
    </fieldset>
  )
}
