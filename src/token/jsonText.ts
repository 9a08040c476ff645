/** What does a JSON text say, with the place and spelling of every name and value? RFC 8259. */
import { readLiteral } from './jsonLiteral.ts'
import { readString } from './jsonString.ts'
import type { JsonExpectation } from './jsonSyntax.ts'

/** Offsets are UTF-16 code units from 0 in the text, end exclusive; a string's include its quotes. */
export type JsonNode =
  | { kind: 'object'; start: number; end: number; members: JsonMember[] }
  | { kind: 'array'; start: number; end: number; items: JsonNode[] }
  | { kind: 'string'; start: number; end: number; value: string }
  | { kind: 'number'; start: number; end: number; spelling: string }
  | { kind: 'true' | 'false' | 'null'; start: number; end: number }

export type JsonObject = Extract<JsonNode, { kind: 'object' }>

export interface JsonMember {
  name: string
  nameStart: number
  nameEnd: number
  value: JsonNode
}

/** The first place where the text stops being JSON. `found` is null at the end of the text. */
interface JsonSyntaxFault {
  at: number
  expectation: JsonExpectation
  found: string | null
}

/** A name that its object already holds. `at` and `end` take in its quotes; `firstAt` is where it stood first. */
export interface JsonDuplicate {
  name: string
  at: number
  end: number
  firstAt: number
}

export interface JsonReading {
  /** null where the text is not JSON. */
  root: JsonNode | null
  syntax: JsonSyntaxFault | null
  duplicates: JsonDuplicate[]
  /** True for a text that starts with U+FEFF; it is skipped, though RFC 8259 §8.1 forbids writing it. */
  hasByteOrderMark: boolean
  /** Deepest nesting; 0 for a scalar. */
  depth: number
}

type Container =
  | { node: JsonObject; pending: JsonMember; firstPlaces: Map<string, number> | null }
  | { node: Extract<JsonNode, { kind: 'array' }>; pending: null }

const WHITESPACE = /[ \t\n\r]*/y
const SPACE = 32
/** Up to here looking through the members is cheaper than a map for each object. */
const FEW_MEMBERS = 8

class SyntaxStop extends Error {
  readonly fault: JsonSyntaxFault
  constructor(fault: JsonSyntaxFault) {
    super()
    this.fault = fault
  }
}

/** Reads any text; depth costs memory, not stack. Never throws. */
export function readJson(text: string): JsonReading {
  const scanner = new Scanner(text)
  try {
    const root = scanner.readText()
    return { ...scanner.notes, root, syntax: null }
  } catch (stop) {
    if (!(stop instanceof SyntaxStop)) throw stop
    return { ...scanner.notes, root: null, syntax: stop.fault }
  }
}

/** The member of that name; of several, the last, as most parsers decide. */
export function memberNamed(node: JsonNode | null, name: string): JsonMember | undefined {
  if (node?.kind !== 'object') return undefined
  const index = indexes.get(node) ?? new Map(node.members.map((member) => [member.name, member]))
  indexes.set(node, index)
  return index.get(name)
}

/** An object is searched once, however large it is and whatever is asked of it. */
const indexes = new WeakMap<JsonObject, Map<string, JsonMember>>()

/** The text of a string member, or null where there is none or it is no string. */
export function stringMember(node: JsonNode | null, name: string): string | null {
  const value = memberNamed(node, name)?.value
  return value?.kind === 'string' ? value.value : null
}

class Scanner {
  readonly notes = {
    duplicates: [] as JsonDuplicate[],
    hasByteOrderMark: false,
    depth: 0,
  }
  private readonly text: string
  private at = 0

  constructor(text: string) {
    this.text = text
  }

  readText(): JsonNode {
    if (this.text.startsWith('\ufeff')) {
      this.notes.hasByteOrderMark = true
      this.at = 1
    }
    this.skipWhitespace()
    const root = this.readTree()
    this.skipWhitespace()
    if (this.at < this.text.length) this.stop('end')
    return root
  }

  /** One value with all that it holds, over a stack of open containers. */
  private readTree(): JsonNode {
    const open: Container[] = []
    for (;;) {
      let done = this.readOpening(open)
      while (done !== null) {
        const parent = open.at(-1)
        if (parent === undefined) return done
        if (parent.pending === null) parent.node.items.push(done)
        else {
          parent.pending.value = done
          parent.node.members.push(parent.pending)
        }
        done = this.readAfterValue(open, parent)
      }
    }
  }

  /** A scalar or an empty container is done; anything else is opened and waits for its first value. */
  private readOpening(open: Container[]): JsonNode | null {
    const start = this.at
    const character = this.text[start]
    if (character !== '{' && character !== '[') return this.readScalar()
    this.at++
    this.notes.depth = Math.max(this.notes.depth, open.length + 1)
    this.skipWhitespace()
    const isObject = character === '{'
    if (this.text[this.at] === (isObject ? '}' : ']')) {
      this.at++
      const at = { start, end: this.at }
      return isObject ? { kind: 'object', ...at, members: [] } : { kind: 'array', ...at, items: [] }
    }
    if (isObject)
      open.push({
        node: { kind: 'object', start, end: start, members: [] },
        pending: this.readName(),
        firstPlaces: null,
      })
    else open.push({ node: { kind: 'array', start, end: start, items: [] }, pending: null })
    return null
  }

  /** After a value: a comma leads on (null), a closing bracket completes the container. */
  private readAfterValue(open: Container[], parent: Container): JsonNode | null {
    this.skipWhitespace()
    const close = parent.pending === null ? ']' : '}'
    const character = this.text[this.at]
    if (character === ',') {
      this.at++
      this.skipWhitespace()
      if (parent.pending !== null) {
        parent.pending = this.readName()
        this.noteDuplicate(parent)
      } else if (this.text[this.at] === ']') this.stop('value')
      return null
    }
    if (character !== close)
      this.stop(parent.pending === null ? 'comma-or-bracket' : 'comma-or-brace')
    this.at++
    parent.node.end = this.at
    open.pop()
    return parent.node
  }

  private readName(): JsonMember {
    const nameStart = this.at
    if (this.text[nameStart] !== '"') this.stop('name')
    const name = this.readString()
    const nameEnd = this.at
    this.skipWhitespace()
    if (this.text[this.at] !== ':') this.stop('colon')
    this.at++
    this.skipWhitespace()
    return { name, nameStart, nameEnd, value: { kind: 'null', start: this.at, end: this.at } }
  }

  private noteDuplicate(parent: Extract<Container, { pending: JsonMember }>): void {
    const { members } = parent.node
    const { name, nameStart, nameEnd } = parent.pending
    let firstAt: number | undefined
    if (members.length <= FEW_MEMBERS)
      firstAt = members.find((member) => member.name === name)?.nameStart
    else {
      parent.firstPlaces ??= new Map(
        members.toReversed().map((member) => [member.name, member.nameStart]),
      )
      firstAt = parent.firstPlaces.get(name)
      if (firstAt === undefined) parent.firstPlaces.set(name, nameStart)
    }
    if (firstAt !== undefined)
      this.notes.duplicates.push({ name, at: nameStart, end: nameEnd, firstAt })
  }

  private readScalar(): JsonNode {
    const start = this.at
    if (this.text[start] === '"') {
      const value = this.readString()
      return { kind: 'string', start, end: this.at, value }
    }
    const literal = readLiteral(this.text, start)
    if (literal.kind === null) return this.stop(literal.expectation, literal.at)
    const { kind, spelling } = literal
    this.at += spelling.length
    return kind === 'number'
      ? { kind, start, end: this.at, spelling }
      : { kind, start, end: this.at }
  }

  private readString(): string {
    const string = readString(this.text, this.at)
    if (string.value === null) return this.stop(string.expectation, string.at)
    this.at = string.end
    return string.value
  }

  private skipWhitespace(): void {
    if (this.text.charCodeAt(this.at) > SPACE) return
    WHITESPACE.lastIndex = this.at
    WHITESPACE.test(this.text)
    this.at = WHITESPACE.lastIndex
  }

  private stop(expectation: JsonExpectation, at = this.at): never {
    const point = this.text.codePointAt(at)
    throw new SyntaxStop({
      at,
      expectation,
      found: point === undefined ? null : String.fromCodePoint(point),
    })
  }
}
