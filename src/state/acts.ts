/** What happens on the acts that touch more than one store? */
import type { Edit } from '../editor/field.ts'
import { readIntake } from '../intake/readIntake.ts'
import { makeSample } from '../samples/makeSample.ts'
import type { Sample, SampleId } from '../samples/samples.ts'
import { clock, followClock } from './clock.ts'
import {
  clearEverything,
  editToken,
  inspectorStore,
  noteInstantReset,
  takeIn,
  takeSample,
} from './inspectorStore.ts'

/** A new token is judged by the clock again, and the page says so where it was not. */
function returnToNow(): void {
  if (clock.getState().frozen === null) return
  followClock()
  noteInstantReset()
}

/** Text that replaces whatever was there. */
export function loadText(raw: string): void {
  takeIn(raw)
  if (inspectorStore.getState().keyPaste === null) returnToNow()
}

/**
 * An edit of the token box. What replaced all of the text, and any insertion that holds a token or a key of
 * its own, is a fresh paste; everything else edits the text in place.
 */
export function takeEdit({ text, isWhole, inserted }: Edit): void {
  const piece = inserted ?? text
  if (isWhole) return loadText(piece)
  if (inserted !== null && holdsItsOwn(inserted)) return loadText(inserted)
  editToken(text)
}

function holdsItsOwn(inserted: string): boolean {
  const { kind, tokens } = readIntake(inserted)
  return kind === 'key' || tokens.some(({ text }) => text.split('.').length >= 3)
}

let latestSample: SampleId | null = null

/** Loads an example. One whose keys take time is dropped when another act came first. */
export async function loadSample(id: SampleId): Promise<void> {
  latestSample = id
  const before = inspectorStore.getState().pasted
  const made = makeSample(id, { now: clock.getState().live ?? 0, makeId })
  const sample = made instanceof Promise ? await made : made
  if (sample && latestSample === id && inspectorStore.getState().pasted === before)
    show(id, sample)
}

function show(id: SampleId, { raw, key }: Sample): void {
  takeSample(id, raw, key === null ? null : { text: key, encoding: 'utf8' })
  returnToNow()
}

/** Tokens, keys and the chosen instant are gone; preferences stay. */
export function forgetEverything(): void {
  clearEverything()
  followClock()
}

/** 32 hex digits, as a random UUID without its hyphens. */
function makeId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
