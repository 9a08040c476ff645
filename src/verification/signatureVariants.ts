/** As which other bytes might the third part of a token be meant? RFC 7518 §3.4, RFC 3279 §2.2.3. */
import type { SignatureAlgorithm } from '../algorithms/algorithm.ts'
import { contentOf, INTEGER, sequenceIn, withoutLeadingZeros } from '../keys/derElement.ts'
import { readSecret } from '../keys/secret.ts'
import type { Segment } from '../token/segment.ts'
import { readUtf8 } from '../token/utf8.ts'

export type SignatureMiss =
  | { kind: 'der' }
  | {
      kind: 'signature-spelling'
      spelling: 'hex' | 'hex-in-base64url'
      of: 'MAC' | 'signature'
    }

/** At most 3, each with its bytes as JWS writes a signature; lengths are not judged. Never throws. */
export function signatureVariants(
  { text, bytes }: Segment,
  { family, signatureBytes }: SignatureAlgorithm,
): { miss: SignatureMiss; bytes: Uint8Array<ArrayBuffer> }[] {
  const raw = family === 'ecdsa' ? rawOfDer(bytes, signatureBytes[0] ?? 0) : null
  const of = family === 'hmac' ? 'MAC' : 'signature'
  const spellings = [
    ['hex', text],
    ['hex-in-base64url', readUtf8(bytes).text],
  ] as const
  return [
    ...(raw === null ? [] : [{ miss: { kind: 'der' } as const, bytes: raw }]),
    ...spellings.flatMap(([spelling, digits]) => {
      const reading = readSecret(digits, 'hex')
      return reading.kind === 'fault'
        ? []
        : [{ miss: { kind: 'signature-spelling', spelling, of } as const, bytes: reading.bytes }]
    }),
  ]
}

/** True for a SEQUENCE of two INTEGERs, as OpenSSL and Java write ECDSA signatures. */
export function isDerSignature(bytes: Uint8Array): boolean {
  return integersIn(bytes) !== null
}

function integersIn(bytes: Uint8Array): Uint8Array[] | null {
  const elements = sequenceIn(bytes)
  if (elements?.length !== 2 || elements.some(({ tag }) => tag !== INTEGER)) return null
  return elements.map((element) => withoutLeadingZeros(contentOf(bytes, element)))
}

/** R and S side by side, `size` bytes together; null for no DER, or numbers too long for it. */
function rawOfDer(bytes: Uint8Array, size: number): Uint8Array<ArrayBuffer> | null {
  const half = size / 2
  const integers = integersIn(bytes)
  if (integers === null || integers.some(({ length }) => length > half)) return null
  const raw = new Uint8Array(size)
  for (const [index, integer] of integers.entries())
    raw.set(integer, (index + 1) * half - integer.length)
  return raw
}

/** `clause` closes the headline (V12), `note` stands beside the key box. */
export function tellSignatureMiss(miss: SignatureMiss): { clause: string; note: string } {
  if (miss.kind === 'der')
    return {
      clause: 'Close: it matches if its DER encoding is turned into R and S side by side.',
      note: 'The signature is DER-encoded; turned into R and S side by side it matches. Its issuer must write it that way.',
    }
  const remedy = `A token wants the ${miss.of}’s own bytes in base64url.`
  switch (miss.spelling) {
    case 'hex':
      return {
        clause: 'Close: it matches if the third part is read as hex.',
        note: `The third part is the hex text of the ${miss.of}. ${remedy}`,
      }
    case 'hex-in-base64url':
      return {
        clause: 'Close: it matches if the third part is read as base64url of hex text.',
        note: `The third part is base64url of the hex text of the ${miss.of}. ${remedy}`,
      }
    default:
      return miss.spelling satisfies never
  }
}
