/** How does the part of a text that is in sight get its colours? */
import { type editor, Range } from 'monaco-editor/editor'
import type { Mark } from '../field.ts'
import { paint } from '../paint.ts'

/** Lines of the model drawn beyond either edge, and columns of a line that is broken into many. */
const MARGIN = 2000

interface Sight {
  from: number
  text: string
  /** Of the model: another one means that its text has changed. */
  version: number
  below: readonly Mark[]
  links: readonly Mark[]
}

/** Colours what is in sight now and after every scroll; the returned function does it anew, once for all calls of a turn. */
export function paintRich(
  rich: editor.IStandaloneCodeEditor,
  marks: (from: number, to: number) => Mark[],
): () => void {
  // a link that moves leaves the colours below it alone
  const below = rich.createDecorationsCollection()
  const over = rich.createDecorationsCollection()
  let drawn: readonly Sight[] = []
  let isAwaited = false

  const paintSight = (): void => {
    isAwaited = false
    const model = rich.getModel()
    if (!model) return
    const seen = rich.getVisibleRanges().map((range) => sightOf(model, range, marks))
    const isSame = drawn.length === seen.length && seen.every((one, at) => isAlike(one, drawn[at]))
    if (!isSame) below.set(seen.flatMap((one) => coloured(model, one)))
    drawn = seen
    const links = seen.flatMap((one) => one.links)
    if (links.length > 0 || over.length > 0) over.set(links.map((mark) => decorate(model, mark)))
  }

  const repaint = (): void => {
    if (!isAwaited) queueMicrotask(paintSight)
    isAwaited = true
  }
  rich.onDidScrollChange(repaint)
  rich.onDidLayoutChange(repaint)
  rich.onDidChangeHiddenAreas(repaint)
  return repaint
}

function sightOf(
  model: editor.ITextModel,
  range: Range,
  marks: (from: number, to: number) => Mark[],
): Sight {
  const from = Math.max(0, model.getOffsetAt(range.getStartPosition()) - MARGIN)
  const to = Math.min(model.getValueLength(), model.getOffsetAt(range.getEndPosition()) + MARGIN)
  const span = Range.fromPositions(model.getPositionAt(from), model.getPositionAt(to))
  const all = marks(from, to)
  return {
    from,
    text: model.getValueInRange(span),
    version: model.getVersionId(),
    below: all.filter(({ isOver }) => !isOver),
    links: all.filter(({ isOver }) => isOver),
  }
}

/** True where the same text would get the same colours below the links. */
function isAlike(one: Sight, other: Sight | undefined): boolean {
  if (other?.from !== one.from || other.version !== one.version) return false
  if (other.text.length !== one.text.length || other.below.length !== one.below.length) return false
  return one.below.every(({ from, to, tone }, at) => {
    const mark = other.below[at]
    return mark?.from === from && mark.to === to && mark.tone === tone
  })
}

function coloured(
  model: editor.ITextModel,
  { from, text, below }: Sight,
): editor.IModelDeltaDecoration[] {
  const inSight = below.map((mark) => ({
    from: mark.from - from,
    to: mark.to - from,
    tone: mark.tone,
  }))
  const decorations: editor.IModelDeltaDecoration[] = []
  let at = from
  for (const { text: run, tone } of paint(text, inSight)) {
    const end = at + run.length
    if (tone !== null) decorations.push(decorate(model, { from: at, to: end, tone }))
    at = end
  }
  return decorations
}

function decorate(
  model: editor.ITextModel,
  { from, to, tone }: Mark,
): editor.IModelDeltaDecoration {
  return {
    range: Range.fromPositions(model.getPositionAt(from), model.getPositionAt(to)),
    options: { inlineClassName: classesOf(tone) },
  }
}

/** The classes that the palette's tones have beside `data-tone`, which Monaco cannot set. */
function classesOf(tones: string): string {
  return tones
    .split(' ')
    .map((tone) => `tone-${tone}`)
    .join(' ')
}
