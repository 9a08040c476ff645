/** How does a test put texts into the inspector and read what stands on the page? */
import { readIntake } from '../../src/intake/readIntake.ts'
import { boxTextOf, inspectorStore, type PaneName } from '../../src/state/inspectorStore.ts'
import { editPart } from '../../src/state/editPart.ts'
import { lateCode } from '../../src/state/lateCode.ts'
import { takeIn } from '../../src/state/tokenActs.ts'
import { foundOf, paneOf, readingOf } from '../../src/state/inspectorView.ts'

/** An empty inspector for which all code has arrived. */
export function reset(): void {
  inspectorStore.setState({ ...inspectorStore.getInitialState(), late: lateCode }, true)
}

export function paste(raw: string): void {
  takeIn(raw, readIntake(raw))
}

export const box = (): string => boxTextOf(inspectorStore.getState())

/** The text that a pane shows. */
export function paneText(pane: PaneName): string {
  return paneOf(inspectorStore.getState(), pane)?.projection.text ?? ''
}

/** Types into a pane, as its field would report it. */
export function typeInto(pane: PaneName, change: (text: string) => string): void {
  const inspector = inspectorStore.getState()
  const reading = readingOf(inspector)
  const segment = reading[pane]
  const shown = paneOf(inspector, pane)
  const found = foundOf(inspector)
  if (!segment || !shown || !found) throw new Error(`no ${pane} to type into`)
  const { projection } = shown
  editPart(pane, { found, segment, projection }, change(projection.text))
}

/** The decoded text of a part of the shown token. */
export function decoded(pane: PaneName): string {
  return readingOf(inspectorStore.getState())[pane]?.decoded.text ?? ''
}
