/** What does a Python literal in a pasted text say? Nothing is evaluated but sums of numbers. Python 3 language reference, section 6. */
import { LiteralStop, readPythonText } from './pythonText.ts'

/** `at` is a character offset from 0 in the text. */
export type PythonLiteral = { readonly at: number } & (
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'constant'; readonly value: boolean | null }
  | { readonly kind: 'list'; readonly items: readonly PythonLiteral[] }
  | { readonly kind: 'dict'; readonly entries: readonly DictEntry[] }
  /** A name, dots included: what it stands for is not in the text. */
  | { readonly kind: 'name'; readonly name: string }
  | {
      readonly kind: 'call'
      readonly name: string
      readonly args: readonly { readonly name: string | null; readonly value: PythonLiteral }[]
    }
)

export interface DictEntry {
  readonly key: PythonLiteral
  readonly value: PythonLiteral
}

const SPACE = /(?:\s|#[^\n]*|\\\r?\n)*/y
const NUMBER = /(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:[eE][-+]?\d+)?/y
const NAME = /[\p{L}_][\p{L}\p{N}_]*(?:\s*\.\s*[\p{L}_][\p{L}\p{N}_]*)*/uy
const ATTRIBUTE = /\.\s*[\p{L}_][\p{L}\p{N}_]*/uy
/** Deeper than any settings are, and far from the end of the stack. */
const DEEPEST = 50

/** Reads the members of a dict one by one, so that those before a fault count. Throws a LiteralStop at the fault. */
export function* readDict(text: string, at: number): Generator<DictEntry> {
  const reader = new LiteralReader(text, at)
  reader.take('{')
  yield* reader.readEntries()
}

class LiteralReader {
  private readonly text: string
  private at: number
  private depth = 0

  constructor(text: string, at: number) {
    this.text = text
    this.at = at
  }

  take(sign: string): void {
    if (!this.isNext(sign)) throw new LiteralStop(this.at, `‘${sign}’`)
    this.at += sign.length
  }

  *readEntries(): Generator<DictEntry> {
    while (!this.isNext('}')) {
      const key = this.readSum()
      this.take(':')
      const value = this.readSum()
      if (!this.isNext('}')) this.take(',')
      yield { key, value }
    }
    this.take('}')
  }

  private isNext(sign: string): boolean {
    SPACE.lastIndex = this.at
    this.at += SPACE.exec(this.text)?.[0].length ?? 0
    return this.text.startsWith(sign, this.at)
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    this.isNext('')
    pattern.lastIndex = this.at
    const found = pattern.exec(this.text)
    this.at += found?.[0].length ?? 0
    return found
  }

  private readSum(): PythonLiteral {
    let left = this.readProduct()
    for (;;) {
      const sign = this.isNext('+') ? 1 : this.isNext('-') ? -1 : 0
      if (sign === 0) return left
      this.at++
      const right = this.readProduct()
      left = this.numbers(left, right, (a, b) => a + sign * b)
    }
  }

  private readProduct(): PythonLiteral {
    let left = this.readUnary()
    for (;;) {
      const isProduct = this.isNext('*')
      if (!isProduct && !this.isNext('/')) return left
      this.at++
      const right = this.readUnary()
      left = this.numbers(left, right, (a, b) => (isProduct ? a * b : a / b))
    }
  }

  /** Where one of the two is computed elsewhere, so is the result. */
  private numbers(
    left: PythonLiteral,
    right: PythonLiteral,
    join: (a: number, b: number) => number,
  ): PythonLiteral {
    const { at } = left
    for (const side of [left, right]) {
      if (side.kind === 'name' || side.kind === 'call') return { kind: 'name', at, name: side.name }
      if (side.kind !== 'number') throw new LiteralStop(side.at, 'a number')
    }
    if (left.kind !== 'number' || right.kind !== 'number') return left
    return { kind: 'number', at, value: join(left.value, right.value) }
  }

  private readUnary(): PythonLiteral {
    if (!this.isNext('-')) return this.readAtom()
    const at = this.at++
    const value = this.readAtom()
    return this.numbers({ kind: 'number', at, value: 0 }, value, (zero, number) => zero - number)
  }

  private readAtom(): PythonLiteral {
    if (++this.depth > DEEPEST) throw new LiteralStop(this.at, 'fewer brackets inside each other')
    const literal = this.readAnyAtom()
    this.depth--
    return literal
  }

  private readAnyAtom(): PythonLiteral {
    this.isNext('')
    const { at } = this
    const value = this.readTexts()
    if (value !== null) return { kind: 'text', at, value }
    const number = this.match(NUMBER)
    if (number !== null) return { kind: 'number', at, value: Number(number[0].replaceAll('_', '')) }
    if (this.isNext('{')) {
      this.at++
      return { kind: 'dict', at, entries: [...this.readEntries()] }
    }
    if (this.isNext('[')) return { kind: 'list', at, items: this.readItems(']').items }
    if (this.isNext('(')) {
      const { items, hasComma } = this.readItems(')')
      const [only] = items
      return only !== undefined && items.length === 1 && !hasComma
        ? only
        : { kind: 'list', at, items }
    }
    const name = this.match(NAME)?.[0].replaceAll(/\s/g, '')
    if (name === undefined) throw new LiteralStop(at, 'a value')
    return this.readNamed(at, name)
  }

  private readNamed(at: number, name: string): PythonLiteral {
    if (name === 'True' || name === 'False') return { kind: 'constant', at, value: name === 'True' }
    if (name === 'None') return { kind: 'constant', at, value: null }
    const args = this.isNext('(') ? this.readArguments() : null
    let isPlain = true
    for (; ; isPlain = false) {
      if (this.isNext('[')) this.readItems(']')
      else if (this.isNext('(')) this.readArguments()
      else if (this.match(ATTRIBUTE) === null) break
    }
    return args !== null && isPlain ? { kind: 'call', at, name, args } : { kind: 'name', at, name }
  }

  private readArguments(): { name: string | null; value: PythonLiteral }[] {
    this.take('(')
    const args: { name: string | null; value: PythonLiteral }[] = []
    while (!this.isNext(')')) {
      const value = this.readSum()
      if (value.kind === 'name' && this.isNext('=')) {
        this.at++
        args.push({ name: value.name, value: this.readSum() })
      } else args.push({ name: null, value })
      if (!this.isNext(')')) this.take(',')
    }
    this.take(')')
    return args
  }

  private readItems(close: string): { items: PythonLiteral[]; hasComma: boolean } {
    this.at++
    const items: PythonLiteral[] = []
    let hasComma = false
    while (!this.isNext(close)) {
      items.push(this.readSum())
      if (this.isNext(close)) break
      this.take(',')
      hasComma = true
    }
    this.take(close)
    return { items, hasComma }
  }

  /** Texts that stand side by side are one. */
  private readTexts(): string | null {
    let value: string | null = null
    for (;;) {
      this.isNext('')
      const read = readPythonText(this.text, this.at)
      if (read === null) return value
      value = (value ?? '') + read.value
      this.at = read.end
    }
  }
}
