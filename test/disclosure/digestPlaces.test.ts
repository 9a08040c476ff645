/** Do a disclosure and its digest lead to each other? RFC 9901 §4.2.4. */
import { describe, expect, test } from 'vitest'
import { findDigests, partnerOf, tellPartner } from '../../src/disclosure/digestPlaces.ts'
import { readDisclosures } from '../../src/disclosure/readDisclosures.ts'
import type { ByteRange } from '../../src/token/carrier.ts'
import { rangeOfPart, readLink } from '../../src/token/link.ts'
import { plainForm, readAnyForm } from '../../src/token/readAnyForm.ts'
import { readUtf8 } from '../../src/token/utf8.ts'
import { digestOf, disclose, encode, objectOf } from './presentations.ts'

const street = disclose('s1', 'street', '1 Main St')
const address = disclose('s2', 'address', { _sd: [digestOf(street)] })
const country = disclose('s3', 'US')
const payload = JSON.stringify({
  decoy: digestOf(address),
  _sd: ['x', digestOf(address)],
  nationalities: [{ '...': digestOf(country) }],
})
const unknown = disclose('s4', 'role', 'admin')
const texts = [street, address, country, unknown]
const token = readAnyForm(
  `${encode('{"alg":"HS256"}')}.${encode(payload)}.AAAA~${texts.join('~')}~`,
  plainForm,
)
const reading = readDisclosures(
  objectOf(payload),
  payload,
  texts.map((text, start) => ({ text, start })),
)
const digests = findDigests(token, reading)

const textOf = ({ part, byteStart, byteEnd }: ByteRange): string => {
  const bytes = part === 'payload' ? token.payload?.bytes : token.more?.disclosures?.[1]?.bytes
  return readUtf8(bytes?.slice(byteStart, byteEnd) ?? new Uint8Array()).text
}

const linkOf = (range: ByteRange | null) => {
  const link = range && readLink(token, range)
  if (!link) throw new Error('no such bytes')
  return link
}

describe('the digest of a disclosure', () => {
  test('is found in _sd, in an element and inside another disclosure, and nowhere else', () => {
    const [inside, inObject, inElement, nowhere] = digests
    expect(inside?.part).toBe('disclosure 2')
    expect(inside && textOf(inside)).toBe(JSON.stringify(digestOf(street)))
    expect(inObject && textOf(inObject)).toBe(JSON.stringify(digestOf(address)))
    expect(inObject && payload.slice(0, inObject.byteStart)).toMatch(/"_sd":\["x",$/)
    expect(inElement && textOf(inElement)).toBe(`"...":"${digestOf(country)}"`)
    expect(nowhere).toBeNull()
  })

  test('leads to its disclosure, and the disclosure to it', () => {
    for (const index of [0, 1, 2]) {
      const whole = rangeOfPart(token, `disclosure ${index + 1}`)
      const digest = digests[index]
      expect(whole && partnerOf(token, digests, whole)).toEqual(digest)
      expect(digest && partnerOf(token, digests, digest)).toEqual(whole)
    }
  })

  test('is none of what is neither', () => {
    const [whole, other] = [rangeOfPart(token, 'payload'), rangeOfPart(token, 'disclosure 4')]
    expect(whole && partnerOf(token, digests, whole)).toBeNull()
    expect(other && partnerOf(token, digests, other)).toBeNull()
  })

  test('is told with its place in the token', () => {
    const whole = linkOf(rangeOfPart(token, 'disclosure 3'))
    const digest = linkOf(digests[2] ?? null)
    const span = digest.characters
    expect(tellPartner(whole, digest)).toBe(
      `; its digest: characters ${(span?.start ?? 0) + 1}–${span?.end}`,
    )
    const { start = 0, end = 0 } = whole.characters ?? {}
    expect(tellPartner(digest, whole)).toBe(
      `; the digest of disclosure 3: characters ${start + 1}–${end}`,
    )
  })
})
