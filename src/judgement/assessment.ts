/** What is a verdict together with its words, and which can be given at once, before the rest has arrived? */
import { algorithmOf, claimsSetOf, type TokenReading } from '../token/readToken.ts'
import type { DisclosuresReading } from '../disclosure/readDisclosures.ts'
import type { KeyBindingReading } from '../disclosure/readKeyBinding.ts'
import type { TextSegment } from '../token/segment.ts'
import { memberNamed } from '../token/jsonText.ts'
import { writeUtf8 } from '../token/utf8.ts'
import { HMAC_HASHES, isMac } from '../verification/hmac.ts'
import {
  CHECKING,
  EMPTY,
  NOT_LOADED,
  tellCovered,
  tellPassed,
  tellSecret,
} from '../verification/plainWords.ts'
import type { RungTold, Told } from '../verification/told.ts'
import type { Subject, Verdict } from '../verification/verdict.ts'

/** The words stand beside the verdict they are about, because most of them arrive with the code that reaches it. */
export interface Assessment {
  verdict: Verdict
  told: Told
  signature: RungTold
  key: RungTold
  /** What was encrypted, where the key opened it. */
  opened?: TextSegment
  /** What a selectively disclosable token discloses. */
  disclosed?: Disclosed
  /** It tells of the key alone: nobody asked about the token beside it. */
  isOfKeyAlone?: true
}

interface Disclosed {
  reading: DisclosuresReading
  /** null where no holder has signed. */
  keyBinding: KeyBindingReading | null
  holder: RungTold
}

/** The payload, wherever it comes from: out of the token, or out of what the key opened. */
export function payloadIn(reading: TokenReading, { opened }: Assessment): TextSegment | null {
  return reading.payload ?? opened ?? null
}

type Words = Record<'lead' | 'rest' | 'signature' | 'key', string>

const waiting = (verdict: Verdict, { lead, rest, signature, key }: Words): Assessment => ({
  verdict,
  told: { state: 'not checked', lead, rest },
  signature: { state: 'not checked', reason: signature },
  key: { state: 'not checked', reason: key },
})

/** While a check runs. */
export const checking = waiting({ kind: 'checking' }, CHECKING)

/** Where the code that would check did not arrive. */
export const notLoaded = waiting({ kind: 'checking' }, NOT_LOADED)

/** Of no token at all. */
export const empty = waiting({ kind: 'unreadable-token', reason: { code: 'empty' } }, EMPTY)

/**
 * The assessment of no token, and of a faultless JWT that a long enough secret, given as text, has signed with
 * HS256, HS384 or HS512. null for everything else: `assess` knows it all, and says the same of these.
 */
export function assessPlainly(subject: Subject, reading: TokenReading): Assessment | null {
  if (reading.form === 'empty') return empty
  const { signature, payload, header, faults } = reading
  const alg = algorithmOf(reading)
  const hash = alg === null ? undefined : HMAC_HASHES.get(alg)
  if (!hash || alg === null || !signature || !payload || faults.length > 0) return null
  if (!claimsSetOf(reading) || memberNamed(header?.json.root ?? null, 'crit')) return null
  if (subject.isFromToken || subject.encoding !== 'utf8' || !isPlainSecret(subject.keyText))
    return null
  const secret = writeUtf8(subject.keyText)
  const input = writeUtf8(reading.text.slice(0, payload.end))
  const isLong = secret.length >= signature.bytes.length
  if (!isLong || !isMac(hash, secret, input, signature.bytes)) return null
  return {
    verdict: {
      kind: 'verified',
      alg,
      characters: payload.end,
      key: { kind: 'secret', bytes: secret.length, encoding: 'utf8', member: null },
      concerns: [],
      payload: 'object',
    },
    told: { state: 'pass', ...tellPassed(alg) },
    signature: { state: 'pass', reason: tellCovered(alg, payload.end) },
    key: { state: 'pass', reason: tellSecret(secret.length) },
  }
}

/** False for whatever may be a PEM block, a JWK, an SSH key, or one of the long secrets that documents print. */
const isPlainSecret = (text: string): boolean =>
  text !== '' && !/-----BEGIN|string-secret|^\s*(?:\{|ssh-|ecdsa-)/.test(text)
