/** What does a token say, in whichever form it came: compact, JSON, with its payload apart or unencoded, with disclosures? */
import { encodeBase64url } from './base64url.ts'
import { asCompact } from './moreThanCompact.ts'
import { judgeText } from './judgeText.ts'
import { memberNamed } from './jsonText.ts'
import { readJsonSerialization } from './readJsonSerialization.ts'
import { readToken, type TokenReading } from './readToken.ts'
import { readSdJwt } from './readSdJwt.ts'
import { withText } from './segment.ts'
import { readUtf8, writeUtf8 } from './utf8.ts'

/** What the reading of a token needs besides its text. */
export interface FormChoice {
  /** Which signature or recipient of a JSON form, from 0; one that is not there counts as the first. */
  chosen: number
  /** The payload that travels apart from the token; null where none was given. */
  detached: Uint8Array<ArrayBuffer> | null
}

export const plainForm: FormChoice = { chosen: 0, detached: null }

/**
 * Reads any text as `readToken` does, and JSON forms (RFC 7515 §7.2, RFC 7516 §7.2), unencoded payloads (RFC 7797),
 * detached ones (RFC 7515 appendix F) and selectively disclosable tokens (RFC 9901 §4) besides. Linear; never throws.
 */
export function readAnyForm(text: string, { chosen, detached }: FormChoice): TokenReading {
  const reading = readJsonSerialization(text, chosen) ?? readSdJwt(text) ?? readToken(text)
  const decoded = saysUnencoded(reading) ? withPlainPayload(reading) : reading
  const whole = detached === null ? decoded : withDetached(decoded, detached)
  return whole.more === null
    ? whole
    : { ...whole, more: { ...whole.more, inWords: tellForm(whole) } }
}

/** True for a signed token whose payload part is absent or empty, so that it may travel apart. */
export function mayBeDetached(reading: TokenReading): boolean {
  const { form, payload, signature, more } = reading
  if (form !== 'jws' || signature === null || signature.text === '') return false
  return payload === null || payload.text === '' || more?.isDetached === true
}

/** The characters and bytes that the signature covers (RFC 7515 §5.1, RFC 7797 §3); null without all parts. */
export function signingInputOf(
  reading: TokenReading,
): { characters: number; bytes: Uint8Array<ArrayBuffer> } | null {
  const { header, payload, more } = reading
  if (payload === null) return null
  const head = `${header?.text ?? ''}.`
  if (more?.isUnencoded !== true) {
    const text = head + payload.text
    return { characters: text.length, bytes: writeUtf8(text) }
  }
  const before = writeUtf8(head)
  const bytes = new Uint8Array(before.length + payload.bytes.length)
  bytes.set(before)
  bytes.set(payload.bytes, before.length)
  return { characters: head.length + payload.text.length, bytes }
}

/** `b64` counts in the protected header alone (RFC 7797 §3). */
function saysUnencoded({ form, header }: TokenReading): boolean {
  return form === 'jws' && memberNamed(header?.json.root ?? null, 'b64')?.value.kind === 'false'
}

/** The payload part is the payload itself: no base64url is read out of it, and no fault of one counts. */
function withPlainPayload(reading: TokenReading): TokenReading {
  const { payload: part, more } = reading
  if (part === null) return { ...reading, more: { ...(more ?? asCompact), isUnencoded: true } }
  const isJson = more !== null && more.serialization !== 'compact'
  const write = (bytes: Uint8Array): string => {
    const { text } = readUtf8(bytes)
    return isJson ? JSON.stringify(text).slice(1, -1) : text
  }
  const { start, end, text } = part
  const payload = withText({ start, end, text, bytes: writeUtf8(text), write })
  const faults = reading.faults.filter(
    (fault) => fault.code !== 'empty-payload' && !('part' in fault && fault.part === 'payload'),
  )
  judgeText(payload, 'payload', faults)
  return {
    ...reading,
    payload,
    segments: reading.segments.map((segment) => (segment === part ? payload : segment)),
    more: { ...(more ?? asCompact), isUnencoded: true },
    faults: faults.toSorted((a, b) => a.start - b.start),
  }
}

/** The payload that was given stands in for the empty part; the token itself stays as it is. */
function withDetached(reading: TokenReading, bytes: Uint8Array<ArrayBuffer>): TokenReading {
  if (!mayBeDetached(reading)) return reading
  const more = { ...(reading.more ?? asCompact), isDetached: true }
  const text = more.isUnencoded ? readUtf8(bytes).text : encodeBase64url(bytes)
  const at = reading.payload?.start ?? 0
  const payload = withText({ start: at, end: at, text, bytes, isApart: true })
  const faults = reading.faults.filter(({ code }) => code !== 'empty-payload')
  return { ...reading, payload, more, faults }
}

function tellForm({ form, more, payload }: TokenReading): string {
  if (more === null) return ''
  const { serialization, count, chosen, disclosures, isUnencoded, isDetached } = more
  const entry = form === 'jwe' ? 'recipient' : 'signature'
  const words = [
    serialization === 'compact' ? 'three parts' : 'JSON form',
    ...(count > 1 ? [`${entry} ${chosen + 1} of ${count}`] : []),
    ...(isDetached || (form === 'jws' && payload === null) ? ['payload apart'] : []),
    ...(isUnencoded ? ['payload not encoded'] : []),
    ...(disclosures ? [tellCount(disclosures.length)] : []),
  ]
  return words.join(', ')
}

const tellCount = (disclosures: number): string =>
  disclosures === 1 ? '1 disclosure' : `${disclosures} disclosures`
