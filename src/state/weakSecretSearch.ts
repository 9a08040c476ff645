/** Is the secret of the shown token publicly known? Asked only on request, in a worker. Loaded late. RFC 8725 §3.5. */
import { createStore } from 'zustand/vanilla'
import { macToSearch, type SearchOutcome } from '../verification/weakSecrets.ts'
import { startFromBlob } from '../workers/startFromBlob.ts'
import type { SearchOrder, SearchReport } from '../workers/weakSecrets.ts'
// oxlint-disable-next-line import/default -- Vite makes the address
import address from '../workers/weakSecrets.ts?worker&url'
import { editKey, type Inspector, inspectorStore } from './inspectorStore.ts'
import { readingOf } from './inspectorView.ts'
import { keyReadingOf } from './lateView.ts'

/** The list that is searched: its lines, and the bytes of the file that brings it, rounded up. */
export const SECRET_LIST = { lines: 103_979, bytes: 1_400_000 }

/** The name of the file that the first search loads. */
export const LIST_FILE = address.replace(/[?#].*$/, '').replace(/^.*\//, '')

export type WeakSecretSearch =
  | { phase: 'idle' }
  /** The file has been named and waits for consent. */
  | { phase: 'asked' }
  | { phase: 'loading' }
  | { phase: 'searching'; tried: number }
  | { phase: 'done'; outcome: SearchOutcome }
  | { phase: 'failed' }

const idle: WeakSecretSearch = { phase: 'idle' }

export const weakSecretStore = createStore<WeakSecretSearch>(() => idle)

const { getState, setState } = weakSecretStore
const become = (next: WeakSecretSearch): void => setState(next, true)

/** Stands ready with the list in it once that has arrived. */
let worker: Worker | null = null
let isLoaded = false

/** Whether the shown token carries a MAC that a secret can have made. */
export function isSearchable(inspector: Inspector): boolean {
  return macToSearch(readingOf(inspector)) !== null
}

/** Names the file first; where the list is here already, searches at once. */
export function askForSearch(): void {
  if (isLoaded) startSearch()
  else become({ phase: 'asked' })
}

/** Loads the list where it is not here yet, and tries every line of it. */
export function startSearch(): void {
  const inspector = inspectorStore.getState()
  const mac = macToSearch(readingOf(inspector))
  if (mac === null) return
  const typed = keyReadingOf(inspector).kind === 'secret' ? inspector.key.text : null
  const order: SearchOrder = { mac, typed }
  if (isLoaded) {
    become({ phase: 'searching', tried: 0 })
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
    worker?.postMessage(order)
    return
  }
  become({ phase: 'loading' })
  const started = startFromBlob(address)
  worker = started
  started.addEventListener('error', () => {
    stopWorker()
    become({ phase: 'failed' })
  })
  started.addEventListener('message', ({ data }: MessageEvent<SearchReport>) => {
    if (data.kind === 'ready') {
      isLoaded = true
      startSearch()
    } else if (data.kind === 'tried') become({ phase: 'searching', tried: data.lines })
    else become({ phase: 'done', outcome: withoutOldKey(data.outcome, inspectorStore.getState()) })
  })
}

/** Ends a search at any point; the next one loads the list again. */
export function stopSearch(): void {
  stopWorker()
  become(idle)
}

function stopWorker(): void {
  worker?.terminate()
  worker = null
  isLoaded = false
}

/** Puts the secret that was found into the key box. */
export function takeFoundSecret(): void {
  const state = getState()
  if (state.phase === 'done' && state.outcome.found)
    editKey({ text: state.outcome.found.secret, encoding: 'utf8' })
}

/** What was said of a typed secret holds for that one alone. */
function withoutOldKey(outcome: SearchOutcome, { key }: Inspector): SearchOutcome {
  return outcome.typed?.secret === key.text ? outcome : { ...outcome, typed: null }
}

const isSameToken = (a: Inspector, b: Inspector): boolean =>
  readingOf(a).text === readingOf(b).text && a.chosen === b.chosen && a.detached === b.detached

// an answer lasts as long as the token it is about
inspectorStore.subscribe((inspector, previous) => {
  const state = getState()
  if (state.phase === 'idle') return
  if (!isSameToken(inspector, previous)) {
    if (state.phase === 'loading' || state.phase === 'searching') stopWorker()
    become(idle)
  } else if (state.phase === 'done' && inspector.key !== previous.key)
    become({ phase: 'done', outcome: withoutOldKey(state.outcome, inspector) })
})
