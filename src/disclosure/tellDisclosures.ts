/** How are the disclosures of a token and their faults told? V27 of ux.md 3.5. */
import { grouped } from '../token/grouped.ts'
import { tellExpectation } from '../token/jsonSyntax.ts'
import type { JsonNode } from '../token/jsonText.ts'
import { shown } from '../token/quote.ts'
import { nameCharacter } from '../token/nameCharacter.ts'
import { quoted } from '../token/visible.ts'
import { tellPath } from '../token/claimPath.ts'
import type { HashChoice } from './digest.ts'
import type {
  DigestPlace,
  DisclosureFault,
  DisclosureReading,
  DisclosuresReading,
  PayloadFault,
} from './readDisclosures.ts'

export interface DisclosuresTold {
  state: 'pass' | 'fail' | 'not checked'
  text: string
}

/** One or two sentences over all; about the issuer’s signature it says nothing. */
export function tellDisclosures(reading: DisclosuresReading): DisclosuresTold {
  const { hash, disclosures, hidden, faults } = reading
  if (hash.kind !== 'known') return tellHashGap(hash)
  const broken = disclosures.filter((one) => one.faults.length > 0).length
  const found = disclosures.filter(({ place }) => place !== null)
  const disclosed = found.filter((one) => one.faults.length === 0).length
  const total = found.length + hidden.length
  const lead = tellCount(disclosed, total)
  if (broken + faults.length > 0) {
    const what =
      broken === 0
        ? 'the payload has a fault'
        : `${grouped(broken)} of ${plural(disclosures.length, 'disclosure')} ${broken === 1 ? 'has' : 'have'} a fault`
    return {
      state: 'fail',
      text: `${lead}, but ${what}. A server must refuse the whole token (RFC 9901 section 7.1).`,
    }
  }
  const match =
    disclosed === 0
      ? ''
      : disclosed === 1
        ? ', and it matches its digest'
        : ', all match their digests'
  const rest = hidden.length === 0 ? '' : ` ${tellHidden(hidden.length)}`
  return { state: 'pass', text: `${lead}${match}.${rest}` }
}

/** The digests that nothing answers: "3 digests without a disclosure: hidden claims or decoys." */
export function tellHidden(count: number): string {
  return count === 1
    ? '1 digest without a disclosure: a hidden claim or a decoy.'
    : `${grouped(count)} digests without a disclosure: hidden claims or decoys.`
}

/** One disclosure by itself: a fault makes it fail, a digest that could not be computed leaves it unchecked. */
export function stateOfDisclosure({ digest, faults }: DisclosureReading): DisclosuresTold['state'] {
  if (faults.length > 0) return 'fail'
  return digest === null ? 'not checked' : 'pass'
}

/** Where the digest of a disclosure stands, or why none was looked for; its faults are told apart. */
export function tellPlace({ digest, place, faults }: DisclosureReading): string {
  if (place !== null) {
    const { path, inside } = place
    const where = inside === null ? 'the payload' : `disclosure ${grouped(inside + 1)}`
    return `Its digest stands in ${where}, for ${tellPath(path)}.`
  }
  if (digest === null) return 'Its digest could not be computed.'
  return faults.some(({ code }) => code === 'repeated')
    ? 'Its digest belongs to the same disclosure further up.'
    : 'Its digest stands nowhere.'
}

/** What is wrong with one disclosure, and what follows from it. Positions count from 1. */
export function tellDisclosureFault(fault: DisclosureFault): string {
  switch (fault.code) {
    case 'empty':
      return 'It is empty (0 characters): two ~ stand side by side. Take one out, or copy the token again.'
    case 'not-base64url':
      return fault.character === null
        ? `Its last character, number ${grouped(fault.at + 1)}, can’t be right: base64url does not end like that. One character was lost, added or changed.`
        : `Character ${grouped(fault.at + 1)} (${nameCharacter(fault.character)}) is not base64url, which is A–Z a–z 0–9 - _ only. Copy the token again; if it stays so, its issuer must fix it.`
    case 'not-utf8':
      return `It isn’t UTF-8 text at byte ${grouped(fault.byte + 1)}. Copy the token again; if it stays so, its issuer must write UTF-8.`
    case 'not-json':
      return `It isn’t JSON: expected ${tellExpectation(fault.expectation)} at byte ${grouped(fault.byte + 1)}, found ${fault.found === null ? 'the end' : nameCharacter(fault.found)}. A server must refuse the token.`
    case 'not-array':
      return `It is ${article(fault.found)}, not an array of salt, name and value. A server must refuse the token.`
    case 'wrong-count':
      return tellWrongCount(fault.count, fault.wanted)
    case 'name-not-text':
      return `Its claim name must be text, but it is ${article(fault.found)}. A server must refuse the token.`
    case 'no-digest':
      return 'No digest in the payload or in another disclosure matches it, so the issuer did not sign it. A server must refuse the token.'
    case 'repeated':
      return `It is the same as disclosure ${grouped(fault.first + 1)}. The holder must not send a disclosure twice; a server must refuse the token.`
    case 'digest-repeated':
      return `Its digest stands ${tellTimes(fault.places)}. A digest must stand once; a server must refuse the token.`
    case 'forbidden-name':
      return `A claim must not be named ${quoted(fault.name)}: that name is for digests. A server must refuse the token.`
    case 'name-taken':
      return `The name ${quoted(fault.name)} is taken there already, so it would stand twice. A server must refuse the token.`
    default:
      return fault satisfies never
  }
}

/** What is wrong with the digests in the payload, or in a disclosed value. */
export function tellPayloadFault(fault: PayloadFault): string {
  switch (fault.code) {
    case 'digest-repeated':
      return `The digest ${quoted(fault.digest)} stands ${tellTimes(fault.places)}. A digest must stand once; a server must refuse the token.`
    case 'sd-not-digests':
      return `${tellPath(fault.path)} must be a list of digests as text, and it is not. Its issuer must fix it (RFC 9901 section 4.2.4.1).`
    case 'reserved-name':
      return fault.name === '_sd_alg'
        ? `${tellPath(fault.path)} has no place there: _sd_alg stands at the top of the payload only. Its issuer must fix it (RFC 9901 section 4.1.1).`
        : `${tellPath(fault.path)} is no digest alone in a list item, and ‘...’ has no other use. Its issuer must fix it (RFC 9901 section 4.1).`
    default:
      return fault satisfies never
  }
}

function tellHashGap(hash: Exclude<HashChoice, { kind: 'known' }>): DisclosuresTold {
  switch (hash.kind) {
    case 'unknown':
      return {
        state: 'not checked',
        text: `_sd_alg is ${quoted(hash.name)}, and this page knows sha-256, sha-384 and sha-512 only. No disclosure could be compared with its digest.`,
      }
    case 'not-text':
      return {
        state: 'fail',
        text: `_sd_alg must be text, but it is ${article(hash.found)}. A server must refuse the token; its issuer must write for instance "sha-256".`,
      }
    default:
      return hash satisfies never
  }
}

function tellCount(disclosed: number, total: number): string {
  if (total === 0) return 'The payload holds no digests of hidden claims'
  if (disclosed === 0) return `None of ${plural(total, 'hidden claim')} disclosed`
  return disclosed === total && total > 1
    ? `All ${grouped(total)} hidden claims disclosed`
    : `${grouped(disclosed)} of ${plural(total, 'hidden claim')} disclosed`
}

function tellWrongCount(count: number, wanted: 2 | 3 | null): string {
  const found = `It has ${plural(count, 'part')}`
  switch (wanted) {
    case null:
      return `${found}; a disclosure has 3 (salt, name, value), or 2 for a list item. A server must refuse the token.`
    case 2:
      return `${found}, but its digest stands for a list item, which takes 2 (salt, value). A server must refuse the token.`
    case 3:
      return `${found}, but its digest stands in _sd, which takes 3 (salt, name, value). A server must refuse the token.`
    default:
      return wanted satisfies never
  }
}

/** Two places are named, of more their number is. */
function tellTimes(places: DigestPlace[]): string {
  const [first = '', second = ''] = places.map(({ path }) => tellPath(path))
  if (places.length > 2) return `${grouped(places.length)} times`
  return first === second ? `twice for ${first}` : `twice, for ${first} and for ${second}`
}

const plural = (count: number, noun: string): string =>
  `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`

const article = (kind: JsonNode['kind']): string =>
  kind === 'null' || kind === 'true' || kind === 'false'
    ? shown(kind)
    : `${kind === 'object' || kind === 'array' ? 'an' : 'a'} ${kind}`
