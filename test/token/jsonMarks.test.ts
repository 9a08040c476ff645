import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { markJson } from '../../src/token/jsonMarks.ts'

const shown = (text: string): string[] =>
  markJson(text, 0, text.length).map(({ from, to, tone }) => `${tone} ${text.slice(from, to)}`)

describe('the colours of a JSON text', () => {
  test('tell names from values and signs', () => {
    expect(shown('{"a":"b","c" : [1]}')).toEqual([
      'sign {',
      'name "a"',
      'sign :',
      'sign ,',
      'name "c"',
      'sign :',
      'sign [',
      'sign ]',
      'sign }',
    ])
  })

  test('take an escaped quote for a part of its string', () => {
    expect(shown(String.raw`{"a\"b":1}`)).toContain(String.raw`name "a\"b"`)
  })

  test('go on while a string is not closed yet', () => {
    expect(shown('{"a')).toEqual(['sign {'])
    expect(shown('{"a\\')).toEqual(['sign {'])
  })

  test('are the same for a part of the text as for all of it', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), fc.nat(), (text, a, b) => {
        const from = a % (text.length + 1)
        const to = from + (b % (text.length - from + 1))
        const within = markJson(text, 0, text.length).filter(
          (mark) => mark.to > from && mark.from < to,
        )
        expect(markJson(text, from, to)).toEqual(within)
      }),
    )
  })

  test('hold a string of ten million characters and a hundred thousand brackets', () => {
    const long = `{"a":"${'a'.repeat(10_485_760)}"}`
    expect(markJson(long, 0, 10)).toEqual([{ from: 1, to: 4, tone: 'name' }])
    expect(markJson('['.repeat(100_000), 0, 100_000)).toEqual([])
  })
})
