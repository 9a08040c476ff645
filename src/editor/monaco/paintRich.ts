/** How does the part of a text that is in sight get its colours? */
import { type editor, Range } from 'monaco-editor/editor'
import type { Mark } from '../field.ts'
import { paint } from '../paint.ts'

/** Lines of the model drawn beyond either edge, and columns of a line that is broken into many. */
const MARGIN = 2000

/** Colours what is in sight now and after every scroll; the returned function does it anew. */
export function paintRich(
  rich: editor.IStandaloneCodeEditor,
  marks: (from: number, to: number) => Mark[],
): () => void {
  const runs = rich.createDecorationsCollection()
  const repaint = (): void => {
    const model = rich.getModel()
    if (model) runs.set(rich.getVisibleRanges().flatMap((range) => coloured(model, range, marks)))
  }
  rich.onDidScrollChange(repaint)
  rich.onDidLayoutChange(repaint)
  rich.onDidChangeHiddenAreas(repaint)
  return repaint
}

function coloured(
  model: editor.ITextModel,
  range: Range,
  marks: (from: number, to: number) => Mark[],
): editor.IModelDeltaDecoration[] {
  const from = Math.max(0, model.getOffsetAt(range.getStartPosition()) - MARGIN)
  const to = Math.min(model.getValueLength(), model.getOffsetAt(range.getEndPosition()) + MARGIN)
  const inSight = marks(from, to).map(({ from: start, to: end, tone, isOver }) => ({
    from: start - from,
    to: end - from,
    tone,
    isOver,
  }))
  const text = model.getValueInRange(
    Range.fromPositions(model.getPositionAt(from), model.getPositionAt(to)),
  )
  const decorations: editor.IModelDeltaDecoration[] = []
  let at = from
  for (const { text: run, tone } of paint(text, inSight)) {
    const end = at + run.length
    if (tone !== null)
      decorations.push({
        range: Range.fromPositions(model.getPositionAt(at), model.getPositionAt(end)),
        options: { inlineClassName: classesOf(tone) },
      })
    at = end
  }
  return decorations
}

/** The classes that the palette's tones have beside `data-tone`, which Monaco cannot set. */
function classesOf(tones: string): string {
  return tones
    .trim()
    .split(' ')
    .map((tone) => `tone-${tone}`)
    .join(' ')
}
