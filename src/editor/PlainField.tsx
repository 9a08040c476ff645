/** How does a native text field show coloured text? A painted copy lies under it, line for line. */
import {
  type ClipboardEvent,
  type DragEvent,
  type ReactElement,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { COLOURED_WHOLE, CUT_LENGTH, type FieldProps, SHOWN_WHOLE } from './field.ts'
import { paint } from './paint.ts'
import css from './PlainField.module.css'
import type { Window } from './visibleWindow.ts'

/**
 * The textarea is uncontrolled: its own caret, undo and composition stay, and text that was typed before the
 * script ran is kept. `value` is written to it only where it differs.
 */
export function PlainField(props: FieldProps): ReactElement {
  const isCut = props.value.length > SHOWN_WHOLE
  const shown = withLineFeeds(isCut ? `${props.value.slice(0, CUT_LENGTH)}…` : props.value)
  const area = useRef<HTMLTextAreaElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const copy = useRef<HTMLDivElement>(null)
  /** What the selection covered before the input event that follows. */
  const covered = useRef<string | null>(null)
  const inserted = useRef<string | null>(null)
  const known = useRef(shown)
  const [seen, setSeen] = useState<Window>({ from: 0, to: COLOURED_WHOLE })

  useLayoutEffect(() => {
    const field = area.current
    if (field && field.value !== shown) {
      const caret = field.selectionStart
      field.value = shown
      if (document.activeElement === field) field.setSelectionRange(caret, caret)
    }
    known.current = shown
  }, [shown])

  const { isSelectedOnce } = props
  useEffect(() => {
    // on a touch screen the focus would call the keyboard up
    const isFree = document.activeElement === document.body && matchMedia('(pointer: fine)').matches
    if (isSelectedOnce && isFree) area.current?.select()
  }, [isSelectedOnce])

  const isLong = shown.length > COLOURED_WHOLE
  useEffect(() => {
    if (!isLong || !frame.current) return
    const element = frame.current
    const look = async (): Promise<void> => {
      const { visibleWindow } = await import('./visibleWindow.ts')
      if (copy.current) setSeen(visibleWindow(element, copy.current, shown.length))
    }
    const onScroll = (): void => void look()
    onScroll()
    element.addEventListener('scroll', onScroll, { passive: true })
    return () => element.removeEventListener('scroll', onScroll)
  }, [isLong, shown])

  const report = (text: string, pasted: string | null, isWhole: boolean): void => {
    known.current = text
    props.onEdit({ text, isWhole, inserted: pasted })
  }

  /** The browser inserts by itself, which keeps its undo; only what would stall a text area is taken over. */
  const receive = (event: ClipboardEvent | DragEvent, text: string): void => {
    inserted.current = text
    if (props.isReadOnly || (!isCut && text.length <= SHOWN_WHOLE)) return
    event.preventDefault()
    inserted.current = null
    report(text, text, true)
  }

  const window = isLong ? seen : { from: 0, to: shown.length }
  const runs = paint(
    shown.slice(window.from, window.to),
    props.marks(window.from, window.to).map(({ from, to, tone }) => ({
      from: from - window.from,
      to: to - window.from,
      tone,
    })),
  )

  return (
    <div ref={frame} className={`${css['frame']} ${props.className ?? ''}`}>
      <div ref={copy} className={css['copy']} aria-hidden="true">
        {shown.slice(0, window.from)}
        {runs.map(({ text, tone }, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- runs have no other identity
          <span key={index} data-tone={tone ?? undefined}>
            {text}
          </span>
        ))}
        {shown.slice(window.to)}
        <br />
      </div>
      <textarea
        ref={area}
        className={css['text']}
        aria-label={props.label}
        aria-describedby={props.describedBy}
        placeholder={props.placeholder}
        readOnly={isCut || props.isReadOnly}
        spellCheck={false}
        autoComplete="off"
        autoCorrect="off"
        autoCapitalize="off"
        defaultValue=""
        rows={1}
        onBeforeInput={() => {
          const field = area.current
          covered.current = field && field.value.slice(field.selectionStart, field.selectionEnd)
        }}
        onInput={(event) => {
          const text = event.currentTarget.value
          const isWhole = known.current === '' || covered.current === known.current
          report(text, inserted.current, isWhole)
          covered.current = null
          inserted.current = null
        }}
        onPaste={(event) => receive(event, event.clipboardData.getData('text/plain'))}
        onDrop={(event) => receive(event, event.dataTransfer.getData('text/plain'))}
        onBlur={props.onBlur}
      />
    </div>
  )
}

/** A text area turns every line end into LF; comparing with anything else would rewrite it for ever. */
function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text
}
