/** Which session does a JSON file hold, and how is the frame on the screen written into one? ux.md 4.11. */
import { nameInSentence } from '../claims/shortText.ts'
import { NONE, writeEdits, writeSeconds } from '../simulation/linkTexts.ts'
import { parameters } from '../simulation/parameters.ts'
import type { Edit, Scenario } from '../simulation/scenario.ts'
import { type JsonNode, type JsonObject, memberNamed, readJson } from '../token/jsonText.ts'
import { tellExpectation } from '../token/jsonSyntax.ts'
import { linePlace } from '../token/linePlace.ts'
import { visible } from '../token/visible.ts'
import type { Playhead } from './sessionPlayhead.ts'

const VERSION = 1
/** Characters; a file of the lab has a few hundred. */
const LONGEST = 1_000_000
const EDITS_KEY = 'do'

const ACTS: readonly Edit['act'][] = ['request', 'refresh', 'steal', 'logout', 'login']
const LOOT = ['access', 'refresh', 'both'] as const

interface Written {
  readonly preset: { readonly slug: string }
  readonly scenario: Scenario
  readonly playhead: Playhead
}

/**
 * All settings, under their keys in a link; instants and lengths are seconds. `isWhole` says that all events of the
 * playhead’s instant have happened; else `after` says how many of the run have.
 */
export function writeSessionJson(
  { preset, scenario, playhead }: Written,
  isWhole: boolean,
): string {
  const params = Object.fromEntries(
    parameters
      .filter(({ key }) => key !== EDITS_KEY)
      .map(({ key, write }) => [key, writeValue(write(scenario))]),
  )
  const edits = scenario.edits.map(({ act, what, at, isOn }) => ({
    t: at / 1000,
    do: act,
    ...(what === undefined ? {} : { what }),
    ...(isOn ? {} : { on: false }),
  }))
  const file = {
    v: VERSION,
    preset: preset.slug,
    params,
    edits,
    playhead: playhead.instant / 1000,
    ...(isWhole ? {} : { after: playhead.count }),
  }
  return `${JSON.stringify(file, null, 2)}\n`
}

const writeValue = (text: string): string | number =>
  /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text

export type SessionJsonFault =
  | { readonly code: 'empty' }
  | { readonly code: 'too-long' }
  | {
      readonly code: 'syntax'
      readonly line: number
      readonly column: number
      readonly expected: string
      readonly found: string | null
    }
  | { readonly code: 'version'; readonly found: string | null }
  /** `member` as people write it: `edits[2].do`, counted from 1. */
  | { readonly code: 'member'; readonly member: string; readonly wanted: string }

class Refusal extends Error {
  readonly fault: SessionJsonFault
  constructor(fault: SessionJsonFault) {
    super()
    this.fault = fault
  }
}

/** The link to the same frame, or the first thing that keeps the text from being a session. Never throws. */
export function readSessionJson(text: string): { link: string } | { fault: SessionJsonFault } {
  try {
    return { link: readLinkIn(text) }
  } catch (stop) {
    if (!(stop instanceof Refusal)) throw stop
    return { fault: stop.fault }
  }
}

function readLinkIn(text: string): string {
  if (text.trim() === '') throw new Refusal({ code: 'empty' })
  if (text.length > LONGEST) throw new Refusal({ code: 'too-long' })
  const { root, syntax } = readJson(text)
  if (syntax !== null) {
    const expected = tellExpectation(syntax.expectation)
    throw new Refusal({
      code: 'syntax',
      ...linePlace(text, syntax.at),
      expected,
      found: syntax.found,
    })
  }
  const file = objectAt(root, 'the file')
  const version = memberNamed(file, 'v')?.value
  if (version?.kind !== 'number' || Number(version.spelling) !== VERSION)
    throw new Refusal({
      code: 'version',
      found: version?.kind === 'number' ? version.spelling : null,
    })
  const preset = memberNamed(file, 'preset')?.value
  if (preset?.kind !== 'string') throw wrong('preset', 'the name of a scenario in quotes')
  const query = new URLSearchParams(readParams(memberNamed(file, 'params')?.value))
  const edits = readEdits(memberNamed(file, 'edits')?.value)
  if (edits.length > 0 || memberNamed(file, 'edits')) query.set(EDITS_KEY, writeEdits(edits))
  const playhead = memberNamed(file, 'playhead')?.value
  if (playhead) query.set('t', readPlace(playhead, memberNamed(file, 'after')?.value))
  return `#/session/${encodeURIComponent(preset.value)}?${query}`
}

const wrong = (member: string, wanted: string): Refusal =>
  new Refusal({ code: 'member', member, wanted })

function objectAt(node: JsonNode | null | undefined, member: string): JsonObject {
  if (node?.kind !== 'object') throw wrong(member, 'an object in braces')
  return node
}

/** What the lab does not know or cannot use is named when the link is opened, and the rest is applied. */
function readParams(node: JsonNode | undefined): [key: string, value: string][] {
  if (node === undefined) return []
  return objectAt(node, 'params').members.map(({ name, value }) => {
    const member = `params.${name}`
    if (['t', 'view', 'speed', 'w', EDITS_KEY].includes(name))
      throw wrong(member, 'to be left out: it is no setting')
    return [name, valueOf(value, member)]
  })
}

function valueOf(value: JsonNode, member: string): string {
  switch (value.kind) {
    case 'string':
      return value.value
    case 'number':
      return String(Number(value.spelling))
    case 'true':
      return '1'
    case 'false':
      return '0'
    case 'null':
      return NONE
    case 'object':
    case 'array':
      throw wrong(member, 'a number, text, true, false or null')
    default:
      return value satisfies never
  }
}

function readEdits(node: JsonNode | undefined): Edit[] {
  if (node === undefined) return []
  if (node.kind !== 'array') throw wrong('edits', 'a list in square brackets')
  return node.items.map((item, index) => {
    const member = `edits[${index + 1}]`
    const edit = objectAt(item, member)
    const act = chosen(edit, 'do', ACTS, member)
    const on = memberNamed(edit, 'on')?.value.kind ?? 'true'
    if (on !== 'true' && on !== 'false') throw wrong(`${member}.on`, 'true or false')
    const hasWhat = memberNamed(edit, 'what') !== undefined
    if (hasWhat && act !== 'steal')
      throw wrong(`${member}.what`, 'to be left out: only steal has it')
    const what = hasWhat ? { what: chosen(edit, 'what', LOOT, member) } : {}
    const at = Math.round(secondsOf(memberNamed(edit, 't')?.value, `${member}.t`) * 1000)
    return { act, ...what, at, isOn: on === 'true' }
  })
}

function chosen<Value extends string>(
  edit: JsonObject,
  name: string,
  values: readonly Value[],
  member: string,
): Value {
  const node = memberNamed(edit, name)?.value
  const value = values.find((one) => node?.kind === 'string' && node.value === one)
  if (value === undefined) throw wrong(`${member}.${name}`, `one of ${values.join(', ')}`)
  return value
}

/** Up to 317 years, as in a link. */
function secondsOf(node: JsonNode | undefined, member: string): number {
  const seconds = node?.kind === 'number' ? Number(node.spelling) : -1
  if (!(seconds >= 0 && seconds < 1e10)) throw wrong(member, 'seconds from 0 on, such as 300')
  return seconds
}

function readPlace(playhead: JsonNode, after: JsonNode | undefined): string {
  const when = writeSeconds(Math.round(secondsOf(playhead, 'playhead') * 1000))
  if (after === undefined) return when
  const count = after.kind === 'number' ? Number(after.spelling) : -1
  if (!Number.isInteger(count) || count < 0 || count > 999_999)
    throw wrong('after', 'a whole number from 0 on')
  return `${when}:${count}`
}

/** What is the case, where, and what to do. */
export function tellJsonFault(fault: SessionJsonFault): string {
  switch (fault.code) {
    case 'empty':
      return 'There is no text here. Paste the JSON that Export made, or choose its file.'
    case 'too-long':
      return 'This is longer than a million characters. A session of the lab has a few hundred: choose its file.'
    case 'syntax': {
      const found = fault.found === null ? 'the end of the text' : `‘${visible(fault.found)}’`
      return `Line ${fault.line}, column ${fault.column}: expected ${fault.expected}, found ${found}. Mend it there, or export the session again.`
    }
    case 'version':
      return fault.found === null
        ? 'The member v is missing, so this is no session of the lab. Choose a file that Export made.'
        : `v is ${nameInSentence(fault.found)}, and this page reads version ${VERSION}. Export the session again from this page.`
    case 'member':
      return `${nameInSentence(fault.member)} needs ${fault.wanted}. Nothing was opened; the session on the screen stays.`
    default:
      return fault satisfies never
  }
}
