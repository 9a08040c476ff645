/** Do values read and written here come out as Python's would? Python 3.11 `json`, `base64`, `int`. */
import { describe, expect, it } from 'vitest'
import { readPythonBase64 } from '../../src/simplejwt/pythonBase64.ts'
import { writePayload } from '../../src/simplejwt/pythonJson.ts'
import { dictOf, intOf, strip, timestampOf } from '../../src/simplejwt/pythonValue.ts'
import { readJson } from '../../src/token/jsonText.ts'

function rewrite(json: string): string {
  const { root } = readJson(json)
  return root?.kind === 'object' ? writePayload(dictOf(root)) : ''
}

describe('a payload read and written again', () => {
  it.each([
    ['{ "b" : 1, "a" : [ ] }', '{"b":1,"a":[]}'],
    ['{"a":1.0,"b":-0,"c":-0.0}', '{"a":1.0,"b":0,"c":-0.0}'],
    [
      '{"a":1e2,"b":1e16,"c":1.5e-7,"d":123456789012345680.0}',
      '{"a":100.0,"b":1e+16,"c":1.5e-07,"d":1.2345678901234568e+17}',
    ],
    ['{"a":1000000000000000000000001}', '{"a":1000000000000000000000001}'],
    ['{"a":1e999}', '{"a":Infinity}'],
    ['{"é":"😀\\u007f\\n\\/"}', '{"\\u00e9":"\\ud83d\\ude00\\u007f\\n/"}'],
    ['{"a":1,"b":2,"a":3}', '{"a":3,"b":2}'],
    ['{"a":{"x":null,"y":[true,false]}}', '{"a":{"x":null,"y":[true,false]}}'],
  ])('%s', (before, after) => {
    expect(rewrite(before)).toBe(after)
  })

  it('a name that is None stands beside the name "null"', () => {
    const payload = new Map<string | null, string>([
      [null, 'a'],
      ['null', 'b'],
    ])
    expect(writePayload(payload)).toBe('{"null":"a","null":"b"}')
  })
})

function read(part: string): string | null {
  const bytes = readPythonBase64(part)
  return bytes === null ? null : String.fromCharCode(...bytes)
}

describe('base64url as PyJWT reads it', () => {
  it.each([
    ['aGk', 'hi'],
    ['aGk=', 'hi'],
    ['aGl', 'hi'],
    ['a*G*k**', 'hi'],
    ['aGk====aGk', 'hi'],
    ['aG_-', 'ho\xfe'],
    ['aG/+', 'ho\xfe'],
    ['', ''],
    ['****', ''],
  ])('%s', (part, text) => {
    expect(read(part)).toBe(text)
  })

  it.each(['a', 'aGk*', 'aGkhI', 'a*G*k***'])('%s leaves a group open', (part) => {
    expect(read(part)).toBeNull()
  })
})

describe('int() and dates', () => {
  it.each([
    [' 12 ', 12],
    ['1_000', 1000],
    ['1.5', 'ValueError'],
    ['', 'ValueError'],
    [null, 'crash'],
    [[], 'crash'],
    [true, 1],
    [{ float: -1.9 }, -1],
    [{ float: Infinity }, 'crash'],
  ])('%j', (value, whole) => {
    expect(intOf(value)).toBe(whole)
  })

  it('a date outside the years 1 to 9999 is none', () => {
    expect(timestampOf(253_402_300_799)).toBe(253_402_300_799_000)
    expect(timestampOf(253_402_300_800)).toBeNull()
    expect(timestampOf(10n ** 18n)).toBeNull()
    expect(timestampOf('5')).toBeNull()
  })

  it('strip() knows the separators but not the byte order mark', () => {
    expect(strip('\u001f\u0085 a \t\u2003')).toBe('a')
    expect(strip('\ufeffa')).toBe('\ufeffa')
  })
})
