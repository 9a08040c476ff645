/** How is what was found said in one line? */
import type { Finding } from './findTokens.ts'
import type { FoundToken } from './intake.ts'
import { nameByPlace } from './nameToken.ts'
import { decodedText, dotsExpected } from './joseHeader.ts'
import { spoken, tellPlace } from './place.ts'
import { addRemoval, noRemoval, type Removal, tellRemoval } from './removal.ts'
import { grouped } from '../token/grouped.ts'
import { listed } from '../token/quote.ts'

/** A token with what its reading left out. */
export interface Told {
  token: FoundToken
  finding: Finding
}

/** The rest of the paste, for the words about it. */
export interface Rest {
  /** Quotes and punctuation around a token that stands alone. */
  removal: Removal
  /** Characters of other text, white space at the ends not counted. */
  ignored: number
  /** How often a token was met again. */
  repeats: number
  hasKey: boolean
}

const ENCRYPTED = 'Encrypted token (JWE). Only its header can be read without its key.'

/** `sentence` of an intake with one token or more. */
export function tellTokens(found: readonly Told[], rest: Rest): string {
  const only = found.length === 1 ? found[0] : undefined
  const removal = noRemoval()
  for (const { finding } of found) addRemoval(removal, finding.removal)
  addRemoval(removal, rest.removal)
  const sentences = [
    ...(only === undefined ? [tellSeveral(found)] : tellOne(only, rest)),
    ...tellRemoval(removal),
    ...found.flatMap(({ finding }) => tellCut(finding)),
  ]
  if (rest.repeats > 0)
    sentences.push(
      `Left out ${rest.repeats === 1 ? 'a repeat' : `${grouped(rest.repeats)} repeats`} of the same token.`,
    )
  if (rest.hasKey) sentences.push('The key beside it was left out.')
  return sentences.join(' ')
}

function tellOne({ token, finding }: Told, rest: Rest): string[] {
  const { place, name } = token
  const found = tellPlace(place, nameByPlace(place) ?? name)
  const nature = tellNature(finding)
  if (found !== null) return nature === null ? [found] : [found, nature]
  const what = nature ?? tellForm(finding)
  if (place.kind === 'plain') return [what]
  const ignored = `The other ${grouped(rest.ignored)} ${rest.ignored === 1 ? 'character was' : 'characters were'} ignored.`
  return [`Found in the text: ${what}`, ignored]
}

function tellSeveral(found: readonly Told[]): string {
  const count = grouped(found.length)
  if (found.every(({ token }) => token.place.kind === 'json')) {
    const names = found.map(({ token: { place } }) => {
      const name = nameByPlace(place)
      return name === null ? (place.kind === 'json' ? place.member : '') : spoken(name)
    })
    if (found.length < 6) return `Found ${count} tokens in a JSON body: ${listed(names)}.`
  }
  const isHar = found.every(({ token }) => token.place.kind === 'har')
  return `Found ${count} tokens${isHar ? ' in a HAR file' : ''}. Choose one.`
}

/** What is special about a token; null for a plain one. */
function tellNature({ text, dots, header, disclosures }: Finding): string | null {
  if (dots === 4 && dotsExpected(header) === 4) return ENCRYPTED
  if (disclosures !== null) {
    const count = disclosures.texts.length
    const binding =
      disclosures.keyBinding === null ? 'no key-binding JWT' : 'key-binding JWT present'
    return `Selective-disclosure token: ${grouped(count)} ${count === 1 ? 'disclosure' : 'disclosures'}, ${binding}.`
  }
  if (dots === 2 && /^(?:application\/)?jwt$/i.test(header?.cty ?? '')) {
    const payload = decodedText(text.slice(text.indexOf('.') + 1, text.lastIndexOf('.')))
    if (/^"?e[\w-]+\.[\w-]*\./.test(payload.slice(0, 20_000)))
      return 'The payload is itself a token.'
  }
  return null
}

function tellForm({ text, dots, header }: Finding): string {
  const what =
    dots < 2 && header !== null
      ? 'Part of a token'
      : dots !== 2 || header === null
        ? 'Token text'
        : decodedText(text.slice(text.indexOf('.') + 1).slice(0, 40))
              .trimStart()
              .startsWith('{')
          ? 'JWT'
          : 'Signed message (JWS)'
  const parts = `${grouped(dots + 1)} ${dots === 0 ? 'part' : 'parts'}`
  const characters = `${grouped(text.length)} ${text.length === 1 ? 'character' : 'characters'}`
  return `${what}, ${characters}, ${parts}.`
}

function tellCut({ cutAfter, text }: Finding): string[] {
  if (cutAfter === null) return []
  const place = grouped(cutAfter)
  return cutAfter === text.length
    ? [`The token is cut off: an ellipsis follows its character ${place}.`]
    : [`A piece of the token is missing: an ellipsis stands after its character ${place}.`]
}

/** Of one part that was decoded elsewhere; `alg` is the header’s, null for claims. */
export function tellDecoded(alg: string | null): string {
  const what =
    alg === null
      ? 'These are the claims of a token, already decoded.'
      : `This is the header of a token, already decoded (alg: ${alg}).`
  return `No token found. ${what} Paste the token itself.`
}

/** What a text is that holds neither token nor key, where that can be seen. `text` without white space at the ends. */
export function tellOther(text: string): string {
  if (/^https?:\/\/\S+$/i.test(text))
    return 'No token found. That is an address, and this page fetches nothing. Open it yourself and paste what it answers.'
  if (/^\{[^{}]{0,2000}"alg"[^{}]{0,2000}\}\s{0,20}[.,]?\s{0,20}\{[^]*\}$/.test(text))
    return 'No token found. These are the header and the claims of a token, already decoded. Paste the token itself.'
  return tellGarbage(text.length)
}

/** The first sentence of E01 and the advice after it. `length` without white space at the ends. */
export function tellGarbage(length: number): string {
  const these =
    length === 1 ? 'This 1 character contains' : `These ${grouped(length)} characters contain`
  return `No token found. ${these} no xxxxx.yyyyy.zzzzz pattern. Paste a token, an Authorization header, a curl command or a JSON response.`
}
