/** How are durations, calls, thefts and acts written in a link? ux.md 2.2; seconds with up to three decimals. */
import type { Cadence, Edit, Logout, Span, Theft } from './scenario.ts'

/** Up to 317 years, which no date of Python’s ends. */
const SECONDS = /^(-?)(\d{1,10})(?:\.(\d{1,3}))?$/

/** Seconds as a link writes them → milliseconds; null for anything else. */
export function readSeconds(text: string): number | null {
  const [, sign, whole, fraction = ''] = SECONDS.exec(text) ?? []
  if (whole === undefined) return null
  const size = Number(whole) * 1000 + Number(fraction.padEnd(3, '0'))
  return sign === '-' && size !== 0 ? -size : size
}

export const readSpan = (text: string | undefined): number | null => {
  const read = readSeconds(text ?? '')
  return read === null || read < 0 ? null : read
}

export const writeSeconds = (milliseconds: number): string => String(milliseconds / 1000)

export const NONE = 'none'

/** `40`, `5x2@600` (five calls, 2 s apart, every 600 s) or `manual`. */
export function readCadence(text: string): Cadence | null | undefined {
  if (text === 'manual') return null
  const [, size = '1', gap = '0', every] = /^(?:(\d{1,4})x([\d.]+)@)?([\d.]+)$/.exec(text) ?? []
  const readGap = size === '1' ? 0 : (readSpan(gap) ?? -1)
  const cadence = { size: Number(size), gap: readGap, every: readSpan(every) ?? 0 }
  const isSound = cadence.every > 0 && cadence.size > 0 && cadence.gap >= 0
  const fits =
    cadence.size === 1 || (cadence.gap > 0 && cadence.gap * cadence.size <= cadence.every)
  return isSound && fits ? cadence : undefined
}

export function writeCadence(cadence: Cadence | null): string {
  if (cadence === null) return 'manual'
  const { every, size, gap } = cadence
  return size === 1 ? writeSeconds(every) : `${size}x${writeSeconds(gap)}@${writeSeconds(every)}`
}

/** `900-86280`: from, until. */
export function readAway(text: string): Span | null | undefined {
  if (text === NONE) return null
  const [first, second, ...rest] = text.split('-')
  const from = readSpan(first)
  const until = readSpan(second)
  return from === null || until === null || until <= from || rest.length > 0
    ? undefined
    : { from, until }
}

const THEFT_EVERY = 60_000

/** `refresh@450~540/61`: what, when, first act, then every so often; `~540` is once, and nothing is at once and each minute. */
export function readTheft(text: string): Theft | null | undefined {
  if (text === NONE) return null
  const [, what, when, first, again] = THEFT.exec(text) ?? []
  const at = readSpan(when)
  if (at === null || !isLoot(what)) return undefined
  if (first === undefined) return { what, at, from: at, every: THEFT_EVERY }
  const from = readSpan(first)
  const every = again === undefined ? null : readSpan(again)
  const isSound = from !== null && from >= at && every !== 0
  return isSound && (again === undefined || every !== null) ? { what, at, from, every } : undefined
}

const THEFT = /^(access|refresh|both)@([\d.]+)(?:~([\d.]+)(?:\/([\d.]+))?)?$/

export function writeTheft(theft: Theft | null): string {
  if (theft === null) return NONE
  const { what, at, from, every } = theft
  const start = writeInstant(what, at)
  if (from === at && every === THEFT_EVERY) return start
  return `${start}~${writeSeconds(from)}${every === null ? '' : `/${writeSeconds(every)}`}`
}

/** `blacklist@600`. */
export function readLogout(text: string): Logout | null | undefined {
  if (text === NONE) return null
  const [, kind, when] = /^(forget|blacklist|access)@(.+)$/.exec(text) ?? []
  const at = readSpan(when)
  return at === null || (kind !== 'forget' && kind !== 'blacklist' && kind !== 'access')
    ? undefined
    : { at, kind }
}

const EDIT = /^(-?)(request|refresh|steal|logout|login)(?::(access|refresh|both))?@(.+)$/
const isLoot = (text: string | undefined): text is Theft['what'] =>
  text === 'access' || text === 'refresh' || text === 'both'
const isAct = (text: string | undefined): text is Edit['act'] =>
  text !== undefined && /^(?:request|refresh|steal|logout|login)$/.test(text)

/** `request@150,-steal:refresh@200`; a minus is an edit that is off. Only a theft says what it takes. */
export function readEdits(text: string): Edit[] | undefined {
  if (text === NONE) return []
  const edits: Edit[] = []
  for (const part of text.split(',')) {
    const [, minus, act, what, when] = EDIT.exec(part) ?? []
    const at = readSpan(when)
    if (at === null || !isAct(act) || (what !== undefined && act !== 'steal')) return undefined
    const taken = isLoot(what) ? { what } : {}
    edits.push({ act, ...taken, at, isOn: minus !== '-' })
  }
  return edits.toSorted((a, b) => a.at - b.at)
}

export const writeEdits = (edits: readonly Edit[]): string =>
  edits
    .map(({ act, what, at, isOn }) => {
      const taken = what === undefined ? act : `${act}:${what}`
      return `${isOn ? '' : '-'}${writeInstant(taken, at)}`
    })
    .join(',') || NONE

export const writeInstant = (word: string, when: number): string => `${word}@${writeSeconds(when)}`
