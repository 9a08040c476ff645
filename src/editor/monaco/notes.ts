/** What stands in the box that opens over a character? */
import { type editor, type IMarkdownString, languages, Range } from 'monaco-editor/editor'
import type { Note } from '../field.ts'

type Explain = (at: number) => Note[]

const explainers = new WeakMap<editor.ITextModel, Explain>()

/** From now on this text is explained by that function. */
export function explainBy(model: editor.ITextModel, explain: Explain): void {
  explainers.set(model, explain)
}

export function setUpNotes(): void {
  languages.registerHoverProvider('*', {
    provideHover(model, position) {
      const notes = explainers.get(model)?.(model.getOffsetAt(position)) ?? []
      const [first] = notes
      if (!first) return null
      const range = Range.fromPositions(
        model.getPositionAt(first.from),
        model.getPositionAt(first.to),
      )
      return { range, contents: notes.map(({ text }) => plainly(text)) }
    },
  })
}

/** Words of a token may be in it, so that nothing of it counts as markup. */
function plainly(text: string): IMarkdownString {
  return { value: text.replaceAll(/[!-/:-@[-`{-~]/g, '\\$&'), isTrusted: false, supportHtml: false }
}
