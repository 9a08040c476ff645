/** Which controls and results do the boards of the lessons share? */
import { type ReactElement, type ReactNode, useId } from 'react'
import { StateMark } from '../../../ui/StateMark.tsx'
import css from './Workbench.module.css'

interface Options<Value extends string> {
  label: string
  value: Value
  /** In the order in which they are shown. */
  options: readonly (readonly [value: Value, label: string])[]
  onChoose: (value: Value) => void
}

const chosenIn = <Value extends string>(
  options: Options<Value>['options'],
  text: string,
): Value | undefined => options.find(([value]) => value === text)?.[0]

export function Pick<Value extends string>(props: Options<Value>): ReactElement {
  const { label, value, options, onChoose } = props
  return (
    <label className={css['field']}>
      <span>{label}</span>
      <select
        className="select"
        value={value}
        onChange={({ currentTarget }) => {
          const chosen = chosenIn(options, currentTarget.value)
          if (chosen !== undefined) onChoose(chosen)
        }}
      >
        {options.map(([one, text]) => (
          <option key={one} value={one}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
}

export function Radios<Value extends string>(props: Options<Value>): ReactElement {
  const { label, value, options, onChoose } = props
  const name = useId()
  return (
    <fieldset className={css['choices']}>
      <legend>{label}</legend>
      <div>
        {options.map(([one, text]) => (
          <label key={one}>
            <input
              type="radio"
              name={name}
              checked={one === value}
              onChange={() => onChoose(one)}
            />
            {text}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

interface SwitchProps {
  label: string
  isOn: boolean
  onSwitch: (isOn: boolean) => void
}

export function Switch({ label, isOn, onSwitch }: SwitchProps): ReactElement {
  return (
    <label className={css['switch']}>
      <input
        type="checkbox"
        checked={isOn}
        onChange={({ currentTarget }) => onSwitch(currentTarget.checked)}
      />
      <span>{label}</span>
    </label>
  )
}

interface RangeProps {
  label: string
  value: number
  from: number
  to: number
  /** The value with its noun: "12 facts". */
  says: string
  onSlide: (value: number) => void
}

export function Range({ label, value, from, to, says, onSlide }: RangeProps): ReactElement {
  const id = useId()
  return (
    <div className={css['field']}>
      <label htmlFor={id}>{label}</label>
      <div className={css['range']}>
        <input
          id={id}
          type="range"
          min={from}
          max={to}
          value={value}
          aria-valuetext={says}
          onChange={({ currentTarget }) => onSlide(currentTarget.valueAsNumber)}
        />
        <output htmlFor={id}>{says}</output>
      </div>
    </div>
  )
}

/** A stretch of the board under a heading of its own. */
export function Part({ label, children }: { label: string; children: ReactNode }): ReactElement {
  return (
    <section className={css['part']} aria-label={label}>
      <h4>{label}</h4>
      {children}
    </section>
  )
}

export function Wire({ text }: { text: string }): ReactElement {
  return <pre className={css['wire']}>{text}</pre>
}

interface VerdictProps {
  state: 'pass' | 'fail' | 'warning' | 'not checked'
  title: string
  children?: ReactNode
}

/** A mark, what is the case in bold, and what there is to say of it. */
export function Verdict({ state, title, children }: VerdictProps): ReactElement {
  return (
    <div className={css['verdict']}>
      <StateMark state={state} />
      <div>
        <b>{title}</b> {children}
      </div>
    </div>
  )
}
