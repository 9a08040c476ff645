/** Do characters, six-bit groups, bytes and text lie over each other bit for bit? RFC 4648 §5. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodeBase64url } from '../../src/token/base64url.ts'
import { layRuler, type Ruler } from '../../src/token/byteRuler.ts'
import { rangeOfPart, readLink } from '../../src/token/link.ts'
import { readPlace } from '../../src/token/linkPlace.ts'
import { plainForm, readAnyForm } from '../../src/token/readAnyForm.ts'
import { readToken, type TokenReading } from '../../src/token/readToken.ts'
import { encode, HEADER, HS256, SIGNATURE, tokenOf } from './tokens.ts'

function rulerOf(token: TokenReading, byteStart: number, byteEnd: number): Ruler {
  const link = readLink(token, { part: 'payload', byteStart, byteEnd })
  const ruler = link && layRuler(token, link)
  if (!ruler) throw new Error('a ruler')
  return ruler
}

/** Each bit of the cells by its place; the cells spell numbers to that base, of that many bits. */
const bits = (cells: Ruler['bytes'], base: number, length: number): Map<number, string> =>
  new Map(
    cells.flatMap(({ at, text }) =>
      Array.from(
        Number.parseInt(text, base).toString(2).padStart(length, '0'),
        (bit, index) => [at * 2 + index, bit] as const,
      ),
    ),
  )

const textsOf = (cells: Ruler['bytes']): string[] => cells.map(({ text }) => text)

describe('the ruler', () => {
  test('shows the worked example: w is shared by the comma and exp', () => {
    const token = readToken(
      tokenOf(HS256, '{"token_type":"access","exp":1545224259,"jti":"2bd5","user_id":1}'),
    )
    const exp = readPlace(token, 'claim:exp')
    const ruler = rulerOf(token, exp?.byteStart ?? 0, exp?.byteEnd ?? 0)
    expect(textsOf(ruler.characters).join('')).toBe('wiZXhwIjoxNTQ1MjI0MjU5')
    expect(textsOf(ruler.bytes).join(' ')).toBe(
      '2C 22 65 78 70 22 3A 31 35 34 35 32 32 34 32 35 39',
    )
    expect(textsOf(ruler.texts).join('')).toBe(',"exp":1545224259')
    // w is 48, 110000: four bits end the comma (0x2C), two begin the quote (0x22)
    expect(ruler.characters[0]).toEqual({ at: 2, span: 3, text: 'w', isLinked: true })
    expect(ruler.groups[0]?.text).toBe('110000')
    expect(ruler.bytes[0]).toEqual({ at: 0, span: 4, text: '2C', isLinked: false })
    expect(ruler.band).toEqual({ start: 4, end: 68 })
    expect(ruler.columns).toBe(68)
    expect(ruler.sentence).toBe(
      '22 characters of 6 bits, 16 bytes of 8. The first, ‘w’, also carries bits of the byte before.',
    )
  })

  test('lets a text character take all of its bytes, and shows what has no shape', () => {
    const ruler = rulerOf(readToken(tokenOf(HS256, '"€ é\u{1f600}"')), 0, 12)
    expect(ruler.texts.map(({ text, at, span }) => [text, at, span])).toEqual([
      ['"', 0, 4],
      ['€', 4, 12],
      ['␠', 16, 4],
      ['é', 20, 8],
      ['\u{1f600}', 28, 16],
      ['"', 44, 4],
    ])
  })

  test('draws 48 bytes of more, and says so', () => {
    const ruler = rulerOf(readToken(tokenOf(HS256, `"${'x'.repeat(2000)}"`)), 0, 2002)
    expect(ruler.bytes).toHaveLength(48)
    expect(ruler.sentence).toBe(
      '2,670 characters of 6 bits, 2,002 bytes of 8. The first 48 are drawn.',
    )
  })

  test('has neither base64url nor groups for a payload that is not encoded', () => {
    const token = readAnyForm(
      `${encode('{"alg":"HS256","b64":false,"crit":["b64"]}')}.hi.${SIGNATURE}`,
      plainForm,
    )
    const ruler = rulerOf(token, 0, 2)
    expect(ruler.characters).toEqual([])
    expect(ruler.groups).toEqual([])
    expect(textsOf(ruler.texts)).toEqual(['h', 'i'])
    expect(ruler.sentence).toBe('2 bytes of 8 bits.')
  })

  test('has no text for a signature, and nothing for no bytes', () => {
    const token = readToken(`${HEADER}.${encode('{}')}.${SIGNATURE}`)
    const range = rangeOfPart(token, 'signature')
    const link = range && readLink(token, range)
    expect(link && layRuler(token, link)?.texts).toEqual([])
    expect(link && layRuler(token, { ...link, byteEnd: 0 })).toBeNull()
  })

  test('has the same bits in its groups as in its bytes, for any bytes', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 30 }),
        fc.nat(),
        fc.nat(),
        (bytes, a, b) => {
          const token = readToken(`${HEADER}.${encodeBase64url(bytes)}.${SIGNATURE}`)
          const start = a % bytes.length
          const end = start + 1 + (b % (bytes.length - start))
          const ruler = rulerOf(token, start, end)
          const ofBytes = bits(ruler.bytes, 16, 8)
          const ofGroups = bits(ruler.groups, 2, 6)
          for (let bit = ruler.band.start * 2; bit < ruler.band.end * 2; bit++)
            expect(ofGroups.get(bit)).toBe(ofBytes.get(bit))
          // every byte has its place in the text, once
          expect(ruler.texts.reduce((sum, { span }) => sum + span, 0)).toBe(ruler.bytes.length * 4)
        },
      ),
    )
  })
})
