/** What do the headline, the Signature rung and the Key rung say of opening a token? decisions.md C. */
import { tellOpener, tellReader } from '../algorithms/encryptionAlgorithms.ts'
import { nameEncoding } from '../keys/secret.ts'
import { grouped } from '../token/grouped.ts'
import { counted, shown } from '../token/quote.ts'
import { quoted } from '../token/visible.ts'
import type { Opening } from './opening.ts'
import { tellConcern, tellMaker, tellOpenerKey } from './tellOpenerKey.ts'
import { tellHeaderGap, tellSealFault } from './tellSealFault.ts'
import { tellNearMiss, tellUnusableOpener } from './tellUnusableOpener.ts'

type OpeningState = 'pass' | 'fail' | 'warning' | 'not checked'

interface RungTold {
  state: OpeningState
  /** A few words, no capital, no full stop. */
  reason: string
}

/** One sentence or two: `lead` is the phrase that answers, `rest` follows after a space. */
export interface OpeningTold {
  state: OpeningState
  lead: string
  rest: string
  signature: RungTold
  key: RungTold
}

const fail = (reason: string): RungTold => ({ state: 'fail', reason })
const unchecked = (reason: string): RungTold => ({ state: 'not checked', reason })
const NOT_TRIED = unchecked('not tried')

/** Where no key was tried: the Signature rung alone has something to say. */
const untried = (lead: string, rest: string, signature: string): OpeningTold => ({
  state: 'not checked',
  lead,
  rest,
  signature: unchecked(signature),
  key: NOT_TRIED,
})

/** *fail* needs a check that ran, or a fault that is certain without a key; all else is *not checked*. */
export function tellOpening(opening: Opening): OpeningTold {
  switch (opening.kind) {
    case 'opened':
      return tellOpened(opening)
    case 'unreadable-header': {
      const { lead, rest, reason } = tellHeaderGap(opening.gap)
      return untried(lead, rest, reason)
    }
    case 'faulty': {
      const { lead, rest, reason } = tellSealFault(opening.fault)
      return { state: 'fail', lead, rest, signature: fail(reason), key: NOT_TRIED }
    }
    case 'never':
      return untried(
        `This page doesn’t do ${opening.alg}, and nobody should:`,
        'whoever may ask a server often enough reads the content through its padding. RSA-OAEP-256 replaces it.',
        `${opening.alg} is broken, so nobody should use it`,
      )
    case 'signature-algorithm':
      return untried(
        `${opening.alg} is for signatures, not for encryption.`,
        'A token of five parts is an encrypted one, so this name can do nothing for it.',
        `${opening.alg} is for signatures`,
      )
    case 'unknown-name': {
      const name = quoted(opening.name)
      return untried(
        `Unknown ${opening.member} ${name}.`,
        'No standard this page knows has that name. Names are case-sensitive.',
        `no ${opening.member} ${name} is known`,
      )
    }
    case 'too-many-rounds':
      return untried(
        `Refused at once: p2c ${shown(opening.rounds)} is over the limit`,
        `of ${grouped(opening.limit)} rounds. A count that high only keeps its reader busy; nothing was computed.`,
        `p2c is over the limit of ${grouped(opening.limit)}`,
      )
    case 'no-192-bits':
      return untried(
        'This browser can’t use 192-bit AES keys,',
        `so it can’t do ${opening.name}. Decoding the header still works.`,
        'this browser has no 192-bit AES keys',
      )
    case 'unsupported-curve': {
      const curve = shown(opening.curve)
      return untried(
        `This browser can’t do ${opening.alg} on ${curve}.`,
        'Decoding the header still works.',
        `this browser can’t do ${opening.alg} on ${curve}`,
      )
    }
    case 'no-web-crypto':
      return untried(
        'This page was opened without HTTPS,',
        'so the browser turns cryptography off. Use https:// or localhost.',
        'without HTTPS the browser has no cryptography',
      )
    case 'no-key': {
      const { reader } = opening.need
      return {
        ...untried(
          'Encrypted token.',
          `Its claims are hidden; ${tellReader(reader)} can read them.`,
          'no key yet',
        ),
        key: unchecked(`needs ${tellOpener(reader)}`),
      }
    }
    case 'unusable-key': {
      const { need, reason } = opening
      const told = tellUnusableOpener(reason, need, 'private')
      return {
        state: 'fail',
        lead: told.lead,
        rest: told.rest,
        signature: unchecked(`this key cannot open ${need.alg}`),
        key: fail(told.reason),
      }
    }
    case 'other-modulus': {
      const size = counted(opening.bytes, 'byte')
      return {
        state: 'fail',
        lead: `The encrypted key is ${size},`,
        rest: `but a ${opening.keyBits}-bit key always makes ${opening.expected}. This is not the key it was locked with, or the token was cut.`,
        signature: fail(`the encrypted key is ${size}; this key makes ${opening.expected}`),
        key: unchecked('does not open this token'),
      }
    }
    case 'not-authentic':
      return tellNotAuthentic(opening)
    case 'too-large': {
      const limit = grouped(opening.limit)
      return {
        ...untried(
          'Not opened:',
          `unpacking stopped at ${limit} bytes, the most this page inflates. A small token that grows so large is likely an attack (zip bomb).`,
          `the key fits, but unpacking stopped at ${limit} bytes`,
        ),
        key: unchecked('the content stayed packed'),
      }
    }
    case 'broken-zip':
      return {
        ...untried(
          'Not opened:',
          'the key fits, but what it opens is not DEFLATE data, as zip says. The issuer must compress before encrypting (RFC 7516 section 4.1.3).',
          'the key fits, but the content does not unpack',
        ),
        key: unchecked('the content stayed packed'),
      }
    case 'refused':
      return untried(
        'Not opened:',
        `this browser’s cryptography refused the token without saying why (${opening.alg}, ${opening.enc}).`,
        'this browser refused the token',
      )
    default:
      return opening satisfies never
  }
}

function tellOpened(opened: Extract<Opening, { kind: 'opened' }>): OpeningTold {
  const { alg, enc, key, concerns } = opened
  const by = `${alg}, ${enc}`
  const noun = key.kind === 'password' ? 'password' : 'key'
  const [gravest] = concerns
  const concern = gravest === undefined ? null : tellConcern(gravest, alg)
  const clause = concern === null ? '' : `, but ${concern.clause}`
  const which = key.kid === null ? `this ${noun}` : `key ${quoted(key.kid)} of the set`
  const maker = tellMaker(key)
  return {
    state: concern === null ? 'pass' : 'warning',
    lead: 'Decrypted:',
    rest: `${which} opens it (${by})${clause}. ${maker.sentence}`,
    signature: {
      state: 'pass',
      reason: `decrypted, which is no signature: opens with ${which} (${by})`,
    },
    key:
      concern === null
        ? { state: 'pass', reason: `${tellOpenerKey(key)}; ${maker.reason}` }
        : { state: 'warning', reason: concern.reason },
  }
}

function tellNotAuthentic(failed: Extract<Opening, { kind: 'not-authentic' }>): OpeningTold {
  const { key, tried, nearMiss } = failed
  const noun = key?.kind === 'password' ? 'password' : 'key'
  const rest =
    key === null
      ? `none of the ${tried} keys tried is the one, or the token was altered.`
      : `either this is the wrong ${noun}, or the token was altered.`
  const read =
    key?.kind === 'secret' && key.encoding !== null ? `read as ${nameEncoding(key.encoding)}, ` : ''
  return {
    state: 'fail',
    lead: 'Authentication failed:',
    rest: `${rest}${tellNearMiss(nearMiss)}`,
    signature: fail(
      key === null ? `none of ${tried} keys opens it` : `${read}this ${noun} does not open it`,
    ),
    key: unchecked('does not open this token'),
  }
}
