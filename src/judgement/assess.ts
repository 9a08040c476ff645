/** What is true of this token and this key, and how is it said? Loaded late. */
import type { EncryptedParts } from '../encryption/opening.ts'
import { tellOpening } from '../encryption/tellOpening.ts'
import type { TokenReading } from '../token/readToken.ts'
import { withText } from '../token/segment.ts'
import { readSubject } from '../verification/readSubject.ts'
import { tellKeyRung, tellSignatureRung } from '../verification/tellRungs.ts'
import { tellVerdict } from '../verification/tellVerdict.ts'
import type { Subject, Verdict } from '../verification/verdict.ts'
import { verifySignature } from '../verification/verifySignature.ts'
import { assessDisclosures } from './assessDisclosures.ts'
import { type Assessment, notLoaded } from './assessment.ts'

/** At once where no WebCrypto is needed, else promised; never throws, never rejects. */
export function assess(
  subject: Subject,
  reading: TokenReading = readSubject(subject),
): Assessment | Promise<Assessment> {
  const verdict = verifySignature(subject, reading)
  if (verdict instanceof Promise)
    return verdict.then((late) => withDisclosures(reading, inWords(late)))
  if (verdict.kind === 'encrypted') return assessOpening(subject, reading, verdict)
  return withDisclosures(reading, inWords(verdict))
}

const inWords = (verdict: Verdict): Assessment => ({
  verdict,
  told: tellVerdict(verdict),
  signature: tellSignatureRung(verdict),
  key: tellKeyRung(verdict),
})

function withDisclosures(
  reading: TokenReading,
  assessment: Assessment,
): Assessment | Promise<Assessment> {
  const { more, payload } = reading
  return more?.disclosures && payload ? assessDisclosures(reading, assessment) : assessment
}

async function assessOpening(
  { keyText, encoding }: Subject,
  reading: TokenReading,
  verdict: Verdict,
): Promise<Assessment> {
  const late = await import('../encryption/openToken.ts').catch(() => null)
  if (late === null) return { ...notLoaded, verdict }
  const { openToken } = late
  const opening = await openToken(encryptedPartsOf(reading), keyText, encoding)
  const { state, lead, rest, signature, key } = tellOpening(opening)
  const told = { verdict, told: { state, lead, rest }, signature, key }
  if (opening.kind !== 'opened') return told
  const place = { start: 0, end: 0, text: '', bytes: opening.plaintext, isApart: true as const }
  return { ...told, opened: withText(place) }
}

function encryptedPartsOf({ segments, header, more }: TokenReading): EncryptedParts {
  const [, encryptedKey, iv, ciphertext, tag] = segments.map(({ text }) => text)
  return {
    protectedHeader: header?.text ?? '',
    unprotected: more?.unprotected ?? null,
    recipientHeader: more?.recipientHeader ?? null,
    encryptedKey: encryptedKey ?? '',
    iv: iv ?? '',
    ciphertext: ciphertext ?? '',
    tag: tag ?? '',
    aad: more?.aad ?? null,
  }
}
