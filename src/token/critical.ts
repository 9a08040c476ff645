/** Does the header itself oblige every reader of this kind to refuse the token? RFC 7515 §4.1.11, RFC 7797 §6. */
import { listed } from './quote.ts'
import { quoted } from './visible.ts'
import { type JsonNode, memberNamed } from './jsonText.ts'

export type HeaderRefusal =
  | { code: 'not-understood'; names: string[] }
  | { code: 'standard-name'; names: string[] }
  | { code: 'crit-empty' }
  | { code: 'crit-not-list' }
  | { code: 'b64-without-crit' }
  | { code: 'not-present'; names: string[] }

/** Names that RFC 7515, 7516 and 7518 define themselves; crit is for extensions only. */
const standardNames = new Set(
  'alg jku jwk kid x5u x5c x5t x5t#S256 typ cty crit enc zip epk apu apv iv tag p2s p2c'.split(' '),
)

/**
 * `header` is the protected one: `crit` counts nowhere else. The one extension that this page processes is RFC 7797,
 * which is for signed tokens alone. null: nothing to refuse.
 */
export function refusalOf(
  header: JsonNode | null,
  form: 'signed' | 'encrypted',
): HeaderRefusal | null {
  const isUnencoded = form === 'signed' && memberNamed(header, 'b64')?.value.kind === 'false'
  const crit = memberNamed(header, 'crit')?.value
  if (crit === undefined) {
    return isUnencoded ? { code: 'b64-without-crit' } : null
  }
  if (crit.kind !== 'array') return { code: 'crit-not-list' }
  if (crit.items.length === 0) return { code: 'crit-empty' }
  const names = new Set<string>()
  for (const item of crit.items) {
    if (item.kind !== 'string') return { code: 'crit-not-list' }
    names.add(item.value)
  }
  const all = [...names]
  const unknown = all.filter(
    (name) => !standardNames.has(name) && !(name === 'b64' && form === 'signed'),
  )
  if (unknown.length > 0) return { code: 'not-understood', names: unknown }
  const standard = all.filter((name) => standardNames.has(name))
  if (standard.length > 0) return { code: 'standard-name', names: standard }
  const absent = all.filter((name) => memberNamed(header, name) === undefined)
  if (absent.length > 0) return { code: 'not-present', names: absent }
  return isUnencoded && !all.includes('b64') ? { code: 'b64-without-crit' } : null
}

const SHOWN = 4

function shortList(names: string[]): string {
  const all = names.slice(0, SHOWN).map(quoted)
  if (names.length > SHOWN) all.push(`${names.length - SHOWN} more`)
  return listed(all)
}

/** V24 and its kin; `reason` is for the rung. */
export function tellRefusal(refusal: HeaderRefusal): {
  lead: string
  rest: string
  reason: string
} {
  switch (refusal.code) {
    case 'not-understood': {
      const names = shortList(refusal.names)
      return {
        lead: `The header marks ${names} as critical`,
        rest: `and this page doesn’t process ${refusal.names.length === 1 ? 'it' : 'them'}, so the rules say: refuse.`,
        reason: `crit names ${names}, not processed here`,
      }
    }
    case 'standard-name':
      return {
        lead: `The header marks ${shortList(refusal.names)} as critical,`,
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
    case 'not-present': {
      const names = shortList(refusal.names)
      return {
        lead: `The header marks ${names} as critical,`,
        rest: `but does not hold ${refusal.names.length === 1 ? 'it' : 'them'}, so the rules say: refuse.`,
        reason: `crit names ${names}, which the header does not hold`,
      }
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
