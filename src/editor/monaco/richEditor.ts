/** How does one Monaco editor keep what the port of all fields promises? */
import { editor, type IDisposable, Selection, SelectionDirection } from 'monaco-editor/editor'
import { BRING_INTO_SIGHT, type Edit, type FieldProps } from '../field.ts'
import type { Leaving } from '../handOver.ts'
import { JSON_TEXT } from './features.ts'
import { fitTo } from './fit.ts'
import { explainBy } from './notes.ts'
import { FOLDING_ROOM, OPTIONS } from './options.ts'
import { paintRich } from './paintRich.ts'
import { listenToPointer } from './pointer.ts'
import { createText, changeText, drawText, rangeOf } from './text.ts'

/** What the editor asks of its field at any time; the newest properties each time. */
export interface Surroundings {
  frame: HTMLElement
  host: HTMLElement
  props: () => FieldProps
  /** The text as the field shows it. */
  shown: () => string
  /** An edit was told: the page may answer with another text, or with the one before. */
  onTold: () => void
  hint: string
}

export interface RichEditor {
  /** The properties have changed. */
  show: () => void
  /** Takes all of the text as selected, and the focus where nothing else has it. */
  selectAll: () => void
  leave: () => Leaving
  dispose: () => void
}

export function createRichEditor(
  { frame, host, props, shown, onTold, hint }: Surroundings,
  start: Leaving | null,
): RichEditor {
  const { label, wrap } = props()
  const isPane = wrap === 'none'
  let known = shown()
  const model = createText(isPane ? JSON_TEXT : 'plaintext', [...(start?.texts ?? []), known])
  const rich = editor.create(host, {
    ...OPTIONS,
    ariaLabel: label,
    model,
    folding: isPane,
    // a token breaks anywhere, JSON at its blanks
    ...(isPane
      ? JSON_BREAKS
      : { wordWrapBreakAfterCharacters: '', wordWrapBreakBeforeCharacters: '' }),
    readOnly: props().isReadOnly === true,
    domReadOnly: props().isReadOnly === true,
    placeholder: props().placeholder,
  })
  const area = host.querySelector('textarea')
  const fit = fitTo(rich, frame, isPane ? FOLDING_ROOM : 0)
  const repaint = paintRich(rich, (from, to) => props().marks(from, to))
  let isOutside = false
  let isTelling = false
  let inserted: string | null = null

  const change = (act: () => void): void => {
    isOutside = true
    act()
    isOutside = false
  }

  const replace = (text: string): void => {
    const selection = rich.getSelection()
    known = text
    if (!props().isDrawn) return change(() => changeText(model, text))
    change(() => drawText(model, text))
    if (selection) rich.setSelection(selection)
  }

  const tell = (edit: Omit<Edit, 'inserted'>): void => {
    known = edit.text
    props().onEdit({ ...edit, inserted })
    onTold()
    // what was pasted is read from its beginning; the caret stays behind it
    if (edit.isWhole && inserted !== null) rich.setScrollTop(0)
    inserted = null
  }

  const tellSelection = (): void => {
    const selection = rich.getSelection()
    if (!selection || !rich.hasTextFocus()) return
    const from = model.getOffsetAt(selection.getStartPosition())
    props().onSelect?.(from, model.getOffsetAt(selection.getEndPosition()))
  }

  const selectWhole = (): void => rich.setSelection(model.getFullModelRange())

  const listeners: IDisposable[] = [
    rich.onDidChangeModelContent(({ changes, isUndoing, isRedoing }) => {
      if (isOutside || isTelling) return
      const isBack = isUndoing || isRedoing
      const isWhole =
        known === '' || changes.some(({ rangeLength }) => rangeLength === known.length)
      isTelling = true
      // what comes in one event is typed character by character, and told once
      queueMicrotask(() => {
        isTelling = false
        if (!model.isDisposed()) tell({ text: model.getValue(), isWhole: isWhole && !isBack })
      })
    }),
    rich.onDidChangeCursorSelection(tellSelection),
    rich.onDidFocusEditorText(tellSelection),
    rich.onDidBlurEditorWidget(() => props().onBlur?.()),
    listenToPointer({
      rich,
      frame,
      point: (at) => props().onPoint?.(at),
      bring: (text) => (inserted = text),
      isReadOnly: () => props().isReadOnly === true,
      takeWhole: (text) => tell({ text, isWhole: true }),
    }),
  ]
  explainBy(model, (at) => props().explain?.(at) ?? [])

  // "select all" of a menu or of assistive software reaches the text area, which holds only what is near the caret
  area?.addEventListener('select', () => {
    const { selectionStart, selectionEnd, value } = area
    if (value !== '' && selectionStart === 0 && selectionEnd === value.length) selectWhole()
  })

  frame.addEventListener(BRING_INTO_SIGHT, () => {
    const linked = props()
      .marks(0, known.length)
      .find(({ tone }) => tone === 'link-start')
    if (!linked) return
    rich.revealPositionInCenterIfOutsideViewport(
      model.getPositionAt(linked.from),
      editor.ScrollType.Immediate,
    )
  })

  let hasShown = props()
  const show = (): void => {
    const { isReadOnly = false, placeholder, describedBy } = props()
    const text = shown()
    if (text !== known) replace(text)
    if (isReadOnly !== (hasShown.isReadOnly ?? false) || placeholder !== hasShown.placeholder)
      rich.updateOptions({ readOnly: isReadOnly, domReadOnly: isReadOnly, placeholder })
    hasShown = props()
    area?.setAttribute('aria-describedby', describedBy ? `${describedBy} ${hint}` : hint)
    repaint()
  }

  if (start) {
    const range = rangeOf(model, start.from, start.to)
    const [head, tail] = start.isBackward
      ? [range.getEndPosition(), range.getStartPosition()]
      : [range.getStartPosition(), range.getEndPosition()]
    rich.setSelection(Selection.fromPositions(head, tail))
    rich.setScrollTop(start.scrollTop)
    if (start.hasFocus) rich.focus()
  }

  return {
    show,
    selectAll: () => {
      selectWhole()
      const isFree = document.activeElement === document.body
      if (isFree && matchMedia('(pointer: fine)').matches) rich.focus()
    },
    leave: () => {
      const selection = rich.getSelection() ?? new Selection(1, 1, 1, 1)
      return {
        from: model.getOffsetAt(selection.getStartPosition()),
        to: model.getOffsetAt(selection.getEndPosition()),
        isBackward: selection.getDirection() === SelectionDirection.RTL,
        hasFocus: rich.hasTextFocus(),
        scrollTop: rich.getScrollTop(),
        texts: [],
      }
    },
    dispose: () => {
      fit.dispose()
      for (const listener of listeners) listener.dispose()
      rich.dispose()
      model.dispose()
    },
  }
}

const JSON_BREAKS = { wordWrapBreakAfterCharacters: ' \t', wordWrapBreakBeforeCharacters: '' }
