/** How is one of several things of the same kind chosen? WAI-ARIA tabs pattern with automatic activation. */
import { type KeyboardEvent, type ReactElement, useRef } from 'react'
import css from './Tabs.module.css'

interface Props {
  label: string
  names: readonly string[]
  chosen: number
  /** The id of what the tabs change. */
  controls: string
  onChoose: (index: number) => void
}

/** Arrow keys, Home and End move and choose. */
export function Tabs({ label, names, chosen, controls, onChoose }: Props): ReactElement {
  const list = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent): void => {
    const last = names.length - 1
    const next = {
      ArrowRight: chosen === last ? 0 : chosen + 1,
      ArrowLeft: chosen === 0 ? last : chosen - 1,
      Home: 0,
      End: last,
    }[event.key]
    if (next === undefined) return
    event.preventDefault()
    onChoose(next)
    list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[next]?.focus()
  }
  return (
    <div
      ref={list}
      role="tablist"
      aria-label={label}
      tabIndex={-1}
      className={css['tabs']}
      onKeyDown={onKeyDown}
    >
      {names.map((name, index) => (
        <button
          // oxlint-disable-next-line react/no-array-index-key -- two tokens may carry the same name
          key={`${index} ${name}`}
          type="button"
          role="tab"
          aria-selected={index === chosen}
          aria-controls={controls}
          tabIndex={index === chosen ? 0 : -1}
          className={css['tab']}
          onClick={() => onChoose(index)}
        >
          {name}
        </button>
      ))}
    </div>
  )
}
