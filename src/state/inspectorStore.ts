/** What has the user given: which tokens, which key, and what did they change since? */
import { createStore } from 'zustand/vanilla'
import type { FoundToken, Intake } from '../intake/intake.ts'
import type { TextSegment } from '../token/readToken.ts'
import { editProjection } from '../token/editProjection.ts'
import type { Projection } from '../token/pieces.ts'
import { rewriteSegment } from '../token/rewriteToken.ts'
import { writeUtf8 } from '../token/utf8.ts'
import type { SecretEncoding } from '../keys/secret.ts'
import type { Assessment } from '../verification/assessment.ts'
import type { Subject } from '../verification/verdict.ts'

export type PaneName = 'header' | 'payload'

/** A token and where it stands in the box; `rawAt` as in the intake. */
export type Standing = Pick<FoundToken, 'text' | 'start' | 'rawAt'>

/** What the page says about a text that came in. */
export type Told = Pick<Intake, 'sentence' | 'warnings'>

export interface Inspector {
  /** What came in, the tokens found in it, and what is said about that. */
  pasted: {
    raw: string
    tokens: readonly string[]
    names: readonly (string | null)[]
    told: Told
  }
  /** The text of the token box for each of them, as edited since. */
  current: readonly string[]
  shown: number
  key: { text: string; encoding: SecretEncoding }
  /** The sample that token or key came with; null once they are the user's own. */
  sample: { token: string | null; key: string | null }
  /** What was found in a text of the token box that nobody pasted; it counts while the box holds that text. */
  box: { text: string; found: Standing | null; told: Told } | null
  /** What is said of a paste that was a key and so went to the key box. */
  keyPaste: Told | null
  /** The pane being typed in, for the token it made, so that its layout holds still. */
  partEdit: { pane: PaneName; token: string; projection: Projection } | null
  /** Which panes show the exact text; null leaves it to the text. */
  exact: Record<PaneName, boolean | null>
  /** Seconds of tolerance for exp and nbf. */
  leeway: number
  /** True where a new token has just put As of back to now. */
  isInstantReset: boolean
  verification: { subject: Subject; assessment: Assessment } | null
}

const silence: Told = { sentence: '', warnings: [] }

const nothing: Inspector = {
  pasted: { raw: '', tokens: [], names: [], told: silence },
  current: [''],
  shown: 0,
  key: { text: '', encoding: 'utf8' },
  sample: { token: null, key: null },
  box: null,
  keyPaste: null,
  partEdit: null,
  exact: { header: null, payload: null },
  leeway: 0,
  isInstantReset: false,
  verification: null,
}

export const inspectorStore = createStore<Inspector>(() => nothing)

const { getState, setState } = inspectorStore

/** The text of the token box. */
export function boxTextOf({ current, shown }: Inspector): string {
  return current[shown] ?? ''
}

/**
 * Takes any text in: its tokens replace the ones before, a key goes to the key box. A key that came with a
 * sample leaves with it, a key the user typed stays.
 */
export function takeIn(raw: string, intake: Intake): void {
  if (intake.key !== null) {
    const { key, sample } = getState()
    setState({
      key: { text: intake.key, encoding: key.encoding },
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
  replace({ pasted: { raw, tokens: texts, names, told }, current: texts })
  setState(({ sample }) => ({ sample: { ...sample, token: name } }))
  if (key !== null)
    setState({ key: { text: key, encoding: 'utf8' }, sample: { token: name, key: name } })
}

export interface NamedTokens {
  texts: readonly string[]
  names: readonly (string | null)[]
}

function replace(change: Pick<Inspector, 'pasted' | 'current'>): void {
  const { key, sample, leeway, verification } = getState()
  setState({
    ...nothing,
    ...change,
    key: sample.key === null ? key : nothing.key,
    leeway,
    verification,
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
export function storeFound(text: string, { tokens: [found], sentence, warnings }: Intake): void {
  setState({ box: { text, found: found ?? null, told: { sentence, warnings } } })
}

/** Says something of the text in the box, whatever was found in it. */
export function saySo(sentence: string): void {
  setState(({ pasted }) => ({ pasted: { ...pasted, told: { sentence, warnings: [] } } }))
}

/**
 * The pane of a part now shows this text: that segment of the token is rewritten, all else stays. A token that
 * was broken over lines or escaped in the box is written whole in its place.
 */
export function editPart(
  pane: PaneName,
  { found, segment, projection }: { found: Standing; segment: TextSegment; projection: Projection },
  next: string,
): void {
  const { text: token, start, rawAt } = found
  const edited = editProjection(projection, next)
  const isSame = edited.source === projection.source
  const rewritten = isSame ? token : rewriteSegment(token, segment, writeUtf8(edited.source))
  if (!isSame) {
    const before = boxTextOf(getState())
    const end = (rawAt?.at(-1) ?? start + token.length - 1) + 1
    const text = before.slice(0, start) + rewritten + before.slice(end)
    const { box, pasted } = getState()
    editToken(text)
    const standing = { text: rewritten, start, rawAt: null }
    setState({
      box: { text, found: standing, told: box?.text === before ? box.told : pasted.told },
    })
  }
  setState({ partEdit: { pane, token: rewritten, projection: edited } })
}

/** The pane is left: it is laid out anew from the token. */
export function endPartEdit(): void {
  if (getState().partEdit) setState({ partEdit: null })
}

export function showExactText(pane: PaneName, isExact: boolean): void {
  setState(({ exact }) => ({ exact: { ...exact, [pane]: isExact }, partEdit: null }))
}

export function showToken(index: number): void {
  setState({ shown: index, partEdit: null })
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

export function editKey(change: Partial<Inspector['key']>): void {
  setState(({ key, sample }) => ({
    key: { ...key, ...change },
    sample: { ...sample, key: null },
    keyPaste: null,
  }))
}

/** Seconds; anything but a number from 0 on counts as 0. */
export function setLeeway(seconds: number): void {
  setState({ leeway: Number.isFinite(seconds) && seconds > 0 ? Math.floor(seconds) : 0 })
}

export function noteInstantReset(): void {
  setState({ isInstantReset: true })
}

/** Keeps an assessment together with what it is about. */
export function storeAssessment(subject: Subject, assessment: Assessment): void {
  setState({ verification: { subject, assessment } })
}

/** Forgets tokens, keys and everything that came of them. */
export function clearEverything(): void {
  setState(nothing)
}
