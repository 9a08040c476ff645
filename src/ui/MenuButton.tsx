/** How does a button open a list of choices by pointer and by keyboard? WAI-ARIA menu button pattern. */
import {
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import css from './MenuButton.module.css'

export interface MenuItem {
  id: string
  label: string
  note?: string | undefined
  /** True or false for one choice of several, absent for an act. */
  isChosen?: boolean
  /** A hairline stands above it. */
  startsGroup?: boolean
}

interface Props {
  /** The accessible name of button and menu. */
  label: string
  children: ReactNode
  items: readonly MenuItem[]
  onPick: (id: string) => void
}

/** Arrow keys, Home, End and first letters move; Escape and Tab close; focus goes back to the button. */
export function MenuButton({ label, children, items, onPick }: Props): ReactElement {
  const [isOpen, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const id = useId()

  useLayoutEffect(() => {
    if (!isOpen) return
    const chosen = list.current?.querySelector<HTMLElement>('[aria-checked="true"]')
    const first = chosen ?? list.current?.querySelector<HTMLElement>('[role^="menuitem"]')
    first?.focus()
  }, [isOpen])

  useEffect(() => {
    if (!isOpen) return
    const closeOutside = (event: PointerEvent): void => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false)
    }
    document.addEventListener('pointerdown', closeOutside)
    return () => document.removeEventListener('pointerdown', closeOutside)
  }, [isOpen])

  const close = (): void => {
    setOpen(false)
    button.current?.focus()
  }

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Tab') return setOpen(false)
    if (event.key === 'Escape') {
      event.stopPropagation()
      return close()
    }
    const options = [...(list.current?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])]
    const here = options.findIndex((option) => option === document.activeElement)
    const next = moveTo(event.key, here, options)
    if (next === null) return
    event.preventDefault()
    options[next]?.focus()
  }

  return (
    <div ref={root} className={css['root']}>
      <button
        ref={button}
        type="button"
        className="quiet"
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' || isOpen) return
          event.preventDefault()
          setOpen(true)
        }}
      >
        {children}
      </button>
      {isOpen && (
        <div
          ref={list}
          id={id}
          role="menu"
          aria-label={label}
          tabIndex={-1}
          className={css['menu']}
          onKeyDown={onKeyDown}
        >
          {items.map((item) => (
            <button
              key={item.id}
              type="button"
              tabIndex={-1}
              role={item.isChosen === undefined ? 'menuitem' : 'menuitemradio'}
              aria-checked={item.isChosen}
              {...(item.isChosen !== undefined &&
                item.note && { 'aria-label': item.label, 'aria-describedby': `${id}-${item.id}` })}
              className={`${css['item']} ${item.startsGroup ? css['group'] : ''}`}
              onClick={() => {
                close()
                onPick(item.id)
              }}
            >
              <span>{item.label}</span>
              {item.note && (
                <span id={`${id}-${item.id}`} className={css['note']}>
                  {item.note}
                </span>
              )}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}

/** The index a key leads to, or null where it leads nowhere. */
function moveTo(key: string, here: number, options: readonly HTMLElement[]): number | null {
  const last = options.length - 1
  if (key === 'ArrowDown') return here === last ? 0 : here + 1
  if (key === 'ArrowUp') return here <= 0 ? last : here - 1
  if (key === 'Home') return 0
  if (key === 'End') return last
  if (key.length !== 1 || key === ' ') return null
  const startsSo = (option: HTMLElement): boolean =>
    option.textContent.toLowerCase().startsWith(key.toLowerCase())
  const after = options.findIndex((option, index) => index > here && startsSo(option))
  const found = after === -1 ? options.findIndex(startsSo) : after
  return found === -1 ? null : found
}
