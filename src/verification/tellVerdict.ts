/** What does the headline say of a verdict? V1–V28 of ux.md 3.5, the time aside. */
import { nameCharacter } from '../token/nameCharacter.ts'
import { quoted } from '../token/visible.ts'
import { tellReader } from '../algorithms/encryptionAlgorithms.ts'
import type { Told } from './told.ts'
import { tellRefusal } from '../token/critical.ts'
import { tellNearMiss } from './nearMiss.ts'
import { counted, shown } from '../token/quote.ts'
import { CHECKING, tellPassed } from './plainWords.ts'
import { tellPayloadApart, tellTokenGap } from './tokenGap.ts'
import { tellUnusable } from './unusableKey.ts'
import { PRIVATE_KEY_WARNING, tellConcern } from './usedKey.ts'
import type { CheckState, Verdict, WrongLength } from './verdict.ts'

const told = (state: CheckState, lead: string, rest = ''): Told => ({ state, lead, rest })

/** The headline's second sentence (V1–V28 of ux.md 3.5); its state is the graver of the Signature and Key rungs. */
export function tellVerdict(verdict: Verdict): Told {
  switch (verdict.kind) {
    case 'checking':
      return told('not checked', CHECKING.lead)
    case 'unreadable-token': {
      const { lead, rest } = tellTokenGap(verdict.reason)
      return told('not checked', lead, rest)
    }
    case 'payload-apart': {
      const { lead, rest } = tellPayloadApart(verdict.isEmpty)
      return told('not checked', lead, rest)
    }
    case 'encrypted':
      return told(
        'not checked',
        'Encrypted token.',
        `Its claims are hidden; ${tellReader(verdict.algorithm?.reader ?? null)} can read them.`,
      )
    case 'unsigned':
      return tellUnsigned(verdict.spelling, verdict.hasThirdPart)
    case 'refused-header': {
      const { lead, rest } = tellRefusal(verdict.refusal)
      return told('fail', lead, rest)
    }
    case 'signature-missing':
      return told(
        'fail',
        'Signature missing.',
        `The header promises ${shown(verdict.alg)} but nothing follows the second dot.`,
      )
    case 'unreadable-signature':
      return told(
        'fail',
        'Signature can’t be read.',
        verdict.character === null
          ? `One character was lost or added in the third part, which ends at character ${verdict.position}.`
          : `Character ${verdict.position} (${nameCharacter(verdict.character)}) can’t be in a token.`,
      )
    case 'unknown-algorithm':
      return told(
        'not checked',
        `Unknown algorithm ${quoted(verdict.name)}.`,
        verdict.nearest === null
          ? 'No standard this page knows has that name. Decoding still works.'
          : `Did you mean ${verdict.nearest}?`,
      )
    case 'encryption-algorithm':
      return told(
        'not checked',
        `${verdict.algorithm.name} is for encryption, not for signatures.`,
        'A token of three parts is a signed one, so there is nothing this name can check. Decoding still works.',
      )
    case 'wrong-length': {
      const { alg, expected, keyBits } = verdict
      const key = keyBits === null ? '' : ` with this ${keyBits}-bit key`
      return told(
        'fail',
        `Signature is ${counted(verdict.bytes, 'byte')}; ${alg}${key} always makes ${expected.join(' or ')}.`,
        explainLength(verdict),
      )
    }
    case 'unsupported-algorithm':
      return tellGapInAlgorithms(verdict.alg, verdict.gap)
    case 'no-web-crypto':
      return told(
        'not checked',
        'This page was opened without HTTPS,',
        'so the browser turns cryptography off. Use https:// or localhost.',
      )
    case 'no-key':
      return told(
        'not checked',
        'Decoded, not verified.',
        verdict.isEmptySecretFit
          ? 'It was signed with an empty secret (0 bytes): anyone can forge it.'
          : 'Add a key to check who made it.',
      )
    case 'unusable-key': {
      const { lead, rest } = tellUnusable(verdict.reason, verdict.algorithm)
      return told('fail', lead, rest)
    }
    case 'mismatch':
      return tellMismatch(verdict)
    case 'verified':
      return tellVerified(verdict)
    default:
      return verdict satisfies never
  }
}

function tellUnsigned(spelling: string, hasThirdPart: boolean): Told {
  const alg = shown(spelling)
  const bypass =
    spelling === 'none'
      ? ''
      : ' Spelling none in other letters is a known way past careless checks.'
  return hasThirdPart
    ? told(
        'fail',
        `alg is ${alg}, yet there is a third part.`,
        `The standard wants it empty: a server must refuse this token, and nobody vouches for its claims.${bypass}`,
      )
    : told(
        'fail',
        `Not signed (alg: ${alg}).`,
        `Anyone can write this token. A server must refuse it.${bypass}`,
      )
}

/** What may have happened to a signature of another length. */
function explainLength({ bytes, expected, isDer, keyBits, nearMiss }: WrongLength): string {
  const close = nearMiss === null ? '' : tellNearMiss(nearMiss).clause
  if (isDer) {
    const raw = `It starts with 0x30 and looks DER-encoded; a token wants R and S as ${expected.join(' or ')} raw bytes.`
    return close === '' ? raw : `${raw} ${close}`
  }
  if (close !== '') return close
  if (keyBits !== null) return 'It was cut off, or this is not the key that signed it.'
  return bytes < Math.min(...expected)
    ? 'The end was probably cut off.'
    : 'Something was probably added at the end.'
}

function tellGapInAlgorithms(alg: string, gap: 'browser' | 'not-loaded'): Told {
  switch (gap) {
    case 'browser':
      return told('not checked', `This browser can’t check ${alg}.`, 'Decoding still works.')
    case 'not-loaded':
      return told(
        'not checked',
        `The part of this page that checks ${alg} did not load.`,
        'Reload the page; decoding still works.',
      )
    default:
      return gap satisfies never
  }
}

function tellMismatch(mismatch: Extract<Verdict, { kind: 'mismatch' }>): Told {
  const sentences = [
    mismatch.isAllZero
      ? 'It is all zeros, a known forgery that broken libraries accept (CVE-2022-21449).'
      : `Either the token was changed after signing, or ${mismatch.tried > 1 ? `none of the ${mismatch.tried} keys tried has signed it` : 'this is not the key that signed it'}.`,
  ]
  if (mismatch.nearMiss !== null) sentences.push(tellNearMiss(mismatch.nearMiss).clause)
  if (mismatch.key.kind === 'private') sentences.push(PRIVATE_KEY_WARNING)
  return told('fail', 'Signature does not match.', sentences.join(' '))
}

function tellVerified(verified: Extract<Verdict, { kind: 'verified' }>): Told {
  const { alg, concerns, payload } = verified
  const clauses = concerns.flatMap((concern) => tellConcern(concern, alg).clause ?? [])
  const isPrivate = concerns.some(({ code }) => code === 'private-key')
  const end = isPrivate ? ` ${PRIVATE_KEY_WARNING}` : ''
  const state = concerns.length === 0 ? 'pass' : 'warning'
  const [clause] = clauses
  if (clause !== undefined) return told(state, 'Signature valid,', `${clause}${end}`)
  const message = tellMessage(payload)
  if (message !== null) return told(state, 'Signature valid,', `${message}${end}`)
  const passed = tellPassed(alg)
  return told(state, passed.lead, `${passed.rest}${end}`)
}

/** V25: a JWS that is no JWT. */
function tellMessage(payload: 'object' | 'json' | 'not-json' | 'empty'): string | null {
  const kind = 'so this is a signed message, not a JWT.'
  switch (payload) {
    case 'object':
      return null
    case 'json':
      return `but the payload is JSON without being an object, ${kind}`
    case 'not-json':
      return `but the payload isn’t JSON, ${kind}`
    case 'empty':
      return `but the payload is empty (0 bytes), ${kind}`
    default:
      return payload satisfies never
  }
}
