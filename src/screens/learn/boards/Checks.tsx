/** How are a few things switched on and off on a board? Native checkboxes, one under the other, in a group with a name. */
import type { ReactElement, ReactNode } from 'react'
import css from './Board.module.css'

interface Props<Id extends string> {
  label: string
  boxes: readonly { id: Id; isOn: boolean; text: ReactNode }[]
  onSwitch: (id: Id) => void
}

export function Checks<Id extends string>({ label, boxes, onSwitch }: Props<Id>): ReactElement {
  return (
    <fieldset className={`${css['choices']} ${css['stacked']}`}>
      <legend>{label}</legend>
      {boxes.map(({ id, isOn, text }) => (
        <label key={id}>
          <input type="checkbox" checked={isOn} onChange={() => onSwitch(id)} />
          {text}
        </label>
      ))}
    </fieldset>
  )
}
