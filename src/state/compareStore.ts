/** Which two texts are compared? */
import { createStore } from 'zustand/vanilla'
import type { Edit } from '../editor/field.ts'
import type { Intake } from '../intake/intake.ts'
import type { SampleId } from '../samples/sampleIds.ts'
import { SAMPLES } from '../samples/samples.ts'
import { loadIntake, loadText, makeExample } from './acts.ts'
import { boxTextOf, inspectorStore } from './inspectorStore.ts'
import { showToken } from './tokenActs.ts'
import { foundOf } from './inspectorView.ts'

/** The first and the second box. */
export type Place = 0 | 1

export interface Compared {
  texts: readonly [string, string]
  /** What is said of the text that came in last. */
  told: string
  /** The debugger’s tokens when they were last looked at; null before the first time. */
  origin: readonly string[] | null
}

const nothing: Compared = { texts: ['', ''], told: '', origin: null }

export const compareStore = createStore<Compared>(() => nothing)

const { getState, setState } = compareStore

/** The view opens: with the examples that the link asks for, else with the debugger’s tokens if they are new. */
export function openComparison(samples: readonly SampleId[]): void {
  const tokens = debuggerTokens()
  const { origin, texts } = getState()
  const isKnown = origin?.join(' ') === tokens.join(' ')
  setState({ origin: tokens })
  if (samples.length > 0) void loadSamples(samples)
  // a token that went from here to the debugger is no news
  else if (!isKnown && !(origin && texts.includes(shownToken())))
    setState({ texts: [tokens[0] ?? '', tokens[1] ?? ''], told: tellOrigin() })
}

function tellOrigin(): string {
  if (shownToken() === '') return ''
  return inspectorStore.getState().sample.token === null
    ? 'Taken over from the Debugger.'
    : 'Example from the Debugger. Paste your own tokens over it.'
}

const shownToken = (): string => {
  const inspector = inspectorStore.getState()
  return foundOf(inspector)?.text ?? boxTextOf(inspector)
}

/** The first of several, and beside it the shown one. */
function debuggerTokens(): string[] {
  const { current, shown } = inspectorStore.getState()
  const tokens = current.with(shown, shownToken())
  return tokens.length < 2 ? tokens : [tokens[0] ?? '', tokens[Math.max(1, shown)] ?? '']
}

/** One example by itself brings all of its tokens; of two, each brings its first. */
async function loadSamples(ids: readonly SampleId[]): Promise<void> {
  const before = getState().texts
  const asked = ids.slice(0, 2)
  const made = await Promise.all(asked.map(makeExample))
  if (getState().texts !== before) return
  const tokens = made.map((sample) => sample?.tokens.texts ?? [])
  const [first = [], second = first.slice(1)] = tokens
  const missing = asked.filter((_, index) => made[index] === null)
  setState({
    texts: [first[0] ?? '', second[0] ?? ''],
    told:
      missing.length > 0
        ? `This browser cannot make the example ${tellSamples(missing)}.`
        : `${asked.length === 1 ? 'Example' : 'Examples'}: ${tellSamples(asked)}.`,
  })
}

const tellSamples = (ids: readonly SampleId[]): string =>
  ids.map((id) => SAMPLES.find((sample) => sample.id === id)?.label ?? id).join(' and ')

const setText = (place: Place, text: string, told = ''): void =>
  setState(({ texts: [first, second] }) => ({
    texts: place === 0 ? [text, second] : [first, text],
    told,
  }))

/**
 * An edit of a box. What replaced all of it, and what was inserted with a token of its own, is searched for tokens:
 * one takes the place of the text, two fill both boxes. Everything else stays as it was typed.
 */
export function takeEdit(place: Place, { text, isWhole, inserted }: Edit): void {
  const before = getState()
  setText(place, text)
  const after = getState().texts
  const raw = inserted ?? (isWhole ? text : '')
  if (raw.trim() === '') return
  void loadIntake().then(
    (read) => {
      if (getState().texts !== after) return
      const intake = read(raw)
      if (isWhole || intake.key !== null || intake.tokens.some(isWholeToken))
        takeIntake(place, raw, intake, before)
    },
    () => setText(place, text, NOT_LOADED),
  )
}

const NOT_LOADED =
  'The part of this page that finds tokens in a text did not load. Reload the page.'

const isWholeToken = ({ text }: { text: string }): boolean => text.split('.').length >= 3

function takeIntake(place: Place, raw: string, intake: Intake, before: Compared): void {
  const { tokens, key, sentence, warnings } = intake
  const [first, second] = tokens
  if (key !== null)
    setState({ texts: before.texts, told: 'That is a key, not a token. It was left out.' })
  else if (first && second)
    setState({
      texts: [first.text, second.text],
      told: [tellSeveral(tokens.length), ...warnings].join(' '),
    })
  else setText(place, first?.text ?? raw, [sentence, ...warnings].join(' '))
}

const tellSeveral = (count: number): string =>
  count === 2
    ? 'Found 2 tokens, one for each box.'
    : `Found ${count} tokens. The first two are compared.`

/** Text that was pasted or dropped outside both boxes goes to the first empty one, else to the second. */
export function takeText(text: string): void {
  takeEdit(getState().texts[0] === '' ? 0 : 1, { text, isWhole: true, inserted: text })
}

export function swapTexts(): void {
  setState(({ texts: [first, second] }) => ({ texts: [second, first] }))
}

/** The debugger shows that token, as one of those it holds or as a new one. */
export function showInDebugger(token: string): void {
  const index = inspectorStore.getState().current.indexOf(token)
  if (index === -1) loadText(token)
  else showToken(index)
}

// what empties the debugger of all that was given empties the comparison as well
inspectorStore.subscribe(({ current, pasted }, previous) => {
  const empty = inspectorStore.getInitialState()
  const isEmpty = current === empty.current && pasted === empty.pasted
  if (isEmpty && previous.current !== current) setState(nothing)
})
