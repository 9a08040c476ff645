/** What is certain about the signature before any key is looked at, and what else has to be checked? RFC 7515 §5.2. */
import { memberNamed, stringMember } from '../token/jsonText.ts'
import { signingInputOf } from '../token/readAnyForm.ts'
import { algorithmOf, objectIn, type TokenReading } from '../token/readToken.ts'
import type { TextSegment } from '../token/segment.ts'
import { algorithmNamed, isNone } from '../algorithms/algorithms.ts'
import { nearestAlgorithm } from '../algorithms/nearestAlgorithm.ts'
import type { SignatureAlgorithm } from '../algorithms/algorithm.ts'
import { refusalOf } from '../token/critical.ts'
import type { TokenGap } from './tokenGap.ts'
import type { Verdict } from './verdict.ts'

/** All that a check with a key needs. */
export interface OpenQuestion {
  algorithm: SignatureAlgorithm
  kid: string | null
  /** The token's own characters, never re-encoded. */
  signingInput: Uint8Array<ArrayBuffer>
  characters: number
  signature: Uint8Array<ArrayBuffer>
  payload: Extract<Verdict, { kind: 'verified' }>['payload']
}

type Judgement = { kind: 'settled'; verdict: Verdict } | { kind: 'open'; question: OpenQuestion }

const settled = (verdict: Verdict): Judgement => ({ kind: 'settled', verdict })
const gap = (reason: TokenGap): Judgement => settled({ kind: 'unreadable-token', reason })

/** The first of these that holds settles it: form, header, `none`, `crit`, missing signature, algorithm, length. */
export function judgeToken(reading: TokenReading): Judgement {
  if (reading.form === 'empty') return gap({ code: 'empty' })
  if (reading.form === 'fragment' || reading.form === 'unknown')
    return gap({ code: 'parts', count: reading.segments.length })
  const header = reading.joseHeader
  if (header === null) return gap({ code: 'header' })
  const name = algorithmOf(reading)
  if (reading.form === 'jwe') {
    const algorithm = name === null ? undefined : algorithmNamed(name)
    return settled({
      kind: 'encrypted',
      algorithm: algorithm?.family === 'encryption' ? algorithm : null,
    })
  }
  if (name === null)
    return gap({ code: memberNamed(header, 'alg') === undefined ? 'alg-missing' : 'alg-not-text' })
  const { signature, payload } = reading
  if (signature === null) return gap({ code: 'parts', count: 2 })
  if (isNone(name))
    return settled({ kind: 'unsigned', spelling: name, hasThirdPart: signature.text !== '' })
  const refusal = refusalOf(objectIn(reading.header), 'signed')
  if (refusal !== null) return settled({ kind: 'refused-header', refusal })
  if (signature.text === '') return settled({ kind: 'signature-missing', alg: name })
  const algorithm = algorithmNamed(name)
  if (algorithm === undefined)
    return settled({ kind: 'unknown-algorithm', name, nearest: nearestAlgorithm(name) })
  if (algorithm.family === 'encryption') return settled({ kind: 'encryption-algorithm', algorithm })
  const fault = faultOfSignature(reading, algorithm, signature.bytes)
  if (fault !== null) return settled(fault)
  const input = signingInputOf(reading)
  if (input === null || payload === null) return settled({ kind: 'payload-apart', isEmpty: false })
  return {
    kind: 'open',
    question: {
      algorithm,
      kid: stringMember(header, 'kid'),
      signingInput: input.bytes,
      characters: input.characters,
      signature: signature.bytes,
      payload: kindOf(payload),
    },
  }
}

/** What shows without a key that the third part cannot be this algorithm’s signature. */
function faultOfSignature(
  reading: TokenReading,
  algorithm: SignatureAlgorithm,
  bytes: Uint8Array,
): Verdict | null {
  const alg = algorithm.name
  for (const fault of reading.faults) {
    if (fault.code === 'illegal-character' && fault.part === 'signature')
      return {
        kind: 'unreadable-signature',
        alg,
        position: fault.start + 1,
        character: fault.character,
      }
  }
  const expected = algorithm.signatureBytes
  if (expected.length > 0 && !expected.includes(bytes.length)) {
    const isDer = algorithm.family === 'ecdsa' && isDerSignature(bytes)
    return { kind: 'wrong-length', alg, bytes: bytes.length, expected, isDer, keyBits: null }
  }
  // one character too many carries too few bits to show in the byte count of a whole signature
  const isOdd = reading.faults.some(
    (fault) => fault.code === 'impossible-length' && fault.part === 'signature',
  )
  return isOdd
    ? { kind: 'unreadable-signature', alg, position: reading.text.length, character: null }
    : null
}

/** SEQUENCE of two INTEGERs, as OpenSSL and Java write ECDSA signatures (RFC 3279 §2.2.3). */
function isDerSignature(bytes: Uint8Array): boolean {
  const isLong = bytes[1] === 0x81
  const start = isLong ? 3 : 2
  const length = isLong ? bytes[2] : bytes[1]
  return bytes[0] === 0x30 && length === bytes.length - start && bytes[start] === 0x02
}

function kindOf({ text, json }: TextSegment): OpenQuestion['payload'] {
  if (text === '') return 'empty'
  if (json.root === null) return 'not-json'
  return json.root.kind === 'object' ? 'object' : 'json'
}
