import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readJson } from '../../src/token/jsonText.ts'
import { editProjection } from '../../src/token/editProjection.ts'
import type { Projection } from '../../src/token/pieces.ts'
import { hasOwnLayout, paneAt, projectExactly, projectLaidOut } from '../../src/token/projection.ts'

const laidOut = (source: string): Projection => {
  const { root, depth } = readJson(source)
  const projection = root && projectLaidOut(source, root, depth)
  if (!projection) throw new Error(`no layout for ${source}`)
  return projection
}

describe('a payload laid out for reading', () => {
  it('breaks lines and indents by two, as people write JSON', () => {
    expect(laidOut('{"a":1,"b":[1,{"c":{}}]}').text).toBe(
      '{\n  "a": 1,\n  "b": [\n    1,\n    {\n      "c": {}\n    }\n  ]\n}',
    )
  })

  it('folds white space that the writer put between the values', () => {
    expect(laidOut(' {"a": 1, "b" : 2 } ').text).toBe('{\n  "a": 1,\n  "b": 2\n}')
  })

  it('never touches what stands inside a string or how a number is spelled', () => {
    expect(laidOut('{"a":" , : {","n":1.50e+3}').text).toBe(
      '{\n  "a": " , : {",\n  "n": 1.50e+3\n}',
    )
  })

  it('spells out marks that would reorder or hide text', () => {
    expect(laidOut('{"a":"user\u202enimda"}').text).toBe('{\n  "a": "user⟨U+202E⟩nimda"\n}')
  })

  it('is the layout of JSON.stringify for every value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        const source = JSON.stringify(value)
        fc.pre(!/[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/.test(source))
        expect(laidOut(source).text).toBe(JSON.stringify(JSON.parse(source), null, 2))
      }),
    )
  })

  it('is given up for a text nested deeper than 100', () => {
    const deep = `${'['.repeat(101)}${']'.repeat(101)}`
    const { root, depth } = readJson(deep)
    expect(root && projectLaidOut(deep, root, depth)).toBeNull()
  })

  it('is given up where it would add more than 256 KB', () => {
    const long = `[${'0,'.repeat(100_000)}0]`
    const { root, depth } = readJson(long)
    expect(root && projectLaidOut(long, root, depth)).toBeNull()
  })
})

describe('the exact text', () => {
  it('differs from the source in line ends alone', () => {
    expect(projectExactly('{"typ":"JWT",\r\n "alg":"HS256"}\r').text).toBe(
      '{"typ":"JWT",\n "alg":"HS256"}\n',
    )
  })

  it('is what a text with line breaks of its own starts with', () => {
    const own = '{"typ":"JWT",\r\n "alg":"HS256"}'
    expect(hasOwnLayout(own, readJson(own).root)).toBe(true)
    expect(hasOwnLayout('{"a": 1}', readJson('{"a": 1}').root)).toBe(false)
  })
})

describe('an edit in a pane', () => {
  it('changes one digit and leaves the CR LF of RFC 7515 A.1 alone', () => {
    const source = '{"iss":"joe",\r\n "exp":1300819380,\r\n "http://example.com/is_root":true}'
    const shown = projectExactly(source)
    const edited = editProjection(shown, shown.text.replace('1300819380', '1300819381'))
    expect(edited.source).toBe(source.replace('1300819380', '1300819381'))
  })

  it('changes the same digit in the laid out view and adds no layout to the source', () => {
    const shown = laidOut('{"user_id":1,"admin":false}')
    const edited = editProjection(shown, shown.text.replace('"user_id": 1', '"user_id": 2'))
    expect(edited.source).toBe('{"user_id":2,"admin":false}')
    expect(edited.text).toBe('{\n  "user_id": 2,\n  "admin": false\n}')
  })

  it('keeps the layout in view while the text is no JSON for a moment', () => {
    const shown = laidOut('{"user_id":1,"admin":false}')
    const broken = editProjection(shown, shown.text.replace('1,', ','))
    expect(broken.source).toBe('{"user_id":,"admin":false}')
    const mended = editProjection(broken, broken.text.replace(': ,', ': 42,'))
    expect(mended.source).toBe('{"user_id":42,"admin":false}')
    expect(mended.text).toBe('{\n  "user_id": 42,\n  "admin": false\n}')
  })

  it('deletes both characters of a CR LF at once', () => {
    const shown = projectExactly('a\r\nb')
    expect(editProjection(shown, 'ab').source).toBe('ab')
  })

  it('deletes layout without changing the source', () => {
    const shown = laidOut('{"a":1}')
    const edited = editProjection(shown, shown.text.replace('\n  ', ''))
    expect(edited.source).toBe('{"a":1}')
    expect(edited.text).toBe('{"a": 1\n}')
  })

  it('removes a spelled-out mark as a whole when a part of it is deleted', () => {
    const shown = laidOut('{"a":"x\u202ey"}')
    const edited = editProjection(shown, shown.text.replace('202E⟩', ''))
    expect(edited.source).toBe('{"a":"xy"}')
    expect(edited.text).toBe('{\n  "a": "xy"\n}')
  })

  it('takes white space that is typed as part of the payload', () => {
    const shown = laidOut('{"a":1}')
    expect(editProjection(shown, shown.text.replace('1', '1 ')).source).toBe('{"a":1 }')
  })

  it('replaces exactly the edited characters, whatever was edited where', () => {
    const source = fc
      .array(fc.constantFrom('a', 'é', '😀', '\r\n', '\n', ' ', '"', '\u202e'), { maxLength: 30 })
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(
        source,
        fc.nat(),
        fc.nat(),
        fc.constantFrom('', 'X', 'XY\n'),
        (text, a, b, inserted) => {
          const shown = projectExactly(text)
          const from = a % (shown.text.length + 1)
          const to = from + (b % (shown.text.length - from + 1))
          const next = shown.text.slice(0, from) + inserted + shown.text.slice(to)
          const edited = editProjection(shown, next)
          expect(edited.text).toBe(next)
          expect(edited.source.replaceAll(/\r\n?/g, '\n')).toBe(next)
          const again = editProjection(edited, shown.text)
          expect(again.source.replaceAll(/\r\n?/g, '\n')).toBe(shown.text)
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('in a laid out view leaves every other character of the source as it was', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), fc.nat(), (value, where) => {
        const source = JSON.stringify(value)
        const shown = laidOut(source)
        const at = where % (source.length + 1)
        const pane = paneAt(shown, at)
        const edited = editProjection(
          shown,
          `${shown.text.slice(0, pane)}§${shown.text.slice(pane)}`,
        )
        expect(edited.source.replace('§', '')).toBe(source)
        expect(editProjection(edited, shown.text).source).toBe(source)
      }),
    )
  })
})
