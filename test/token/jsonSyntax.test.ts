/** Is what people write instead of JSON known by its name, and told in words that help? */
import { describe, expect, test } from 'vitest'
import { tellFault } from '../../src/token/tellFault.ts'
import type { JsonHabit } from '../../src/token/jsonSyntax.ts'
import { habitAt, tellExpectation } from '../../src/token/jsonSyntax.ts'
import { readJson } from '../../src/token/jsonText.ts'
import { readToken } from '../../src/token/readToken.ts'
import { encode, HEADER } from './tokens.ts'

/** The sentences on the syntax fault that a payload of this text has. */
function toldOfPayload(payload: string): string {
  const { faults } = readToken(`${HEADER}.${encode(payload)}.AAAA`)
  const fault = faults.find(({ code }) => code === 'not-json')
  return fault ? tellFault(fault).text : ''
}

/** Text, place, what JSON allows there, what stands there, and the habit. */
const CASES: [string, number, string, string | null, JsonHabit][] = [
  ['{"typ":1,alg:"x"}', 9, '‘"’', 'a', 'unquoted-name'],
  ["{'a':1}", 1, '‘"’', "'", 'single-quotes'],
  ['{"a":\'b\'}', 5, 'a value', "'", 'single-quotes'],
  ['{“a”:1}', 1, '‘"’', '“', 'curly-quotes'],
  ['{"a":1,}', 7, '‘"’', '}', 'trailing-comma'],
  ['[1, ]', 4, 'a value', ']', 'trailing-comma'],
  ['{"a":1, // why\n}', 8, '‘"’', '/', 'comment'],
  ['{"sub":"a", /* note */ "x":1}', 12, '‘"’', '/', 'comment'],
  ['{"a":NaN}', 5, 'a value', 'N', 'no-number'],
  ['{"a":-Infinity}', 6, 'a digit', 'I', 'no-number'],
  ['{"a":undefined}', 5, 'a value', 'u', 'no-number'],
  ['{"a":True}', 5, 'a value', 'T', 'other-literal'],
  ['{"a":None}', 5, 'a value', 'N', 'other-literal'],
  ['{"a":"x\ny"}', 7, 'an escape such as ‘\\n’', '\n', 'control-character'],
  ['{"a":"x\u0000"}', 7, 'an escape such as ‘\\n’', '\u0000', 'control-character'],
  ['{"a":"\\x41"}', 7, 'one of ‘" \\ / b f n r t u’', 'x', 'bad-escape'],
  ['{"a":"\\u00g1"}', 10, 'four hex digits', 'g', 'bad-escape'],
  ['{\\"a\\":1}', 1, '‘"’', '\\', 'escaped-twice'],
  ['{"a":say}', 5, 'a value', 's', 'unquoted-text'],
  ['{"a":"say "hi""}', 11, '‘,’ or ‘}’', 'h', 'unescaped-quote'],
  ['{"a":1 "b":2}', 7, '‘,’ or ‘}’', '"', 'missing-comma'],
  ['[1 2]', 3, '‘,’ or ‘]’', '2', 'missing-comma'],
  ['{"a" 1}', 5, '‘:’', '1', 'missing-colon'],
  ['{"a"=1}', 4, '‘:’', '=', 'missing-colon'],
  ['{"a":}', 5, 'a value', '}', 'missing-value'],
  ['[1,,2]', 3, 'a value', ',', 'missing-value'],
  ['[1}', 2, '‘,’ or ‘]’', '}', 'wrong-bracket'],
  ['{"a":01}', 6, '‘,’ or ‘}’', '1', 'number-spelling'],
  ['{"a":0x1F}', 6, '‘,’ or ‘}’', 'x', 'number-spelling'],
  ['{"a":.5}', 5, 'a value', '.', 'number-spelling'],
  ['{"a":+5}', 5, 'a value', '+', 'number-spelling'],
  ['{"a":5.}', 7, 'a digit', '}', 'number-spelling'],
  ['{"a":1}}', 7, 'the end', '}', 'more-after-end'],
  ['{"a":1}{"b":2}', 7, 'the end', '{', 'more-after-end'],
  ['{"a":1}\u0000', 7, 'the end', '\u0000', 'more-after-end'],
  ['Payload', 0, 'a value', 'P', 'other-text'],
  ['eyJhbGciOiJub25lIn0.e30.', 0, 'a value', 'e', 'token'],
  ['{"a":@}', 5, 'a value', '@', 'unknown'],
  ['{"a":"x', 7, 'a closing ‘"’', null, 'cut-off'],
  ['{"a":tru', 8, 'a value', null, 'cut-off'],
  ['{"a":-', 6, 'a digit', null, 'cut-off'],
  ['{"a":1', 6, '‘,’ or ‘}’', null, 'cut-off'],
  ['{"a":"\\u00', 10, 'four hex digits', null, 'cut-off'],
  [' \n', 2, 'a value', null, 'blank'],
  ['\ufeff', 1, 'a value', null, 'blank'],
  ['\ufeffx', 1, 'a value', 'x', 'other-text'],
]

describe('the place and the habit', () => {
  test.each(CASES)('%j', (text, at, expected, found, habit) => {
    const { root, syntax } = readJson(text)
    if (!syntax) throw new Error(`${text} is JSON`)
    expect([root, syntax.at, syntax.found]).toEqual([null, at, found])
    expect(tellExpectation(syntax.expectation)).toBe(expected)
    expect(habitAt(text, syntax.at, syntax.expectation)).toBe(habit)
  })
})

describe('a payload that is not JSON', () => {
  test('is told in two sentences, whatever the habit', () => {
    for (const [payload] of CASES) {
      const text = toldOfPayload(payload)
      expect(text).toMatch(/^Expected .+ at byte \d+, found .+\. [A-Z][^.]*(?:\.5[^.]*)?\.$/s)
      expect(text).not.toMatch(/[a-z]'[a-z]/)
    }
  })

  test.each([
    [
      'NaN',
      '{"exp":NaN}',
      'Expected a value at byte 8, found ‘N’ (‘{"exp":NaN’). JSON has no NaN, Infinity or undefined; write null or leave the claim out.',
    ],
    [
      'Infinity',
      '{"exp":-Infinity}',
      'Expected a digit at byte 9, found ‘I’ (‘{"exp":-Infinity’). JSON has no NaN, Infinity or undefined; write null or leave the claim out.',
    ],
    [
      'single quotes',
      "{'sub':'a'}",
      "Expected ‘\"’ at byte 2, found ‘'’ (‘{'’). Probably printed by Python or JavaScript; JSON wants double quotes.",
    ],
    [
      'a trailing comma',
      '{"sub":"a",}',
      'Expected ‘"’ at byte 12, found ‘}’ (‘{"sub":"a",}’). Probably hand-edited; take out the comma before the closing bracket.',
    ],
    [
      'a comment',
      '{"sub":"a", // me\n"x":1}',
      'Expected ‘"’ at byte 13, found ‘/’ (‘{"sub":"a", /’). JSON has no comments; take it out.',
    ],
    [
      'unquoted keys',
      '{sub:"a"}',
      'Expected ‘"’ at byte 2, found ‘s’ (‘{sub’). Probably hand-edited; keys need quotes.',
    ],
    [
      'a raw line break in a text',
      '{"sub":"a\nb"}',
      'Expected an escape such as ‘\\n’ at byte 10, found a line break (after ‘{"sub":"a’). Line breaks, tabs and other control characters stand in a text only as escapes such as ‘\\n’.',
    ],
    [
      'its end cut off',
      '{"sub":"1234567890","na',
      'Expected a closing ‘"’ at byte 24, found the end (after ‘4567890","na’). Its end is missing, probably lost in copying; copy the token again.',
    ],
    [
      'True for true',
      '{"admin":True}',
      'Expected a value at byte 10, found ‘T’ (‘{"admin":True’). Probably printed by another language; JSON writes true, false and null.',
    ],
    [
      'text',
      'Payload',
      'Expected a value at byte 1, found ‘P’ (‘Payload’). A signed message may carry any text, but then it is not a JWT.',
    ],
    [
      'a token inside',
      'eyJhbGciOiJub25lIn0.e30.',
      'Expected a value at byte 1, found ‘e’ (‘eyJhbGciOiJu’). It is probably a token inside this token; paste it by itself to read it.',
    ],
  ])('%s', (_, payload, words) => {
    expect(toldOfPayload(payload)).toBe(words)
  })

  test('nothing in it can reorder or hide the sentence', () => {
    expect(toldOfPayload('{"a\u202e":1,\u202eb:2}')).toContain('found U+202E')
    expect(toldOfPayload('{"a\u202e":1,\u202eb:2}')).not.toContain('\u202e')
  })

  test('a name of a megabyte is cut in its sentence', () => {
    const name = 'a'.repeat(1_000_000)
    const [fault] = readToken(`${HEADER}.${encode(`{"${name}":1,"${name}":2}`)}.AAAA`).faults
    expect(fault && tellFault(fault).title).toMatch(/^‘a{20}…a{20}’ appears twice/)
  })
})
