/** What has the user given: which tokens, which key, and what did they change since? */
import { createStore } from 'zustand/vanilla'
import { readIntake } from '../intake/readIntake.ts'
import type { TextSegment } from '../token/readToken.ts'
import { editProjection, type Projection } from '../token/projection.ts'
import { rewriteSegment } from '../token/rewriteToken.ts'
import { writeUtf8 } from '../token/utf8.ts'
import type { SecretEncoding } from '../verification/secret.ts'
import type { Subject, Verdict } from '../verification/verdict.ts'

export type PaneName = 'header' | 'payload'

export interface Inspector {
  /** What came in, and the tokens found in it. */
  pasted: { raw: string; tokens: readonly string[] }
  /** The text of the token box for each of them, as edited since. */
  current: readonly string[]
  shown: number
  key: { text: string; encoding: SecretEncoding }
  /** The sample that token or key came with; null once they are the user's own. */
  sample: { token: string | null; key: string | null }
  /** A paste that was a key and so went to the key box. */
  keyPaste: string | null
  /** The pane being typed in, for the token it made, so that its layout holds still. */
  partEdit: { pane: PaneName; token: string; projection: Projection } | null
  /** Which panes show the exact text; null leaves it to the text. */
  exact: Record<PaneName, boolean | null>
  /** Seconds of tolerance for exp and nbf. */
  leeway: number
  /** True where a new token has just put As of back to now. */
  isInstantReset: boolean
  verification: { subject: Subject; verdict: Verdict } | null
}

const nothing: Inspector = {
  pasted: { raw: '', tokens: [] },
  current: [''],
  shown: 0,
  key: { text: '', encoding: 'utf8' },
  sample: { token: null, key: null },
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
export function takeIn(raw: string): void {
  const intake = readIntake(raw)
  if (intake.kind === 'key' && intake.key !== null) {
    const { key, sample } = getState()
    setState({
      key: { text: intake.key, encoding: key.encoding },
      sample: { ...sample, key: null },
      keyPaste: raw,
    })
    return
  }
  const { key, sample, leeway, verification } = getState()
  const tokens = intake.tokens.map(({ text }) => text)
  setState({
    ...nothing,
    pasted: { raw, tokens },
    current: tokens.length > 0 ? tokens : [raw],
    key: sample.key === null ? key : nothing.key,
    leeway,
    verification,
  })
}

/**
 * Keeps text that was typed or pasted before the page was ready as it stands; only where several tokens were
 * found are they told apart at once.
 */
export function keepEarly(raw: string): void {
  takeIn(raw)
  if (getState().pasted.tokens.length === 1) undoIntake()
}

/** Loads a sample with the key that belongs to it. */
export function takeSample(name: string, raw: string, key: Inspector['key'] | null): void {
  takeIn(raw)
  setState(
    key ? { key, sample: { token: name, key: name } } : { sample: { token: name, key: null } },
  )
}

/** The token box now holds this text, edited by the user. */
export function editToken(text: string): void {
  const { current, shown, pasted, sample } = getState()
  setState({
    current: current.with(shown, text),
    pasted: pasted.raw === '' ? { raw: text, tokens: [] } : pasted,
    sample: { ...sample, token: null },
    partEdit: null,
    keyPaste: null,
  })
}

/** The pane of a part now shows this text: that segment of the token is rewritten, all else stays. */
export function editPart(
  pane: PaneName,
  segment: TextSegment,
  projection: Projection,
  next: string,
): void {
  const edited = editProjection(projection, next)
  const box = boxTextOf(getState())
  const found = readIntake(box).tokens[0]
  const token = found?.text ?? box
  const rewritten =
    edited.source === projection.source
      ? token
      : rewriteSegment(token, segment, writeUtf8(edited.source))
  const isPlain = found?.rawAt === null
  editToken(isPlain ? box.slice(0, found.start) + rewritten + box.slice(found.end) : rewritten)
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
  if (original !== undefined)
    setState({ current: current.with(shown, original), partEdit: null })
}

/** Puts the raw text back into the box, before anything was taken out of it. */
export function undoIntake(): void {
  const { raw } = getState().pasted
  setState({ pasted: { raw, tokens: [raw] }, current: [raw], shown: 0, partEdit: null })
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

/** Keeps a verdict together with what it is about. */
export function storeVerdict(subject: Subject, verdict: Verdict): void {
  setState({ verification: { subject, verdict } })
}

/** Forgets tokens, keys and everything that came of them. */
export function clearEverything(): void {
  setState(nothing)
}
