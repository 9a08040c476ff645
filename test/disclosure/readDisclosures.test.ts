/** Is every disclosure found where its digest stands, and every rule of RFC 9901 §7.1 judged? */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tellPath } from '../../src/token/claimPath.ts'
import { codesOf, digestOf, disclose, encode, read } from './presentations.ts'

const paths = (reading: ReturnType<typeof read>): (string | null)[] =>
  reading.disclosures.map(({ place }) => place && tellPath(place.path))

describe('one disclosure', () => {
  test('the three spellings of RFC 9901 section 4.2.1 carry the same claim and have digests of their own', () => {
    const spellings = [
      'WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0',
      encode('["_26bc4LT-ac6q2KI6cBW5es","family_name","M\\u00f6bius"]'),
      encode('[\n"_26bc4LT-ac6q2KI6cBW5es",\n"family_name",\n"Möbius"\n]'),
    ]
    const digests = spellings.map((text) => read({}, text).disclosures[0]?.digest)
    expect(digests[0]).toBe('X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0')
    expect(new Set(digests).size).toBe(3)
    for (const [index, text] of spellings.entries()) {
      const reading = read({ _sd: [digests[index]] }, text)
      expect(JSON.parse(reading.processed)).toEqual({ family_name: 'Möbius' })
    }
  })

  test('a value keeps its exact spelling in the processed claims', () => {
    const text = encode('["s", "n", {"big" : 12345678901234567890.10, "u":"\\u00e9"}]')
    expect(read({ a: 1, _sd: [digestOf(text)] }, text).processed).toBe(
      '{"a":1,"n":{"big":12345678901234567890.10,"u":"\\u00e9"}}',
    )
  })

  test('the start that was given comes back, for the screen to find it in the token', () => {
    expect(read({}, disclose('s', 'a', 1), disclose('s', 'b', 2)).disclosures[1]?.start).toBe(1)
  })

  const broken: [string, string, object][] = [
    ['that is empty', '', { code: 'empty' }],
    ['with a space', 'WyJz IiwxXQ', { code: 'not-base64url', at: 4, character: ' ' }],
    [
      'with a plus sign',
      encode('["sss>",1]').replaceAll('-', '+'),
      { code: 'not-base64url', at: 7, character: '+' },
    ],
    ['with padding', `${encode('["ss",1]')}=`, { code: 'not-base64url', at: 11, character: '=' }],
    [
      'that lost a character',
      encode('["sss",1]').slice(0, -3),
      { code: 'not-base64url', at: 8, character: null },
    ],
    [
      'with stray bits in its last character',
      'WyJzIiwxXR',
      { code: 'not-base64url', at: 9, character: null },
    ],
    ['that is no UTF-8', encode(Uint8Array.of(0x5b, 0x22, 0xff)), { code: 'not-utf8', byte: 2 }],
    [
      'that is no JSON',
      encode('["é", x]'),
      { code: 'not-json', byte: 7, expectation: 'value', found: 'x' },
    ],
    [
      'that ends too early',
      encode('["s", 1'),
      { code: 'not-json', byte: 7, expectation: 'comma-or-bracket', found: null },
    ],
    [
      'that starts with a byte order mark',
      encode('\ufeff["s", 1]'),
      { code: 'not-json', byte: 0, expectation: 'value', found: '\ufeff' },
    ],
    ['that is an object', encode('{"s": 1}'), { code: 'not-array', found: 'object' }],
    ['with one part', disclose('s'), { code: 'wrong-count', count: 1, wanted: null }],
    ['with four parts', disclose('s', 'a', 1, 2), { code: 'wrong-count', count: 4, wanted: null }],
    ['whose name is a number', disclose('s', 5, 1), { code: 'name-not-text', found: 'number' }],
  ]
  for (const [what, text, fault] of broken)
    test(`one ${what} is named with its place`, () => {
      expect(read({ _sd: [digestOf(text)] }, text).disclosures[0]?.faults).toContainEqual(fault)
    })

  test('one with padding is read all the same', () => {
    const text = `${disclose('ss', 'ab', 1)}=`
    expect(read({ _sd: [digestOf(text)] }, text).disclosures[0]?.content).toMatchObject({
      name: 'ab',
    })
  })
})

describe('the digest of a disclosure', () => {
  const a = disclose('salt-a', 'a', 1)
  const b = disclose('salt-b', 'b', 2)
  const item = disclose('salt-i', 'x')

  test('that stands nowhere is a fault, and its claim stays out of the processed claims', () => {
    const reading = read({ _sd: [digestOf(a)] }, a, b)
    expect([codesOf(reading, 0), codesOf(reading, 1)]).toEqual([[], ['no-digest']])
    expect(reading.processed).toBe('{"a":1}')
  })

  test('is found inside another disclosure, whichever of the two comes first', () => {
    const outer = disclose('salt-o', 'outer', {
      _sd: [digestOf(a)],
      list: [{ '...': digestOf(item) }],
    })
    const reading = read({ _sd: [digestOf(outer)] }, a, outer, item)
    expect(paths(reading)).toEqual(['outer.a', 'outer', 'outer.list[0]'])
    expect(reading.disclosures.map(({ place }) => place?.inside)).toEqual([1, null, 1])
    expect(reading.processed).toBe('{"outer":{"list":["x"],"a":1}}')
  })

  test('inside a disclosure that was not presented is missing (section 4.2.6)', () => {
    const outer = disclose('salt-o', 'outer', { _sd: [digestOf(a)] })
    const reading = read({ _sd: [digestOf(outer)] }, a)
    expect(codesOf(reading, 0)).toEqual(['no-digest'])
    expect(reading.hidden).toHaveLength(1)
  })

  test('that stands twice is a fault, within one list, in two objects or through another disclosure', () => {
    const outer = disclose('salt-o', 'outer', { _sd: [digestOf(a)] })
    for (const payload of [
      { _sd: [digestOf(a), digestOf(a)] },
      { _sd: [digestOf(a)], sub: { _sd: [digestOf(a)] } },
      { _sd: [digestOf(a)], list: [{ '...': digestOf(a) }] },
      { _sd: [digestOf(a), digestOf(outer)] },
    ])
      expect(codesOf(read(payload, a, outer), 0)).toEqual(['digest-repeated'])
  })

  test('that stands twice without a disclosure is a fault of the payload, and one hidden claim', () => {
    const { faults, hidden } = read({ _sd: ['decoy'], list: [{ '...': 'decoy' }] })
    expect(faults).toMatchObject([{ code: 'digest-repeated', digest: 'decoy' }])
    expect(hidden).toHaveLength(1)
  })

  test('is not looked for in values that only look like it', () => {
    const reading = read({ note: digestOf(a), list: [digestOf(a)], sub: { x: [digestOf(a)] } }, a)
    expect(codesOf(reading, 0)).toEqual(['no-digest'])
  })

  test('in _sd wants three parts, in a list two', () => {
    const reading = read({ _sd: [digestOf(item)], list: [{ '...': digestOf(a) }] }, item, a)
    expect(reading.disclosures.map(({ faults }) => faults)).toEqual([
      [{ code: 'wrong-count', count: 2, wanted: 3 }],
      [{ code: 'wrong-count', count: 3, wanted: 2 }],
    ])
    expect(reading.processed).toBe('{"list":[]}')
  })
})

describe('the name of a disclosed claim', () => {
  for (const name of ['_sd', '...'])
    test(`must not be ${name}`, () => {
      const text = disclose('s', name, ['digest'])
      const reading = read({ _sd: [digestOf(text)] }, text)
      expect(codesOf(reading, 0)).toEqual(['forbidden-name'])
      expect(reading.processed).toBe('{}')
    })

  test('must not be one that is always disclosed at the same level', () => {
    const text = disclose('s', 'sub', 'mallory')
    const reading = read({ sub: 'alice', _sd: [digestOf(text)] }, text)
    expect(codesOf(reading, 0)).toEqual(['name-taken'])
    expect(reading.processed).toBe('{"sub":"alice"}')
  })

  test('must not be one that another disclosure brought', () => {
    const texts = [disclose('s1', 'a', 1), disclose('s2', 'a', 2)]
    const reading = read({ _sd: texts.map((text) => digestOf(text)) }, ...texts)
    expect([codesOf(reading, 0), codesOf(reading, 1)]).toEqual([[], ['name-taken']])
  })

  test('may stand at another level', () => {
    const text = disclose('s', 'a', 1)
    expect(codesOf(read({ a: 0, sub: { _sd: [digestOf(text)] } }, text), 0)).toEqual([])
  })
})

describe('a presentation', () => {
  test('that holds the same disclosure twice says which one', () => {
    const text = disclose('s', 'a', 1)
    const reading = read({ _sd: [digestOf(text)] }, text, text)
    expect(reading.disclosures.map(({ faults }) => faults)).toEqual([
      [],
      [{ code: 'repeated', first: 0 }],
    ])
    expect(reading.processed).toBe('{"a":1}')
  })

  for (const [name, hash] of [
    ['sha-384', 'sha384'],
    ['sha-512', 'sha512'],
  ] as const)
    test(`may use ${name}`, () => {
      const text = disclose('s', 'a', 1)
      const reading = read({ _sd_alg: name, _sd: [digestOf(text, hash)] }, text)
      expect(codesOf(reading, 0)).toEqual([])
      expect(reading.processed).toBe('{"a":1}')
    })

  test('with a hash not known here is read, and no digest is called missing', () => {
    for (const name of ['sha3-256', 'SHA-256', 'constructor']) {
      const reading = read({ _sd_alg: name, _sd: ['x'] }, disclose('s', 'a', 1))
      expect(reading.hash).toEqual({ kind: 'unknown', name })
      expect(reading.disclosures[0]).toMatchObject({
        digest: null,
        faults: [],
        content: { name: 'a' },
      })
    }
  })

  test('whose _sd_alg is no text says so', () => {
    expect(read({ _sd_alg: 256 }).hash).toEqual({ kind: 'not-text', found: 'number' })
  })

  test('an _sd that is no list of texts is a fault and is removed', () => {
    for (const sd of ['"x"', '{}', '[1]', 'null']) {
      const { faults, processed } = read(`{"a":{"_sd":${sd},"b":1}}`)
      expect(faults.map(({ code, path }) => [code, tellPath(path)])).toEqual([
        ['sd-not-digests', 'a._sd'],
      ])
      expect(processed).toBe('{"a":{"b":1}}')
    }
  })

  test('a ... that is no digest alone in a list item is a fault and stays', () => {
    for (const list of ['[{"...":1}]', '[{"...":"d","a":1}]', '{"...":"d"}']) {
      const { faults, processed, hidden } = read(`{"list":${list}}`)
      expect(faults.map(({ code }) => code)).toEqual(['reserved-name'])
      expect([processed, hidden]).toEqual([`{"list":${list}}`, []])
    }
  })

  test('an _sd_alg below the top is a fault and stays', () => {
    const { faults, processed } = read('{"_sd_alg":"sha-256","a":{"_sd_alg":"sha-512"}}')
    expect(faults).toMatchObject([{ code: 'reserved-name', name: '_sd_alg' }])
    expect(processed).toBe('{"a":{"_sd_alg":"sha-512"}}')
  })

  test('an object left without members is an empty object (section 7.1, step 3e)', () => {
    expect(read({ a: { _sd: ['x'] } }).processed).toBe('{"a":{}}')
  })

  test('of any depth is read', () => {
    const depth = 100_000
    const text = disclose('s', 'x')
    const json = `{"a":${'['.repeat(depth)}{"...":"${digestOf(text)}"}${']'.repeat(depth)}}`
    const reading = read(json, text)
    expect(codesOf(reading, 0)).toEqual([])
    expect(reading.processed).toBe(`{"a":${'['.repeat(depth)}"x"${']'.repeat(depth)}}`)
    expect(paths(reading)).toEqual([`…${'[0]'.repeat(12)}`])
  })

  test('of many disclosures, each inside the one before, is read', () => {
    const texts: string[] = [disclose('s', 'end')]
    for (let i = 0; i < 2000; i++)
      texts.push(disclose(i, [{ '...': digestOf(texts.at(-1) ?? '') }]))
    const reading = read({ a: [{ '...': digestOf(texts.at(-1) ?? '') }] }, ...texts)
    expect(reading.disclosures.flatMap(({ faults }) => faults)).toEqual([])
    expect(reading.processed).toBe(`{"a":${'['.repeat(2001)}"end"${']'.repeat(2001)}}`)
  })
})

describe('a path', () => {
  test('says names with signs in quotes, so that they cannot pass for two steps', () => {
    const text = disclose('s', 'https://x.example/role', 1)
    expect(paths(read({ 'a.b': { _sd: [digestOf(text)] } }, text))).toEqual([
      '["a.b"]["https://x.example/role"]',
    ])
  })

  test('shows what has no shape', () => {
    const text = disclose('s', 'su\u200bb', 1)
    expect(paths(read({ _sd: [digestOf(text)] }, text))).toEqual(['["suU+200Bb"]'])
  })
})

type Json = null | boolean | number | string | Json[] | { [name: string]: Json }

const name = fc
  .string({ maxLength: 6 })
  .filter((text) => !['_sd', '...', '_sd_alg', '__proto__'].includes(text))
const { value } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom<Json>(null, true, false, 0, -1.5, 1e21),
    fc.string(),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(name, tie('value'), { maxKeys: 4 }),
  ),
}))
const claims = fc.dictionary(name, value, { maxKeys: 5 })

/** Hides members and items as `draw` decides, and gives what a verifier may learn when only some are disclosed. */
class Issuer {
  readonly texts: string[] = []
  private readonly draw: () => number

  constructor(draw: () => number) {
    this.draw = draw
  }

  /** `hidden` is what the issuer signs, `left` what the processed claims must be. */
  split(json: Json): { hidden: Json; left: Json } {
    if (Array.isArray(json)) return this.splitArray(json)
    return typeof json === 'object' && json !== null
      ? this.splitObject(json)
      : { hidden: json, left: json }
  }

  private splitArray(items: Json[]): { hidden: Json; left: Json } {
    const hidden: Json[] = []
    const left: Json[] = []
    for (const item of items) {
      const part = this.part(item, (inner) => [inner])
      hidden.push(part.digest === null ? part.hidden : { '...': part.digest })
      if (!part.isWithheld) left.push(part.left)
    }
    return { hidden, left }
  }

  private splitObject(members: { [name: string]: Json }): { hidden: Json; left: Json } {
    const hidden: { [name: string]: Json } = {}
    const left: { [name: string]: Json } = {}
    const digests: string[] = []
    for (const [key, member] of Object.entries(members)) {
      const part = this.part(member, (inner) => [key, inner])
      if (part.digest === null) hidden[key] = part.hidden
      else digests.push(part.digest)
      if (!part.isWithheld) left[key] = part.left
    }
    if (digests.length > 0) hidden['_sd'] = digests.toSorted()
    return { hidden, left }
  }

  private part(json: Json, tail: (inner: Json) => Json[]) {
    const choice = this.draw() % 3
    const before = this.texts.length
    const { hidden, left } = this.split(json)
    if (choice === 0) return { hidden, left, digest: null, isWithheld: false }
    const text = disclose(`salt ${this.draw()} ${before}`, ...tail(hidden))
    // what is withheld takes along all that was disclosed inside it
    if (choice === 1) this.texts.splice(before)
    else this.texts.push(text)
    return { hidden, left, digest: digestOf(text), isWithheld: choice === 1 }
  }
}

/** Unlike numbers on every call, so that no two salts are the same. */
const drawing = (seed: number): (() => number) => {
  let state = seed
  return () => (state = (state * 1103515245 + 12345) & 0x7fffffff) >> 8
}

test('whatever is hidden, the processed claims are the original without what was withheld', () => {
  fc.assert(
    fc.property(claims, fc.nat(), (original, seed) => {
      const issuer = new Issuer(drawing(seed))
      const { hidden, left } = issuer.split(original)
      const reading = read(JSON.stringify(hidden), ...issuer.texts)
      expect(reading.disclosures.flatMap(({ faults }) => faults)).toEqual([])
      expect(reading.faults).toEqual([])
      expect(JSON.parse(reading.processed)).toEqual(JSON.parse(JSON.stringify(left)))
    }),
  )
})

test('a disclosure with any character changed is not found', () => {
  fc.assert(
    fc.property(
      name,
      value,
      fc.nat(),
      fc.constantFrom('A', 'b', '0', '-', '_', ' ', '='),
      (key, json, at, character) => {
        const text = disclose('salt', key, json)
        const place = at % text.length
        fc.pre(text[place] !== character)
        const changed = text.slice(0, place) + character + text.slice(place + 1)
        const reading = read({ _sd: [digestOf(text)] }, changed)
        expect(codesOf(reading, 0)).toContain('no-digest')
        expect(reading.processed).toBe('{}')
      },
    ),
  )
})

test('any text is read without a throw', () => {
  fc.assert(
    fc.property(
      claims,
      fc.array(
        fc.oneof(
          fc.string(),
          fc.string().map(encode),
          value.map((json) => disclose(json)),
        ),
      ),
      (payload, texts) => {
        const reading = read(payload, ...texts)
        expect(reading.disclosures).toHaveLength(texts.length)
        expect(JSON.parse(reading.processed)).toEqual(JSON.parse(JSON.stringify(payload)))
      },
    ),
  )
})
