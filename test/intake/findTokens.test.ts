import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readIntake } from '../../src/intake/readIntake.ts'
import { encodeBase64url } from '../../src/token/base64url.ts'
import { writeUtf8 } from '../../src/token/utf8.ts'
import { EXAMPLE, SD_JWT, SHORT, wrap } from './tokens.ts'

const encode = (value: unknown): string => encodeBase64url(writeUtf8(JSON.stringify(value)))

const SIGNATURE_BYTES = { HS256: 32, HS512: 64, RS256: 256, ES384: 96, EdDSA: 64 }

/** Whole tokens whose signature has the length that their algorithm asks for. */
const token = fc
  .record({
    alg: fc.constantFrom('HS256', 'HS512', 'RS256', 'ES384', 'EdDSA'),
    kid: fc.string({ maxLength: 40 }),
    claims: fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer())),
    seed: fc.uint8Array({ minLength: 256, maxLength: 256 }),
  })
  .map(({ alg, kid, claims, seed }) => {
    const size = Object.entries(SIGNATURE_BYTES).find(([name]) => name === alg)?.[1] ?? 32
    return `${encode({ alg, kid })}.${encode(claims)}.${encodeBase64url(seed.subarray(0, size))}`
  })

const textsOf = (raw: string): string[] => readIntake(raw).tokens.map(({ text }) => text)

describe('lines', () => {
  const lineEnd = fc.constantFrom('\n', '\r\n', '\r', '\n  ', '\\n', '\\\n', '=\r\n', '\u2028')

  test('a token in lines of any width is one token', () => {
    fc.assert(
      fc.property(token, fc.integer({ min: 8, max: 120 }), lineEnd, (text, width, end) => {
        expect(textsOf(wrap(text, width, end))).toEqual([text])
      }),
    )
  })

  test('two tokens in lines of any width are two tokens', () => {
    fc.assert(
      fc.property(token, token, fc.integer({ min: 60, max: 120 }), (first, second, width) => {
        fc.pre(first !== second)
        expect(textsOf(`${wrap(first, width)}\n${wrap(second, width)}`)).toEqual([first, second])
      }),
    )
  })

  test('tokens are kept apart by whatever stands between them', () => {
    const between = fc.constantFrom(
      '\n',
      '\r\n',
      ' ',
      ', ',
      ';',
      '\t',
      '\n\n',
      '|',
      '" "',
      "','",
      '\\n',
      ' and ',
      '&b=',
    )
    fc.assert(
      fc.property(token, token, between, (first, second, separator) => {
        fc.pre(first !== second)
        expect(textsOf(first + separator + second)).toEqual([first, second])
      }),
    )
  })

  test('words around a token do not get into it', () => {
    const words = fc
      .array(
        fc.constantFrom(
          'the',
          'token',
          'is',
          'www.example.com',
          '1.2.3',
          'a.py',
          '(see',
          'it).',
          '\n',
          '—',
        ),
      )
      .map((list) => list.join(' '))
    fc.assert(
      fc.property(words, token, words, (before, text, after) => {
        expect(textsOf(`${before} ${text} ${after}`)).toEqual([text])
        expect(textsOf(`${before}\n${text}\n${after}`)).toEqual([text])
      }),
    )
  })

  test('a signature of unknown length goes on in lines of one width, and ends at a shorter one', () => {
    const text = `${encode({ alg: 'XX999' })}.${encode({ sub: 'a'.repeat(90) })}.${'aB3d'.repeat(60)}`
    expect(textsOf(`${wrap(text, 64)}\nDone`)).toEqual([text])
  })

  test('a signature of unknown length that fills one line takes no word from the next', () => {
    const text = `${encode({ alg: 'XX999' })}.${encode({ sub: 'a' })}.aB3d`
    expect(textsOf(`${text}\nword`)).toEqual([text])
    expect(textsOf(`${text} word`)).toEqual([text])
  })

  test('an unsecured token takes nothing from the line below', () => {
    const text = `${encode({ alg: 'none' })}.${encode({ sub: 'a' })}.`
    expect(textsOf(`${text}\nabcdefghijklmnopqrstuvwxyz0123456789ABCDEFG`)).toEqual([text])
  })

  test('a payload that is no JSON goes on in lines that look encoded', () => {
    const text = `${encode({ alg: 'HS256' })}.${'aB3dEf9h'.repeat(20)}.${'A'.repeat(43)}`
    expect(textsOf(wrap(text, 64))).toEqual([text])
  })

  test('a header of an object and nothing behind it is no token beside a whole one', () => {
    expect(textsOf(`${encode({ a: 1 })}\n${SHORT}`)).toEqual([SHORT])
  })
})

describe('what was found', () => {
  const snippet = fc.oneof(
    fc.constantFrom(
      EXAMPLE,
      SHORT,
      SD_JWT,
      EXAMPLE.slice(0, 60),
      'eyJ',
      'Bearer ',
      '%2E',
      '\u200b',
      '\n',
      '  ',
      '…',
      '...',
      '"',
      "'",
      '`',
    ),
    fc.constantFrom(
      'curl ',
      '-H ',
      'http :/ ',
      'https://a.b/?t=',
      '{"a":',
      '}',
      '\\n',
      '^"',
      '~',
      '!',
      '=',
      'Cookie: ',
      '-----BEGIN ',
    ),
    fc.string({ maxLength: 20 }),
    fc.string({ unit: 'binary', maxLength: 8 }),
  )
  const paste = fc.array(snippet, { maxLength: 12 }).map((parts) => parts.join(''))

  test('it never throws, and every character is where it says', () => {
    fc.assert(
      fc.property(paste, (raw) => {
        for (const { text, start, end, rawAt } of readIntake(raw).tokens) {
          if (rawAt === null) {
            expect(raw.slice(start, end)).toBe(text)
            continue
          }
          expect(rawAt).toHaveLength(text.length)
          for (const [index, at] of rawAt.entries()) {
            expect(at).toBeGreaterThanOrEqual(start)
            expect(at).toBeLessThan(end)
            if (raw[at] !== '%' && raw[at] !== '\\') expect(raw[at]).toBe(text[index])
          }
        }
      }),
      { numRuns: 1000 },
    )
  })

  test('the text of a whole token, read again, is that token', () => {
    fc.assert(
      fc.property(paste, (raw) => {
        for (const { text } of readIntake(raw).tokens)
          if (/^[\w-]+\.[\w-]+\.[\w-]*$/.test(text)) expect(textsOf(text)).toEqual([text])
      }),
      { numRuns: 1000 },
    )
  })

  test('the offsets of a wrapped token lead to its characters', () => {
    const raw = `x\n${wrap(EXAMPLE, 64)}`
    const [found] = readIntake(raw).tokens
    expect(found?.rawAt?.[0]).toBe(2)
    expect(found?.rawAt?.[64]).toBe(67)
    expect(found?.end).toBe(raw.length)
  })

  test('a decoded dot leads to its percent sign', () => {
    const raw = EXAMPLE.replaceAll('.', '%2E')
    const [found] = readIntake(raw).tokens
    const dot = EXAMPLE.indexOf('.')
    expect(found?.rawAt?.[dot]).toBe(dot)
    expect(found?.rawAt?.[dot + 1]).toBe(dot + 3)
  })

  test('the disclosures of a selectively disclosable token are part of it, over line ends too', () => {
    const lines = wrap(SD_JWT, 68, '\r\n')
    const [found] = readIntake(`> ${lines} <`.slice(2)).tokens
    expect(found?.text).toBe(SD_JWT)
    for (const [at, from] of [...(found?.rawAt ?? [])].entries())
      expect(lines[from]).toBe(SD_JWT[at])
  })
})

// a time-out, no assertion: it only ends a run that has become quadratic
describe('ten million characters', { timeout: 120_000 }, () => {
  const LENGTH = 10_000_000
  const fill = (text: string): string => text.repeat(Math.ceil(LENGTH / text.length))
  const big = `${encode({ alg: 'HS256' })}.${encode({ big: 'a'.repeat(LENGTH) })}.${'A'.repeat(43)}`

  test('one token is found whole', () => {
    expect(textsOf(big)).toEqual([big])
  })

  test('one token in a command is found whole', () => {
    expect(textsOf(`curl -H 'Authorization: Bearer ${big}' https://api.example.com`)).toEqual([big])
  })

  test('one token in lines of 76 is found whole', () => {
    expect(textsOf(wrap(big, 76, '\r\n'))).toEqual([big])
  })

  test.each([
    ['prose', 'lorem ipsum 1.2.3 www.example.com "amet", '],
    ['one letter', 'a'],
    ['starts of tokens', 'eyJ'],
    ['starts of tokens in lines', 'eyJ\n'],
    ['open quotes', '"'],
    ['open brackets', '{'],
    ['escapes', '%2E'],
    ['backslashes', '\\'],
    ['commands', "curl 'x\n"],
  ])('%s hold no token', (_, text) => {
    expect(textsOf(fill(text))).toEqual([])
  })

  test('a token among ten million blanks is found', () => {
    expect(textsOf(fill(' ') + EXAMPLE + fill('\n'))).toEqual([EXAMPLE])
  })

  test('dots are passed on as they are, for the reader to refuse', () => {
    const dots = fill('.')
    expect(textsOf(dots)).toEqual([dots])
  })

  test('many tokens are all found', () => {
    const tokens = Array.from(
      { length: 5000 },
      (_, index) => `${encode({ alg: 'HS256' })}.${encode({ index })}.${'A'.repeat(43)}`,
    )
    expect(textsOf(tokens.join('\n'))).toEqual(tokens)
  })
})
