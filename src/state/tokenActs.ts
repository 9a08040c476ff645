/** How do tokens come into the box, and how are they edited there? */
import type { Intake } from '../intake/intake.ts'
import { type Inspector, inspectorStore, nothing, type PaneName } from './inspectorStore.ts'

const { getState, setState } = inspectorStore

/**
 * Takes any text in: its tokens replace the ones before, a key goes to the key box. A key that came with a
 * sample leaves with it, a key the user typed stays.
 */
export function takeIn(raw: string, intake: Intake): void {
  if (intake.key !== null) {
    const { key, sample } = getState()
    setState({
      key: { text: intake.key, encoding: key.encoding, isFromToken: false },
      sample: { ...sample, key: null },
      keyPaste: intake,
    })
    return
  }
  const tokens = intake.tokens.map(({ text }) => text)
  const names = intake.tokens.map(({ name }) => name)
  const current = tokens.length > 0 ? tokens : [raw]
  replace({ pasted: { raw, tokens, names, told: intake }, current })
}

/** Loads a sample with the key that belongs to it; without one, a key that the user typed stays. */
export function takeSample(
  name: string,
  { texts, names }: NamedTokens,
  key: string | null,
  sentence: string,
): void {
  const told = { sentence, warnings: [] }
  const [raw = ''] = texts
  // at once, so that nothing is checked without the key that comes with it
  replace({
    pasted: { raw, tokens: texts, names, told },
    current: texts,
    sample: { token: name, key: key === null ? null : name },
    ...(key !== null && { key: { text: key, encoding: 'utf8', isFromToken: false } }),
  })
}

export interface NamedTokens {
  texts: readonly string[]
  names: readonly (string | null)[]
}

type Replacement = Pick<Inspector, 'pasted' | 'current'> &
  Partial<Pick<Inspector, 'sample' | 'key'>>

function replace(change: Replacement): void {
  const { key, sample, leeway, expected, verification, late } = getState()
  setState({
    ...nothing,
    key: sample.key === null && !key.isFromToken ? key : nothing.key,
    leeway,
    expected,
    verification,
    late,
    ...change,
  })
}

/**
 * Keeps text that was typed or pasted before the page was ready as it stands; only where several tokens were
 * found are they told apart at once.
 */
export function keepEarly(raw: string, intake: Intake): void {
  takeIn(raw, intake)
  if (getState().pasted.tokens.length === 1) undoIntake(raw, intake)
}

/** The token box now holds this text, edited by the user. */
export function editToken(text: string): void {
  const { current, shown, sample } = getState()
  setState({
    current: current.with(shown, text),
    sample: { ...sample, token: null },
    partEdit: null,
    keyPaste: null,
  })
}

/** What was found in a text of the token box. */
export function storeFound(text: string, told: Intake): void {
  setState({ box: { text, found: told.tokens[0] ?? null, told } })
}

/** Says something of the text in the box, whatever was found in it. */
export function saySo(sentence: string): void {
  setState(({ pasted }) => ({ pasted: { ...pasted, told: { sentence, warnings: [] } } }))
}

/** The pane is left: it is laid out anew from the token. */
export function endPartEdit(): void {
  if (getState().partEdit) setState({ partEdit: null })
}

export function showExactText(pane: PaneName, isExact: boolean): void {
  setState(({ exact }) => ({ exact: { ...exact, [pane]: isExact }, partEdit: null }))
}

export function showToken(index: number): void {
  setState({ shown: index, partEdit: null, chosen: 0 })
}

/** Restores the shown token's text as it was found, and nothing else. */
export function backToPasted(): void {
  const { current, shown, pasted } = getState()
  const original = pasted.tokens[shown]
  if (original !== undefined) setState({ current: current.with(shown, original), partEdit: null })
}

/** Puts the raw text back into the box, before anything was taken out of it. */
export function undoIntake(raw: string, intake: Intake): void {
  setState({
    pasted: { raw, tokens: [raw], names: [null], told: intake },
    current: [raw],
    shown: 0,
    partEdit: null,
  })
  storeFound(raw, intake)
}
