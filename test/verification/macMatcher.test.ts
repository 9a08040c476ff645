import { createHmac } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { computeMac } from '../../src/verification/hmac.ts'
import { makeMacMatcher } from '../../src/verification/macMatcher.ts'

const HASHES = ['SHA-256', 'SHA-384', 'SHA-512'] as const
const bytes = (maxLength: number) => fc.uint8Array({ maxLength })

describe('the fast check of a MAC', () => {
  test.each(HASHES)('finds what the library made with %s, and nothing else', (hash) => {
    fc.assert(
      fc.property(bytes(150), bytes(300), bytes(150), (secret, input, other) => {
        const isMade = makeMacMatcher(hash, input, computeMac(hash, secret, input))
        expect(isMade(secret)).toBe(true)
        const isSame = Buffer.compare(
          computeMac(hash, other, input),
          computeMac(hash, secret, input),
        )
        expect(isMade(other)).toBe(isSame === 0)
        // what was asked before leaves no trace
        expect(isMade(secret)).toBe(true)
      }),
      { numRuns: 200 },
    )
  })

  test.each([0, 1, 54, 55, 56, 63, 64, 65, 119, 120, 128])(
    'finds the secret over an input of %i bytes, by OpenSSL',
    (length) => {
      const input = new Uint8Array(length).fill(0x61)
      const mac = createHmac('sha256', 'secret').update(input).digest()
      expect(makeMacMatcher('SHA-256', input, mac)(Buffer.from('secret'))).toBe(true)
      expect(makeMacMatcher('SHA-256', input, mac)(Buffer.from('secreT'))).toBe(false)
    },
  )

  test.each([63, 64, 65, 200])('takes a secret of %i bytes', (length) => {
    const input = Buffer.from('a.b')
    const secret = new Uint8Array(length).fill(0xfe)
    const mac = createHmac('sha256', secret).update(input).digest()
    expect(makeMacMatcher('SHA-256', input, mac)(secret)).toBe(true)
  })

  test('is not content with the first 32 bits', () => {
    const input = Buffer.from('a.b')
    const mac = createHmac('sha256', 'secret').update(input).digest()
    mac[31] = (mac[31] ?? 0) ^ 1
    expect(makeMacMatcher('SHA-256', input, mac)(Buffer.from('secret'))).toBe(false)
  })

  test('says no to a MAC of another length', () => {
    const input = Buffer.from('a.b')
    const mac = createHmac('sha256', 'secret').update(input).digest().subarray(0, 16)
    expect(makeMacMatcher('SHA-256', input, mac)(Buffer.from('secret'))).toBe(false)
  })
})
