/** How does a text come into Monaco's model and go out again, so that undo leads where people expect? */
import { editor, Range } from 'monaco-editor/editor'
import { changeBetween } from './change.ts'

const NO_COLOURS = { enabled: false, independentColorPoolPerBracketType: false }

/** A model that holds the last of these texts; undo leads back through the others. */
export function createText(language: string, texts: readonly string[]): editor.ITextModel {
  // always from nothing: a text given at once would lose a byte order mark
  const model = editor.createModel('', language)
  model.updateOptions({ tabSize: 2, bracketColorizationOptions: NO_COLOURS })
  model.setEOL(editor.EndOfLineSequence.LF)
  const [first = '', ...rest] = texts
  model.applyEdits([editTo(model, first)])
  for (const text of rest) changeText(model, text)
  return model
}

/** Makes another text of it; the caret stays with its character, and undo leads back. */
export function changeText(model: editor.ITextModel, text: string): void {
  model.pushStackElement()
  model.pushEditOperations(null, [editTo(model, text)], () => null)
  model.pushStackElement()
}

/** Makes another text of it, from which undo leads nowhere. */
export function drawText(model: editor.ITextModel, text: string): void {
  // only this empties the undo, and draws all lines anew
  if (model.canUndo() || model.canRedo()) model.setValue('')
  model.applyEdits([editTo(model, text)])
}

function editTo(model: editor.ITextModel, after: string): editor.IIdentifiedSingleEditOperation {
  const { from, to, text } = changeBetween(model.getValue(), after)
  return { range: rangeOf(model, from, to), text }
}

/** Offsets as everywhere in the page: UTF-16 code units from 0. */
export function rangeOf(model: editor.ITextModel, from: number, to: number): Range {
  return Range.fromPositions(model.getPositionAt(from), model.getPositionAt(to))
}
