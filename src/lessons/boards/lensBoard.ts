/** What does a reader without any key see of a payload, a few characters at a time? RFC 7515 §3. */
import { layRuler, type Ruler } from '../../token/byteRuler.ts'
import { stringMember } from '../../token/jsonText.ts'
import { readLink } from '../../token/link.ts'
import type { Span } from '../../token/spans.ts'
import { readToken } from '../../token/readToken.ts'
import { shown } from '../../token/quote.ts'
import { withMember } from '../claimText.ts'
import type { LessonToken } from '../lessonToken.ts'
import { signPayload } from '../signPayload.ts'

export interface LensState {
  token: string
  /** The first byte of the payload under the lens, from 0. */
  at: number
  /** What the learner typed as the address. */
  found: string
}

export interface LensSeen extends LensState {
  /** null where the payload has no such bytes. */
  ruler: Ruler | null
  /** The characters of the token that carry them, from 1. */
  characters: ReadonlySet<number>
  /** The text under the lens. */
  text: string
  /** Bytes of the payload. */
  count: number
  /** The claim to look for. */
  address: string
}

/** Added where the learner's token has no address of its own. */
const ADDRESS = 'rosa@example.org'

/** Bytes under the lens at a time: 16 characters of the token. */
export const LENS = 12

/** The learner's own token where it has an address; else a copy of it with one. */
export function startLens({ text, claims, reading }: LessonToken): LensState {
  const own = addressIn(stringMember(claims, 'email'))
  const payload = reading.payload?.decoded.text ?? '{}'
  return {
    token: own === null ? signPayload(withMember(payload, 'email', ADDRESS)) : text,
    at: 0,
    found: '',
  }
}

export function seeLens(state: LensState): LensSeen {
  const reading = readToken(state.token)
  const bytes = reading.payload?.bytes ?? new Uint8Array()
  const byteStart = Math.max(0, Math.min(state.at, bytes.length - LENS))
  const byteEnd = Math.min(bytes.length, byteStart + LENS)
  const link = readLink(reading, { part: 'payload', byteStart, byteEnd })
  const ruler = link && layRuler(reading, link)
  return {
    ...state,
    at: byteStart,
    ruler,
    characters: placesOf(link?.characters ?? { start: 0, end: 0 }),
    text: ruler?.texts.map(({ text }) => text).join('') ?? '',
    count: bytes.length,
    address: addressIn(stringMember(reading.payload?.json.root ?? null, 'email')) ?? '',
  }
}

const placesOf = ({ start, end }: Span): ReadonlySet<number> =>
  new Set(Array.from({ length: end - start }, (_, index) => start + index + 1))

/** With the right answer typed. */
export function solveLens(token: LessonToken): LensState {
  const start = startLens(token)
  return { ...start, found: seeLens(start).address }
}

/** Blanks around it and large letters do not matter. */
export const isFound = ({ found, address }: LensSeen): boolean =>
  address !== '' && found.trim().toLowerCase() === address.toLowerCase()

/** What is said of the typed answer; null while nothing stands there. */
export function tellFound(seen: LensSeen): string | null {
  const typed = seen.found.trim()
  if (typed === '') return null
  if (isFound(seen)) return `That is it: ${shown(seen.address)}. You needed no key to read it.`
  if (!typed.includes('@')) return 'An address has an @ in it. Move the lens on until you see one.'
  return 'The claims hold another address. Read it under the lens once more, letter by letter.'
}

/** Short enough to be typed again by hand, and without characters that cannot be seen. */
const addressIn = (text: string | null): string | null =>
  text !== null && /^[\w.+-]{1,40}@[\w.-]{1,40}$/.test(text) ? text : null
