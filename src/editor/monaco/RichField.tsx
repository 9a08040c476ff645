/** How does a text field stand on Monaco, behind the same port as the plain one? */
import { type ReactElement, useEffect, useId, useLayoutEffect, useReducer, useRef } from 'react'
import { type FieldProps, SHOWN_WHOLE, withLineFeeds } from '../field.ts'
import { leavePlain, leaveRich, plainFields, takeOver } from '../handOver.ts'
import { PlainField } from '../PlainField.tsx'
import { setUpMonaco } from './features.ts'
import { setUpNotes } from './notes.ts'
import css from './RichField.module.css'
import { createRichEditor, type RichEditor } from './richEditor.ts'
import { followPalette } from './theme.ts'

let isPrepared = false

/** Has to be called once before the first field stands; resolves when the signs of its widgets are there too. */
export async function prepare(): Promise<void> {
  if (!isPrepared) {
    isPrepared = true
    setUpMonaco()
    setUpNotes()
    followPalette()
  }
  await document.fonts.load('16px codicon')
}

/** A text too long to be shown whole is cut by the plain field; measured up to there, this one is the quicker. */
export function RichField(props: FieldProps): ReactElement {
  return props.value.length > SHOWN_WHOLE ? <CutField {...props} /> : <MonacoField {...props} />
}

/** The plain field, which hands over once its text is short enough. */
function CutField(props: FieldProps): ReactElement {
  const { label } = props
  useLayoutEffect(
    () => () => {
      const area = plainFields().find((field) => field.getAttribute('aria-label') === label)
      if (area) leavePlain(area)
    },
    [label],
  )
  return <PlainField {...props} />
}

function MonacoField(props: FieldProps): ReactElement {
  const { label, className, isSelectedOnce } = props
  const frame = useRef<HTMLDivElement>(null)
  const host = useRef<HTMLDivElement>(null)
  const rich = useRef<RichEditor | null>(null)
  const newest = useRef(props)
  const hasOwnSelection = useRef(false)
  const hint = useId()
  const [, redraw] = useReducer((count: number) => count + 1, 0)

  useLayoutEffect(() => {
    newest.current = props
  })

  useLayoutEffect(() => {
    if (!frame.current || !host.current) return
    const start = takeOver(label)
    hasOwnSelection.current = start !== null
    const made = createRichEditor(
      {
        frame: frame.current,
        host: host.current,
        props: () => newest.current,
        shown: () => withLineFeeds(newest.current.value),
        onTold: redraw,
        hint,
      },
      start,
    )
    rich.current = made
    return () => {
      leaveRich(label, made.leave())
      made.dispose()
      rich.current = null
    }
  }, [label, hint])

  // after every render, because an edit may be answered with the text from before
  useLayoutEffect(() => rich.current?.show())

  useEffect(() => {
    if (isSelectedOnce && !hasOwnSelection.current) rich.current?.selectAll()
    hasOwnSelection.current = false
  }, [isSelectedOnce])

  return (
    <div ref={frame} className={`${css['frame']} ${className ?? ''}`} data-rich="">
      <div ref={host} className={css['host']} />
      <span id={hint} hidden>
        Tab moves on to what follows, Shift and Tab back. Ctrl and F finds.
      </span>
    </div>
  )
}
