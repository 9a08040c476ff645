/** How does a native text field show coloured text? A painted copy lies under it, line for line. */
import {
  type ClipboardEvent,
  type DragEvent,
  type ReactElement,
  startTransition,
  useEffect,
  useLayoutEffect,
  useReducer,
  useRef,
} from 'react'
import { COLOURED_WHOLE, CUT_LENGTH, type FieldProps, SHOWN_WHOLE, withLineFeeds } from './field.ts'
import { nameRuns, paint } from './paint.ts'
import css from './PlainField.module.css'
import { useLongText } from './useLongText.ts'

/** Pixels: the browser tells the gap nearest to the pointer, the field the character under it. */
const HALF_CHARACTER = 4

/**
 * The textarea is uncontrolled: its own caret, undo and composition stay, and text that was typed before the
 * script ran is kept. `value` is written to it only where it differs.
 */
export function PlainField(props: FieldProps): ReactElement {
  const { isSelectedOnce, wrap = 'anywhere' } = props
  const isCut = props.value.length > SHOWN_WHOLE
  const shown = withLineFeeds(isCut ? `${props.value.slice(0, CUT_LENGTH)}…` : props.value)
  const area = useRef<HTMLTextAreaElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  /** What the selection covered before the input event that follows. */
  const covered = useRef<string | null>(null)
  /** What is being pasted or dropped by the input event that follows. */
  const inserted = useRef<string | null>(null)
  const known = useRef(shown)
  const isFirst = useRef(true)
  const [pastes, notePaste] = useReducer((count: number) => count + 1, 0)
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  const long = useLongText(frame, shown, wrap)
  const isLong = long !== null || shown.length > COLOURED_WHOLE

  // after every render, because an edit may be answered with the text from before
  useLayoutEffect(() => {
    const field = area.current
    // the first picture is the drawn, empty one: what was typed into it comes with the next
    const isDrawn = isFirst.current && shown === ''
    isFirst.current = false
    if (field && field.value !== shown && !isDrawn) {
      const caret = field.selectionStart
      field.value = shown
      if (document.activeElement === field) field.setSelectionRange(caret, caret)
    }
    known.current = shown
  })

  useEffect(() => {
    // the browser's own event: React's stand-in for it knows nothing of deletions
    const remember = (): void => {
      const field = area.current
      covered.current = field && field.value.slice(field.selectionStart, field.selectionEnd)
    }
    const field = area.current
    field?.addEventListener('beforeinput', remember)
    return () => field?.removeEventListener('beforeinput', remember)
  }, [])

  useEffect(() => {
    // on a touch screen the focus would call the keyboard up
    const isFree = document.activeElement === document.body && matchMedia('(pointer: fine)').matches
    if (isSelectedOnce && isFree) area.current?.select()
  }, [isSelectedOnce])

  // what was pasted is read from its beginning; the caret stays behind it
  useEffect(() => {
    if (pastes > 0) frame.current?.scrollTo(0, 0)
  }, [pastes])

  const report = (text: string, pasted: string | null, isWhole: boolean): void => {
    known.current = text
    props.onEdit({ text, isWhole, inserted: pasted })
    redraw()
  }

  /** The browser inserts by itself, which keeps its undo; only what would stall a text area is taken over. */
  const receive = (event: ClipboardEvent | DragEvent, text: string): void => {
    inserted.current = text
    if (props.isReadOnly || (!isCut && text.length <= SHOWN_WHOLE)) return
    event.preventDefault()
    inserted.current = null
    report(text, text, true)
  }

  const from = long?.sight.from ?? 0
  const to = long?.sight.to ?? (isLong ? 0 : shown.length)
  const marks = props.marks(from, to)
  const runs = paint(
    shown.slice(from, to),
    marks.map((mark) => ({
      from: mark.from - from,
      to: mark.to - from,
      tone: mark.tone,
      isOver: mark.isOver,
    })),
  )
  const names = nameRuns(runs)

  return (
    <div
      ref={frame}
      className={`${css['frame']} ${props.className ?? ''}`}
      data-long={isLong ? wrap : undefined}
    >
      <div
        className={css['copy']}
        aria-hidden="true"
        style={long ? { top: long.sight.row * long.rowHeight } : undefined}
      >
        {runs.map(({ text, tone }, index) => (
          <span key={names[index]} data-tone={tone ?? undefined}>
            {text}
          </span>
        ))}
        <br />
      </div>
      <textarea
        ref={area}
        className={`${css['text']} ${isLong && !long ? css['bare'] : ''}`}
        style={
          long
            ? {
                height: long.grid.rows * long.rowHeight,
                minWidth: wrap === 'none' ? `${long.grid.columns + 1}ch` : undefined,
              }
            : undefined
        }
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
        onInput={(event) => {
          const text = event.currentTarget.value
          const isWhole = known.current === '' || covered.current === known.current
          report(text, inserted.current, isWhole)
          // the browser still scrolls to the caret, so what comes later has the last word
          if (isWhole && inserted.current) startTransition(notePaste)
          covered.current = null
          inserted.current = null
        }}
        onPaste={(event) => receive(event, event.clipboardData.getData('text/plain'))}
        onDrop={(event) => receive(event, event.dataTransfer.getData('text/plain'))}
        onBlur={props.onBlur}
        onSelect={({ currentTarget: { selectionStart, selectionEnd } }) =>
          props.onSelect?.(selectionStart, selectionEnd)
        }
        onPointerMove={({ clientX, clientY }) =>
          props.onPoint?.(
            document.caretPositionFromPoint?.(clientX - HALF_CHARACTER, clientY)?.offset ?? null,
          )
        }
        onPointerLeave={() => props.onPoint?.(null)}
      />
    </div>
  )
}
