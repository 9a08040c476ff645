/** How is it told that a token cannot be opened by any key, or names no way to open it? RFC 7516 §5.2, RFC 8725 §2.5. */
import { tellKeyFault } from '../keys/keyFault.ts'
import { tellRefusal } from '../token/critical.ts'
import { counted, shown } from '../token/quote.ts'
import { quoted } from '../token/visible.ts'
import type { HeaderGap, HeaderMember, SealFault } from './opening.ts'

/** `lead` and `rest` are the headline, `reason` is for the rung. */
export interface FaultTold {
  lead: string
  rest: string
  reason: string
}

const REFUSE = 'A server must refuse this token.'
const CUT = 'Part of it was probably lost or added in copying.'

const told = (lead: string, rest: string, reason: string): FaultTold => ({ lead, rest, reason })

export function tellSealFault(fault: SealFault): FaultTold {
  switch (fault.code) {
    case 'refused-header':
      return tellRefusal(fault.refusal)
    case 'header-clash':
      return told(
        `${quoted(fault.name)} stands in two headers.`,
        `The protected, the shared and the recipient’s header must not share a name (RFC 7516 section 7.2.1). ${REFUSE}`,
        `${quoted(fault.name)} stands in two headers`,
      )
    case 'part-unreadable':
      return told(
        `Can’t read the ${fault.part}:`,
        `it is not base64url from its character ${fault.position} on. ${CUT}`,
        `the ${fault.part} is not base64url`,
      )
    case 'part-missing':
      return told(
        `The ${fault.part} is empty.`,
        `Without it no key can open this token. ${CUT}`,
        `the ${fault.part} is empty`,
      )
    case 'part-length': {
      const size = `${counted(fault.bytes, 'byte')}, not ${fault.expected}`
      return told(
        `The ${fault.part} is ${size}.`,
        `No key can open this token. ${CUT}`,
        `the ${fault.part} is ${size}`,
      )
    }
    case 'not-in-blocks': {
      const size = counted(fault.bytes, 'byte')
      return told(
        `The ciphertext is ${size},`,
        `but AES-CBC makes blocks of ${fault.block}. ${CUT}`,
        `the ciphertext is ${size}, no multiple of ${fault.block}`,
      )
    }
    case 'encrypted-key-unexpected':
      return told(
        `The encrypted key is ${counted(fault.bytes, 'byte')},`,
        `but this algorithm carries none, so that part must be empty. ${REFUSE}`,
        'the encrypted key must be empty',
      )
    case 'member-missing':
      return told(
        `The header has no ${fault.member},`,
        `${meaningOf(fault.member)}, and no key can open the token without it.`,
        `the header has no ${fault.member}`,
      )
    case 'member-unreadable':
      return told(
        `The header’s ${fault.member} can’t be read.`,
        `It is ${meaningOf(fault.member)}, and must be ${formOf(fault.member)}.`,
        `the header’s ${fault.member} can’t be read`,
      )
    case 'member-length': {
      const size = `${counted(fault.bytes, 'byte')}, not ${fault.expected}`
      return told(
        `The header’s ${fault.member} is ${size}.`,
        'No key can open this token.',
        `the header’s ${fault.member} is ${size}`,
      )
    }
    case 'salt-short':
      return told(
        `The header’s salt (p2s) is ${counted(fault.bytes, 'byte')};`,
        `the standard wants at least ${fault.minimum}. ${REFUSE}`,
        `p2s is ${counted(fault.bytes, 'byte')}; at least ${fault.minimum} are needed`,
      )
    case 'epk-malformed':
      return told(
        'Can’t read the ephemeral key (epk):',
        `${tellKeyFault(fault.fault)}.`,
        'epk can’t be read',
      )
    case 'epk-kind':
      return told(
        'The ephemeral key (epk) is of the wrong kind.',
        `ECDH-ES needs an EC or X25519 public key there. ${REFUSE}`,
        'epk is of the wrong kind',
      )
    case 'epk-private':
      return told(
        'The ephemeral key (epk) carries its private half.',
        `Whoever reads the header can open the token. ${REFUSE}`,
        'epk carries its private half',
      )
    case 'epk-off-curve': {
      const curve = shown(fault.curve)
      return told(
        `The ephemeral key (epk) is not a valid ${curve} point.`,
        'A server that computes with it gives its private key away bit by bit (invalid curve attack), so it must refuse this token.',
        `epk is not on the curve ${curve}`,
      )
    }
    case 'same-parties':
      return told(
        'The header’s apu and apv are the same.',
        `They name the two parties and must differ (RFC 7518 section 4.6.2). ${REFUSE}`,
        'apu and apv are the same',
      )
    case 'zip-unprotected':
      return told(
        'zip stands outside the protected header.',
        `Anyone could have put it there (RFC 7516 section 4.1.3). ${REFUSE}`,
        'zip is not protected',
      )
    default:
      return fault satisfies never
  }
}

function meaningOf(member: HeaderMember): string {
  switch (member) {
    case 'epk':
      return 'the sender’s ephemeral public key'
    case 'apu':
      return 'the name of the sender'
    case 'apv':
      return 'the name of the recipient'
    case 'p2s':
      return 'the salt of the password'
    case 'p2c':
      return 'the number of PBKDF2 rounds'
    case 'iv':
      return 'the initialization vector of the encrypted key'
    case 'tag':
      return 'the authentication tag of the encrypted key'
    default:
      return member satisfies never
  }
}

function formOf(member: HeaderMember): string {
  if (member === 'epk') return 'a JSON object (a JWK)'
  return member === 'p2c' ? 'a whole number above 0' : 'base64url text'
}

export function tellHeaderGap(gap: HeaderGap): FaultTold {
  switch (gap.code) {
    case 'none':
      return told(
        'There is no header.',
        'Without one nobody knows how the token is encrypted.',
        'there is no header',
      )
    case 'not-base64url':
      return told(
        'Can’t open this token:',
        `its header is not plain base64url at character ${gap.position}. The key would have to match that spelling too.`,
        'the header is not plain base64url',
      )
    case 'not-json':
      return told('Can’t read the header:', 'it is not JSON.', 'the header is not JSON')
    case 'not-object':
      return told(
        'Can’t read the header:',
        'it is JSON, but no object.',
        'the header is no JSON object',
      )
    case 'alg-missing':
      return told(
        'The header names no algorithm.',
        'It must have an alg, for instance "alg":"RSA-OAEP-256".',
        'the header has no alg',
      )
    case 'enc-missing':
      return told(
        'The header does not say how the content is encrypted.',
        'It must have an enc, for instance "enc":"A256GCM".',
        'the header has no enc',
      )
    default:
      return gap satisfies never
  }
}
