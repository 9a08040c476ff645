/** In which of its characters does a token differ from the one that Alice was given? RFC 7515 §7.1. */

type PartName = 'header' | 'payload' | 'signature'

/** One part, cut so that its first difference is in sight. */
export interface ComparedPart {
  name: PartName
  relation: 'same' | 'other' | 'empty'
  /** What both have, then what only this one has, then what was cut or is again the same. */
  before: string
  other: string
  after: string
}

const NAMES = ['header', 'payload', 'signature'] as const
/** Characters of each that are shown. */
const HEAD = 6
const OTHER = 12
const TAIL = 4

/** The three parts of `token` beside those of `given`. Whatever is not there is empty. */
export function compareParts(token: string, given: string): ComparedPart[] {
  const [own, old] = [token.split('.'), given.split('.')]
  return NAMES.map((name, place) => comparePart(name, own[place] ?? '', old[place] ?? ''))
}

function comparePart(name: PartName, own: string, old: string): ComparedPart {
  if (own === old) {
    const isShort = own.length <= HEAD + TAIL
    const after = isShort ? own.slice(HEAD) : `…${own.slice(-TAIL)}`
    return { name, relation: 'same', before: own.slice(0, HEAD), other: '', after }
  }
  if (own === '') return { name, relation: 'empty', before: '', other: '', after: '' }
  let from = 0
  while (from < own.length && own[from] === old[from]) from++
  const other = own.slice(from, from + OTHER)
  const isCut = from + OTHER < own.length
  const before =
    from <= HEAD ? own.slice(0, from) : `${own.slice(0, TAIL)}…${own.slice(from - 2, from)}`
  return { name, relation: 'other', before, other, after: isCut ? '…' : '' }
}

/** "header and payload"; empty where nothing differs. */
export function namesOfOther(parts: readonly ComparedPart[]): string {
  const names = parts.filter(({ relation }) => relation !== 'same').map(({ name }) => name)
  const last = names.pop() ?? ''
  return names.length === 0 ? last : `${names.join(', ')} and ${last}`
}
