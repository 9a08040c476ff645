/** Is JSON read as JSON.parse reads it, with nothing lost and every place exact? RFC 8259. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { habitAt } from '../../src/token/jsonSyntax.ts'
import {
  type JsonNode,
  type JsonReading,
  memberNamed,
  readJson,
  stringMember,
} from '../../src/token/jsonText.ts'
import { json } from './jsonTexts.ts'

/** The value as JSON.parse would give it, names like __proto__ included. */
function valueOf(node: JsonNode): unknown {
  switch (node.kind) {
    case 'object': {
      const object = {}
      for (const { name, value } of node.members)
        Object.defineProperty(object, name, {
          value: valueOf(value),
          enumerable: true,
          configurable: true,
          writable: true,
        })
      return object
    }
    case 'array':
      return node.items.map(valueOf)
    case 'string':
      return node.value
    case 'number':
      return Number(node.spelling)
    case 'null':
      return null
    case 'true':
    case 'false':
      return node.kind === 'true'
    default:
      return node satisfies never
  }
}

function* nodesOf(node: JsonNode): Generator<JsonNode> {
  yield node
  if (node.kind === 'array') for (const item of node.items) yield* nodesOf(item)
  if (node.kind === 'object') for (const { value } of node.members) yield* nodesOf(value)
}

function rootOf(text: string): JsonNode {
  const { root, syntax } = readJson(text)
  if (!root) throw new Error(`not JSON: ${JSON.stringify(syntax)}`)
  return root
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

describe('what JSON.parse accepts', () => {
  test('has the same value', () => {
    fc.assert(
      fc.property(json, (text) => {
        expect(valueOf(rootOf(text))).toEqual(JSON.parse(text))
      }),
      { numRuns: 500 },
    )
  })

  test('has every value and every name at its place, in its own spelling', () => {
    fc.assert(
      fc.property(json, (text) => {
        for (const node of nodesOf(rootOf(text))) {
          const spelling = text.slice(node.start, node.end)
          expect(JSON.parse(spelling)).toEqual(valueOf(node))
          expect(spelling.trim()).toBe(spelling)
          if (node.kind === 'number') expect(node.spelling).toBe(spelling)
          if (node.kind === 'object')
            for (const { name, nameStart, nameEnd } of node.members)
              expect(JSON.parse(text.slice(nameStart, nameEnd))).toBe(name)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('keeps all members in their order, repeated names and all', () => {
    const root = rootOf('{"b":1,"a":2,"b":3,"\\u0062":4}')
    expect(root.kind === 'object' && root.members.map(({ name }) => name)).toEqual([
      'b',
      'a',
      'b',
      'b',
    ])
  })

  test('keeps integers beyond 2^53 as they are spelled', () => {
    const value = memberNamed(rootOf('{"big":12345678901234567890123}'), 'big')?.value
    expect(value).toMatchObject({ kind: 'number', spelling: '12345678901234567890123' })
  })

  test('reads __proto__ as a name like any other and touches no prototype', () => {
    const root = rootOf('{"__proto__":{"polluted":"yes"},"constructor":1}')
    expect(root.kind === 'object' && root.members.map(({ name }) => name)).toEqual([
      '__proto__',
      'constructor',
    ])
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    expect(memberNamed(root, 'toString')).toBeUndefined()
  })

  test('has its depth counted', () => {
    const depths = ['1', '[]', '{}', '[[1],2]', '{"a":[{"b":{}}]}'].map(
      (text) => readJson(text).depth,
    )
    expect(depths).toEqual([0, 1, 1, 2, 4])
  })

  test('nests 100,000 deep', () => {
    const deep = 100_000
    const arrays = readJson('['.repeat(deep) + ']'.repeat(deep))
    expect([arrays.syntax, arrays.depth, arrays.root?.end]).toEqual([null, deep, 2 * deep])
    const objects = readJson('{"a":'.repeat(deep) + '0' + '}'.repeat(deep))
    expect([objects.syntax, objects.depth, objects.root?.end]).toEqual([null, deep, 6 * deep + 1])
    const open = readJson('['.repeat(deep))
    expect(open.syntax).toMatchObject({ at: deep, found: null, expectation: 'value' })
  })

  test('holds ten million characters of text, digits or white space', () => {
    const many = 10_485_760
    const text = readJson(`{"big":"${'a'.repeat(many)}"}`)
    expect(stringMember(text.root, 'big')?.length).toBe(many)
    expect(readJson('1'.repeat(many)).root?.end).toBe(many)
    expect(readJson(`${' '.repeat(many)}1`).root).toMatchObject({ start: many, spelling: '1' })
    expect(readJson(`"${'\\n'.repeat(many / 10)}"`).root).toMatchObject({ end: many / 5 + 2 })
  })
})

describe('what JSON.parse refuses', () => {
  const signs = fc.constantFrom(
    ...Array.from('{}[]",:\\tfnu0123eE+-. \t\n\u0000\u001f\'/é'),
    '\ufeff',
    '\u00a0',
    '\ud800',
  )
  const mutated = fc
    .tuple(
      json,
      fc.array(
        fc.record({
          at: fc.nat(),
          lost: fc.nat(3),
          added: fc.string({ unit: signs, maxLength: 2 }),
        }),
        {
          maxLength: 3,
        },
      ),
    )
    .map(([text, edits]) => {
      let result = text
      for (const { at, lost, added } of edits) {
        const start = at % (result.length + 1)
        result = result.slice(0, start) + added + result.slice(start + lost)
      }
      return result
    })

  test('is refused here, and nothing else, but for a byte order mark', () => {
    fc.assert(
      fc.property(
        fc.oneof(mutated, fc.string({ unit: signs }), fc.string({ unit: 'binary' })),
        (text) => {
          const reading = readJson(text)
          expect(reading.root !== null).toBe(isJson(text.replace(/^\ufeff/, '')))
          expect(reading.syntax === null).toBe(reading.root !== null)
          expect(reading.hasByteOrderMark).toBe(text.startsWith('\ufeff'))
        },
      ),
      { numRuns: 5000 },
    )
  })

  test('has the fault at a place in the text, and what stands there', () => {
    fc.assert(
      fc.property(mutated, (text) => {
        const { syntax } = readJson(text)
        if (!syntax) return
        const point = text.codePointAt(syntax.at)
        expect(syntax.found).toBe(point === undefined ? null : String.fromCodePoint(point))
        expect(syntax.at).toBeLessThanOrEqual(text.length)
        // up to the fault the text could still have become JSON
        const { root, syntax: before } = readJson(text.slice(0, syntax.at))
        expect(root !== null || before?.found === null).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  test('cut anywhere, a text either is whole or ends too early', () => {
    fc.assert(
      fc.property(json, fc.nat(), (text, cut) => {
        const { root, syntax } = readJson(text.slice(0, cut % (text.length + 1)))
        if (root) return
        expect(syntax).toMatchObject({ at: cut % (text.length + 1), found: null })
        const at = cut % (text.length + 1)
        const habit = syntax && habitAt(text.slice(0, at), at, syntax.expectation)
        expect(['cut-off', 'blank']).toContain(habit)
      }),
      { numRuns: 1000 },
    )
  })
})

const duplicatesOf = (text: string): JsonReading['duplicates'] => readJson(text).duplicates

describe('duplicates', () => {
  test('are told with the places of both names, quotes included', () => {
    expect(duplicatesOf('{"a":1,"b":2,"a":3}')).toEqual([
      { name: 'a', at: 13, end: 16, firstAt: 1 },
    ])
  })

  test('are names that read the same, however they are spelled', () => {
    expect(duplicatesOf('{"a":1,"\\u0061":2}')).toEqual([{ name: 'a', at: 7, end: 15, firstAt: 1 }])
  })

  test('are of one object: inner and outer names do not meet', () => {
    expect(duplicatesOf('{"a":{"a":1},"b":[{"a":1},{"a":2}]}')).toEqual([])
  })

  test('count for __proto__ and the empty name too', () => {
    expect(duplicatesOf('{"__proto__":1,"":2,"__proto__":3,"":4}').map(({ name }) => name)).toEqual(
      ['__proto__', ''],
    )
  })

  test('the last one is the one that counts', () => {
    expect(stringMember(rootOf('{"a":"x","a":"y"}'), 'a')).toBe('y')
    expect(stringMember(rootOf('{"a":"x","a":1}'), 'a')).toBeNull()
    expect(stringMember(rootOf('["a"]'), 'a')).toBeNull()
    expect(stringMember(null, 'a')).toBeNull()
  })
})
