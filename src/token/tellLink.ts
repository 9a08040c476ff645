/** How is a link said in one line? Positions count from 1, ends inclusive. ux.md 3.3. */
import type { LinkPart } from './carrier.ts'
import { tellPath } from './claimPath.ts'
import { grouped } from './grouped.ts'
import type { Link } from './link.ts'
import type { Span } from './spans.ts'

/**
 * "exp: token characters 68–89, payload bytes 24–39; the first character is shared". A run of bytes that is no
 * claim has no name of its own; bytes without characters in the token are said to have none.
 */
export function tellLink(link: Link): string {
  const { part, characters, byteStart, byteEnd } = link
  const name = tellLinkName(link)
  if (byteEnd === byteStart) return `${name}: empty`
  const bytes = `${part} ${tellRange('byte', { start: byteStart, end: byteEnd })}`
  if (characters === null) return `${name}: ${bytes}, none of them in the token itself`
  const places = `${name}: token ${tellRange('character', characters)}`
  return PLAIN.has(part) ? places : `${places}, ${bytes}${tellShared(link)}`
}

/** What stands in a token as it is: its bytes are its characters. */
const PLAIN = new Set<LinkPart>(['signing input', 'key-binding JWT', 'token'])

/** "characters 68–89", or "bytes 24–39" where no characters of the token carry them. */
export function tellPlace({ part, characters, byteStart, byteEnd }: Link): string {
  return characters
    ? tellRange('character', characters)
    : `${part} ${tellRange('byte', { start: byteStart, end: byteEnd })}`
}

/** `exp`, `address.country`, `Payload`, `Disclosure 2`, or `These bytes` and `Here` for what has no name. */
export function tellLinkName({ path, part, isWhole }: Link): string {
  if (path) return tellPath(path)
  if (isWhole) return `${part.charAt(0).toUpperCase()}${part.slice(1)}`
  return part === 'token' ? 'Here' : 'These bytes'
}

/** "bytes 24–39", "byte 3". */
function tellRange(unit: string, { start, end }: Span): string {
  const first = grouped(start + 1)
  return end - start === 1 ? `${unit} ${first}` : `${unit}s ${first}–${grouped(end)}`
}

function tellShared({ characters }: Link): string {
  if (!characters) return ''
  const { isFirstShared, isLastShared, start, end } = characters
  if (!isFirstShared && !isLastShared) return ''
  if (end - start === 1) return '; the character is shared'
  if (isFirstShared && isLastShared) return '; the first and the last character are shared'
  return `; the ${isFirstShared ? 'first' : 'last'} character is shared`
}
