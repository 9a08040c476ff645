/** What is certain about the signature before any key is looked at, and what else has to be checked? RFC 7515 §5.2. */
import { memberNamed, stringMember } from '../token/jsonText.ts'
import { signingInputOf } from '../token/readAnyForm.ts'
import { algorithmOf, objectIn, type TokenReading } from '../token/readToken.ts'
import type { TextSegment } from '../token/segment.ts'
import { algorithmNamed, isNone } from '../algorithms/algorithms.ts'
import { nearestAlgorithm } from '../algorithms/nearestAlgorithm.ts'
import type { SignatureAlgorithm } from '../algorithms/algorithm.ts'
import { refusalOf } from '../token/critical.ts'
import { isDerSignature } from './signatureVariants.ts'
import type { TokenGap } from './tokenGap.ts'
import type { Verdict, WrongLength } from './verdict.ts'

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

type Judgement =
  | { kind: 'settled'; verdict: Verdict }
  /** `misfit` is set where the length of the signature settles it, and what is wrong with it stays a question. */
  | { kind: 'open'; question: OpenQuestion; misfit: WrongLength | null }

const settled = (verdict: Verdict): Judgement => ({ kind: 'settled', verdict })
const gap = (reason: TokenGap): Judgement => settled({ kind: 'unreadable-token', reason })

/** The first of these that holds settles it: form, header, `none`, `crit`, missing signature, algorithm, length. */
export function judgeToken(reading: TokenReading): Judgement {
  if (reading.form === 'empty') return gap({ code: 'empty' })
  const cut = reading.faults.find(({ code }) => code === 'cut-out')
  if (cut) return gap({ code: 'cut-out', after: cut.start })
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
  const input = signingInputOf(reading)
  if (fault !== null && (fault.kind !== 'wrong-length' || input === null)) return settled(fault)
  if (input === null || payload === null) return settled({ kind: 'payload-apart', isEmpty: false })
  return {
    kind: 'open',
    misfit: fault,
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
): WrongLength | Extract<Verdict, { kind: 'unreadable-signature' }> | null {
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
    const { length } = bytes
    return {
      kind: 'wrong-length',
      alg,
      bytes: length,
      expected,
      isDer,
      keyBits: null,
      nearMiss: null,
    }
  }
  // one character too many carries too few bits to show in the byte count of a whole signature
  const isOdd = reading.faults.some(
    (fault) => fault.code === 'impossible-length' && fault.part === 'signature',
  )
  return isOdd
    ? { kind: 'unreadable-signature', alg, position: reading.text.length, character: null }
    : null
}

function kindOf({ text, json }: TextSegment): OpenQuestion['payload'] {
  if (text === '') return 'empty'
  if (json.root === null) return 'not-json'
  return json.root.kind === 'object' ? 'object' : 'json'
}
