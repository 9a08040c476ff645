/** How does a test put texts into the inspector and read what stands on the page? */
import { readIntake } from '../../src/intake/readIntake.ts'
import {
  boxTextOf,
  editPart,
  inspectorStore,
  type PaneName,
  takeIn,
} from '../../src/state/inspectorStore.ts'
import { foundOf, paneOf, readingOf } from '../../src/state/inspectorView.ts'

export function reset(): void {
  inspectorStore.setState(inspectorStore.getInitialState(), true)
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
