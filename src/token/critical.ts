/** Does the header itself oblige every reader of this kind to refuse the token? RFC 7515 §4.1.11, RFC 7797 §6. */
import { quoted } from './visible.ts'
import { type JsonNode, memberNamed } from './jsonText.ts'

export type HeaderRefusal =
  | { code: 'not-understood'; names: string[] }
  | { code: 'standard-name'; names: string[] }
  | { code: 'crit-empty' }
  | { code: 'crit-not-list' }
  | { code: 'b64-without-crit' }

/** Names that RFC 7515, 7516 and 7518 define themselves; crit is for extensions only. */
const standardNames = new Set(
  'alg jku jwk kid x5u x5c x5t x5t#S256 typ cty crit enc zip epk apu apv iv tag p2s p2c'.split(' '),
)

/** This page processes no extension, so every name in `crit` is one it does not understand. null: nothing to refuse. */
export function refusalOf(header: JsonNode): HeaderRefusal | null {
  const crit = memberNamed(header, 'crit')?.value
  if (crit === undefined) {
    const b64 = memberNamed(header, 'b64')?.value
    return b64?.kind === 'false' ? { code: 'b64-without-crit' } : null
  }
  if (crit.kind !== 'array') return { code: 'crit-not-list' }
  if (crit.items.length === 0) return { code: 'crit-empty' }
  const names = new Set<string>()
  for (const item of crit.items) {
    if (item.kind !== 'string') return { code: 'crit-not-list' }
    names.add(item.value)
  }
  const unknown = [...names].filter((name) => !standardNames.has(name))
  return unknown.length > 0
    ? { code: 'not-understood', names: unknown }
    : { code: 'standard-name', names: [...names] }
}

const SHOWN = 4

function listed(names: string[]): string {
  const all = names.slice(0, SHOWN).map(quoted)
  if (names.length > SHOWN) all.push(`${names.length - SHOWN} more`)
  const last = all.at(-1) ?? ''
  return all.length < 2 ? last : `${all.slice(0, -1).join(', ')} and ${last}`
}

/** V24 and its kin; `reason` is for the rung. */
export function tellRefusal(refusal: HeaderRefusal): {
  lead: string
  rest: string
  reason: string
} {
  switch (refusal.code) {
    case 'not-understood': {
      const names = listed(refusal.names)
      return {
        lead: `The header marks ${names} as critical`,
        rest: `and this page doesn’t process ${refusal.names.length === 1 ? 'it' : 'them'}, so the rules say: refuse.`,
        reason: `crit names ${names}, not processed here`,
      }
    }
    case 'standard-name':
      return {
        lead: `The header marks ${listed(refusal.names)} as critical,`,
        rest: 'but crit is for extensions only, so the rules say: refuse.',
        reason: 'crit may name extensions only',
      }
    case 'crit-empty':
      return {
        lead: 'The header’s crit must not be empty,',
        rest: 'so the rules say: refuse. It names an extension, or it is left out.',
        reason: 'crit is an empty list',
      }
    case 'crit-not-list':
      return {
        lead: 'The header’s crit must be a list of names,',
        rest: 'and this one is not, so the rules say: refuse.',
        reason: 'crit is not a list of names',
      }
    case 'b64-without-crit':
      return {
        lead: 'The header sets b64 to false without listing it in crit,',
        rest: 'so the rules say: refuse.',
        reason: 'b64 is not listed in crit',
      }
    default:
      return refusal satisfies never
  }
}
