/** Which bytes does a link to a place in a token mean? ux.md 2.2. */
import { type ByteRange, carrierOf, type Linkable } from './carrier.ts'
import { tellPath } from './claimPath.ts'
import { linkNodes, rangeOfCharacters } from './link.ts'

const CHARACTERS = /^chars:([hps])\.(\d{1,9})-(\d{1,9})$/
const NAMED = /^(claim|header):(.+)$/s

const PARTS = { h: 'header', p: 'payload', s: 'signature' } as const

/**
 * `claim:exp`, `claim:address.country`, `header:alg`, or `chars:p.31-52`: characters of a part (h, p or s), counted
 * from 1, ends inclusive. null for what the token does not have and for what cannot be read.
 */
export function readPlace(token: Linkable, place: string): ByteRange | null {
  const [, letter, first, last] = CHARACTERS.exec(place) ?? []
  if (letter === 'h' || letter === 'p' || letter === 's') {
    const start = carrierOf(token, PARTS[letter])?.segment.start ?? 0
    const range = rangeOfCharacters(token, {
      start: start + Number(first) - 1,
      end: start + Number(last),
    })
    return range?.part === PARTS[letter] ? range : null
  }
  const [, kind, name] = NAMED.exec(place) ?? []
  if (kind === undefined) return null
  const nodes = linkNodes(token, kind === 'claim' ? 'payload' : 'header')
  return nodes.findLast(({ path }) => path && tellPath(path) === name) ?? null
}
