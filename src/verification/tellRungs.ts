/** What do the Signature and Key rungs of the ladder say of a verdict? decisions.md C. */
import type { SignatureAlgorithm } from '../algorithms/algorithm.ts'
import { quoted } from '../token/visible.ts'
import { tellOpener } from '../algorithms/encryptionAlgorithms.ts'
import type { RungTold } from './told.ts'
import { tellRefusal } from '../token/critical.ts'
import { CHECKING, EMPTY, tellCovered } from './plainWords.ts'
import { counted, shown } from '../token/quote.ts'
import { nameEncoding } from '../keys/secret.ts'
import { tellPayloadApart, tellTokenGap } from './tokenGap.ts'
import { tellUnusable, type UnusableReason } from './unusableKey.ts'
import { tellConcern, tellUsedKey, type UsedKey } from './usedKey.ts'
import type { Verdict } from './verdict.ts'

const fail = (reason: string): RungTold => ({ state: 'fail', reason })
const unchecked = (reason: string): RungTold => ({ state: 'not checked', reason })

/** *fail* needs a check that ran, or a fault that is certain without a key; all else is *not checked*. */
export function tellSignatureRung(verdict: Verdict): RungTold {
  switch (verdict.kind) {
    case 'verified':
      return { state: 'pass', reason: tellCovered(verdict.alg, verdict.characters) }
    case 'mismatch':
      return fail(tellMisfit(verdict.key, verdict.tried))
    case 'unsigned':
      return fail(
        `alg is ${shown(verdict.spelling)}: ${verdict.hasThirdPart ? 'the third part must be empty' : 'nothing is signed'}`,
      )
    case 'refused-header':
      return fail(tellRefusal(verdict.refusal).reason)
    case 'signature-missing':
      return fail('nothing follows the second dot')
    case 'unreadable-signature':
      return fail(
        verdict.character === null
          ? 'one character was lost or added'
          : `readable only up to character ${verdict.position}`,
      )
    case 'wrong-length':
      return fail(
        `${counted(verdict.bytes, 'byte')}; ${verdict.alg} ${verdict.keyBits === null ? 'always' : 'with this key'} makes ${verdict.expected.join(' or ')}`,
      )
    case 'no-key':
      return unchecked(verdict.isEmptySecretFit ? 'no key yet; an empty secret fits' : 'no key yet')
    case 'unusable-key':
      return unchecked(tellUntried(verdict.reason, verdict.algorithm))
    case 'unknown-algorithm':
      return unchecked(`no algorithm ${quoted(verdict.name)} is known`)
    case 'encryption-algorithm':
      return unchecked(`${verdict.algorithm.name} is for encryption`)
    case 'unsupported-algorithm':
      return unchecked(tellGapShortly(verdict.alg, verdict.gap))
    case 'no-web-crypto':
      return unchecked('without HTTPS the browser has no cryptography')
    case 'encrypted':
      return unchecked('encrypted, not signed')
    case 'payload-apart':
      return unchecked(tellPayloadApart(verdict.isEmpty).reason)
    case 'unreadable-token':
      return unchecked(tellTokenGap(verdict.reason).reason)
    case 'checking':
      return unchecked(CHECKING.signature)
    default:
      return verdict satisfies never
  }
}

/** The Key rung passes only where the signature did: nothing else vouches for a key. */
export function tellKeyRung(verdict: Verdict): RungTold {
  switch (verdict.kind) {
    case 'verified': {
      const [concern] = verdict.concerns
      return concern === undefined
        ? { state: 'pass', reason: tellUsedKey(verdict.key) }
        : { state: 'warning', reason: tellConcern(concern, verdict.alg).reason }
    }
    case 'mismatch':
      return unchecked('has not signed these bytes')
    case 'unusable-key':
      return fail(tellUnusable(verdict.reason, verdict.algorithm).reason)
    case 'no-key':
      return unchecked('no key yet')
    case 'unsigned':
      return unchecked('no key can vouch for it')
    case 'encrypted':
      return unchecked(`needs ${tellOpener(verdict.algorithm?.reader ?? null)}`)
    case 'unreadable-token':
      return unchecked(verdict.reason.code === 'empty' ? EMPTY.key : 'nothing to check it on')
    case 'refused-header':
    case 'signature-missing':
    case 'unreadable-signature':
    case 'wrong-length':
      return unchecked('no signature it could vouch for')
    case 'unknown-algorithm':
    case 'encryption-algorithm':
    case 'unsupported-algorithm':
    case 'payload-apart':
    case 'no-web-crypto':
      return unchecked('not tried')
    case 'checking':
      return unchecked(CHECKING.signature)
    default:
      return verdict satisfies never
  }
}

/** Of a set it is no one key that cannot do it. */
function tellUntried({ code }: UnusableReason, { name }: SignatureAlgorithm): string {
  switch (code) {
    case 'kid-not-in-set':
      return 'the set has no key of the name in the header (kid)'
    case 'none-in-set':
      return `no key of this set can check ${name}`
    default:
      return `this key cannot check ${name}`
  }
}

function tellMisfit(key: UsedKey, tried: number): string {
  if (tried > 1)
    return `none of the ${tried} keys that fit ${key.kind === 'secret' ? 'is its secret' : 'signed these bytes'}`
  if (key.kind !== 'secret') return 'this key did not sign these bytes'
  return key.encoding === null
    ? 'this secret does not fit'
    : `read as ${nameEncoding(key.encoding)}, this secret does not fit`
}

function tellGapShortly(alg: string, gap: 'browser' | 'not-loaded'): string {
  switch (gap) {
    case 'browser':
      return `this browser can’t check ${alg}`
    case 'not-loaded':
      return 'a part of this page did not load'
    default:
      return gap satisfies never
  }
}
