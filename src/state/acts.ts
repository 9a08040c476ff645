/** What happens on the acts that touch more than one store, or code that arrives late? */
import type { Edit } from '../editor/field.ts'
import type { Intake } from '../intake/intake.ts'
import { makeFreshPair } from '../samples/freshPair.ts'
import type { SampleId } from '../samples/sampleIds.ts'
import type { Sample } from '../samples/samples.ts'
import { clock, followClock } from './clock.ts'
import { boxTextOf, inspectorStore, noteInstantReset } from './inspectorStore.ts'
import {
  editToken,
  keepEarly,
  saySo,
  storeFound,
  takeIn,
  takeSample,
  undoIntake,
} from './tokenActs.ts'

type ReadIntake = (raw: string) => Intake
let readIntake: ReadIntake | null = null

/** Fetches the reader of pasted text; later calls find it at hand. */
export async function loadIntake(): Promise<ReadIntake> {
  readIntake ??= (await import('../intake/readIntake.ts')).readIntake
  return readIntake
}

/** Acts at once where the reader has arrived, else as soon as it has. */
function withIntake(act: (read: ReadIntake) => void): void {
  if (readIntake) act(readIntake)
  else void loadIntake().then(act, () => saySo(NOT_LOADED))
}

const NOT_LOADED =
  'The part of this page that finds tokens in a text did not load. Reload the page.'

/** A new token is judged by the clock again, and the page says so where it was not. */
function returnToNow(): void {
  if (clock.getState().frozen === null) return
  followClock()
  noteInstantReset()
}

/** Counts the user's acts, so that what comes late gives way to what was done since. */
let turn = 0

/** What was asked for before and comes later than this no longer counts. */
export function overtake(): number {
  return ++turn
}

/** Text that replaces whatever was there. Until the reader is here, the box holds it as it came. */
export function loadText(raw: string): void {
  const mine = overtake()
  const before = inspectorStore.getState()
  const isWaiting = readIntake === null
  if (isWaiting) editToken(raw)
  withIntake((read) => {
    if (isWaiting && (mine !== turn || boxText() !== raw)) return
    const intake = read(raw)
    // a key belongs into its own box, so the token comes back
    if (isWaiting && intake.key !== null) inspectorStore.setState(before)
    takeIn(raw, intake)
    if (intake.key === null) returnToNow()
  })
}

/** Text that stood in the box before the page was ready. */
export function loadEarly(raw: string): void {
  editToken(raw)
  withIntake((read) => {
    if (boxText() === raw) keepEarly(raw, read(raw))
  })
}

/** The raw text as it was pasted goes back into the box. */
export function restoreRaw(): void {
  overtake()
  // before the reader is here, nothing has been taken out of the box yet
  const raw = readIntake ? inspectorStore.getState().pasted.raw : boxText()
  withIntake((read) => undoIntake(raw, read(raw)))
}

/**
 * An edit of the token box. What replaced all of the text, and any insertion that holds a token or a key of
 * its own, is a fresh paste; everything else edits the text in place.
 */
export function takeEdit({ text, isWhole, inserted }: Edit): void {
  if (isWhole) return loadText(inserted ?? text)
  if (inserted !== null && readIntake && holdsItsOwn(readIntake(inserted)))
    return loadText(inserted)
  overtake()
  editToken(text)
  withIntake((read) => {
    if (boxText() === text) storeFound(text, read(text))
  })
}

function holdsItsOwn({ key, tokens }: Intake): boolean {
  return key !== null || tokens.some(({ text }) => text.split('.').length >= 3)
}

const boxText = (): string => boxTextOf(inspectorStore.getState())

/** Makes an example as of now; null where the browser cannot make its keys. */
export async function makeExample(id: SampleId): Promise<Sample | null> {
  const { makeSample } = await import('../samples/makeSample.ts')
  return makeSample(id, { now: clock.getState().live ?? 0, makeId })
}

/** Loads an example. One that takes time is dropped when another act came first; a key typed meanwhile stays. */
export async function loadSample(id: SampleId): Promise<void> {
  const mine = overtake()
  const before = boxText()
  const { key } = inspectorStore.getState()
  const sample = await makeExample(id)
  if (!sample || mine !== turn || boxText() !== before) return
  const isKeyTyped = inspectorStore.getState().key !== key
  show(id, isKeyTyped ? { ...sample, key: null } : sample)
}

/** Loads the example of a first visit at once. */
export function loadFreshPair(): void {
  show('fresh-pair', makeFreshPair({ now: clock.getState().live ?? 0, makeId }))
}

function show(id: SampleId, { tokens, key, sentence }: Sample): void {
  takeSample(id, tokens, key, sentence)
  returnToNow()
}

/** 32 hex digits, as a random UUID without its hyphens. */
export function makeId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
