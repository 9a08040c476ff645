/** What has the user given: which tokens, which key, and what did they change since? */
import { createStore } from 'zustand/vanilla'
import type { FoundToken, Intake } from '../intake/intake.ts'
import { NO_EXPECTATIONS } from '../judgement/noExpectations.ts'
import type { Expectations } from '../judgement/policy.ts'
import type { Projection } from '../token/pieces.ts'
import type { SecretEncoding } from '../keys/secret.ts'
import type { Assessment } from '../judgement/assessment.ts'
import type { Subject } from '../verification/verdict.ts'
import type { LateCode } from './lateCode.ts'

export type PaneName = 'header' | 'payload'

/** A token and where it stands in the box; `rawAt` as in the intake. */
export type Standing = Pick<FoundToken, 'text' | 'start' | 'rawAt'>

/** What the page says about a text that came in. */
export type Told = Pick<Intake, 'sentence' | 'warnings'> & Partial<Pick<Intake, 'carried'>>

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
  /** `isFromToken`: taken out of the token's own header, so that it proves nothing about the issuer. */
  key: { text: string; encoding: SecretEncoding; isFromToken: boolean }
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
  /** Which signature or recipient of a JSON form is read, from 0. */
  chosen: number
  /** The payload that travels apart from the token, as typed; empty for none. */
  detached: { text: string; encoding: SecretEncoding }
  /** What the user says a server expects. */
  expected: Expectations
  /** Seconds of tolerance for exp and nbf. */
  leeway: number
  /** True where a new token has just put As of back to now. */
  isInstantReset: boolean
  verification: { subject: Subject; assessment: Assessment } | null
  /** The tokens that the shown one was found inside, the outermost first. */
  outer: readonly Outer[]
  /** What reads and judges forms that a first visit does not meet; null until it has arrived. */
  late: LateCode | null
}

/** What is put aside while the token inside it, or one of a lesson, is shown. */
export type Outer = Pick<
  Inspector,
  'pasted' | 'current' | 'shown' | 'key' | 'sample' | 'box' | 'chosen' | 'detached' | 'exact'
> & {
  /** The token in front of it is not its payload but came from a lesson. */
  isBehindLesson?: true
}

const silence: Told = { sentence: '', warnings: [] }

export const nothing: Inspector = {
  pasted: { raw: '', tokens: [], names: [], told: silence },
  current: [''],
  shown: 0,
  key: { text: '', encoding: 'utf8', isFromToken: false },
  sample: { token: null, key: null },
  box: null,
  keyPaste: null,
  partEdit: null,
  exact: { header: null, payload: null },
  chosen: 0,
  detached: { text: '', encoding: 'utf8' },
  expected: NO_EXPECTATIONS,
  leeway: 0,
  isInstantReset: false,
  verification: null,
  outer: [],
  late: null,
}

export const inspectorStore = createStore<Inspector>(() => nothing)

const { setState } = inspectorStore

/** The text of the token box. */
export function boxTextOf({ current, shown }: Inspector): string {
  return current[shown] ?? ''
}

/** What the user types is the user's own, wherever the text before came from. */
export function editKey(change: Partial<Inspector['key']>): void {
  setState(({ key, sample }) => ({
    key: { ...key, isFromToken: false, ...change },
    sample: { ...sample, key: null },
    keyPaste: null,
  }))
}

export function noteInstantReset(): void {
  setState({ isInstantReset: true })
}

/** Keeps an assessment together with what it is about. */
export function storeAssessment(subject: Subject, assessment: Assessment): void {
  setState({ verification: { subject, assessment } })
}
