/** In which order is a token gone through, and what is said at each stop? ux.md 3.3, RFC 7519 §7.2. */
import { algorithmNamed } from '../algorithms/algorithms.ts'
import { contentEncryptionNamed } from '../algorithms/encryptionAlgorithms.ts'
import { type ClaimContext, explainClaim } from '../claims/explainClaim.ts'
import { nameInSentence } from '../claims/shortText.ts'
import { tellSealedParts } from '../encryption/tellSealedParts.ts'
import { type ByteRange, type Linkable, SEALED_PARTS } from '../token/carrier.ts'
import { grouped } from '../token/grouped.ts'
import { type JsonMember, memberNamed, stringMember } from '../token/jsonText.ts'
import { rangeOfMember, rangeOfPart } from '../token/link.ts'
import { objectIn } from '../token/readToken.ts'
import type { TextSegment } from '../token/segment.ts'
import type { Headline, Phrase } from './headline.ts'

export interface WalkStop {
  kind: 'header' | 'sealed parts' | 'payload' | 'signing input' | 'signature' | 'verdict'
  /** What the stop is about: a part, a parameter or a claim, the verdict. */
  name: string
  /** null where nothing of the token is meant, or nothing is there. */
  range: ByteRange | null
  sentence: string
}

/**
 * Header, `alg`, `typ`, the four other parts of an encrypted token, each claim, signing input, signature, verdict; what the token does not have is left out.
 * `context` is null where there are no claims to read. Never throws.
 */
export function walkStops(
  token: Linkable,
  context: ClaimContext | null,
  headline: Headline,
): WalkStop[] {
  const { header, payload } = token
  const stops: WalkStop[] = []
  if (header) {
    stops.push(wholePart(token, 'header', tellHeader(header)))
    for (const [name, tell] of [
      ['alg', tellAlgorithm],
      ['typ', tellType],
    ] as const) {
      const member = memberNamed(objectIn(header), name)
      if (!member) continue
      const range = rangeOfMember(header, 'header', member)
      stops.push({ kind: 'header', name, range, sentence: tell(member) })
    }
  }
  if (token.form === 'jwe') stops.push(...sealedStops(token))
  if (payload && context)
    for (const member of context.claims.members) {
      const { name, sentence } = explainClaim(member, context)
      const range = rangeOfMember(payload, 'payload', member)
      stops.push({ kind: 'payload', name, range, sentence })
    }
  else if (payload) stops.push(wholePart(token, 'payload', TELL_PAYLOAD))
  if (token.signature) {
    const input = rangeOfPart(token, 'signing input')
    if (input) stops.push(wholePart(token, 'signing input', tellInput(input)))
    stops.push(wholePart(token, 'signature', tellSignature(token.signature.bytes.length)))
  }
  stops.push({ kind: 'verdict', name: 'Verdict', range: null, sentence: tellVerdict(headline) })
  return stops
}

function wholePart(
  token: Linkable,
  part: 'header' | 'payload' | 'signing input' | 'signature',
  sentence: string,
): WalkStop {
  const name = `${part.charAt(0).toUpperCase()}${part.slice(1)}`
  return { kind: part, name, range: rangeOfPart(token, part), sentence }
}

/** What each part of an encrypted token does, in its own words. */
function sealedStops(token: Linkable): WalkStop[] {
  const header = objectIn(token.header)
  const algorithm = algorithmNamed(stringMember(header, 'alg') ?? '')
  const told = tellSealedParts(
    algorithm?.family === 'encryption' ? algorithm : null,
    contentEncryptionNamed(stringMember(header, 'enc') ?? '') ?? null,
  )
  return SEALED_PARTS.map((part, index) => ({
    kind: 'sealed parts',
    name: told[index + 1]?.name ?? part,
    range: rangeOfPart(token, part),
    sentence: told[index + 1]?.told ?? '',
  }))
}

const TELL_PAYLOAD = 'The payload is no JSON object, so it holds no claims.'

function tellHeader({ bytes, text }: TextSegment): string {
  const size = `${tellCount(bytes.length, 'byte')} in ${tellCount(text.length, 'character')}`
  return `${size} of base64url. It says how the token was made, and anyone can read it.`
}

function tellAlgorithm({ value }: JsonMember): string {
  if (value.kind !== 'string') return 'The algorithm has to be a text, and this is none.'
  const name = value.value
  if (name.toLowerCase() === 'none') return 'It is none: nobody signed this token.'
  const algorithm = algorithmNamed(name)
  if (!algorithm) return `It names ${nameInSentence(name)}, which this page does not know.`
  return `It names ${name}: ${algorithm.inWords}. A server must know that beforehand, not learn it here.`
}

function tellType({ value }: JsonMember): string {
  if (value.kind !== 'string') return 'The type has to be a text, and this is none.'
  const isJwt = value.value.toUpperCase() === 'JWT'
  return `It names ${nameInSentence(value.value)}, the kind of this token${isJwt ? ': a JSON Web Token' : ''}.`
}

function tellInput({ byteEnd }: ByteRange): string {
  return `The signature covers these ${tellCount(byteEnd, 'character')}: header, dot and payload as they stand. Change one and the signature no longer matches.`
}

function tellSignature(bytes: number): string {
  if (bytes === 0) return 'Nothing follows the second dot: there is no signature.'
  return `${tellCount(bytes, 'byte')}, made from the signing input and a key. Nobody can make them without that key.`
}

/** Pieces of one kind stand together, as on the screen. */
function tellVerdict({ what, answers }: Headline): string {
  let told = what
  for (const answer of answers) {
    let before: Phrase | null = null
    for (const phrase of answer) {
      const isParted = before?.isLead !== phrase.isLead || before.state !== phrase.state
      told += (isParted && phrase.text !== '' ? ' ' : '') + phrase.text
      before = phrase
    }
  }
  return told.trim()
}

const tellCount = (count: number, unit: string): string =>
  `${grouped(count)} ${unit}${count === 1 ? '' : 's'}`
