import { createHash, createHmac } from 'node:crypto'
import { assert, property, uint8Array } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { macSteps, sha256Hex, tellMacSteps } from '../../src/verification/macSteps.ts'

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
const bytesOf = (text: string): Buffer => Buffer.from(text)

describe('HMAC, step by step', () => {
  test.each([
    [
      'RFC 4231 test case 1',
      Buffer.alloc(20, 0x0b),
      'Hi There',
      'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7',
    ],
    [
      'RFC 4231 test case 2, a key shorter than the tag',
      bytesOf('Jefe'),
      'what do ya want for nothing?',
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    ],
    [
      'RFC 4231 test case 6, a key longer than the block',
      Buffer.alloc(131, 0xaa),
      'Test Using Larger Than Block-Size Key - Hash Key First',
      '60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54',
    ],
  ])('ends with the tag of %s', (_, secret, message, tag) => {
    expect(hex(macSteps('SHA-256', secret, bytesOf(message)).mac)).toBe(tag)
  })

  test.each(['SHA-256', 'SHA-384', 'SHA-512'] as const)(
    'ends with what another implementation makes, for any secret and message (%s)',
    (hash) => {
      assert(
        property(
          uint8Array({ maxLength: 300 }),
          uint8Array({ maxLength: 300 }),
          (secret, message) => {
            const made = createHmac(hash.replace('-', ''), secret).update(message).digest('hex')
            expect(hex(macSteps(hash, secret, message).mac)).toBe(made)
          },
        ),
      )
    },
  )

  test('shows each value as RFC 2104 makes it', () => {
    const steps = macSteps('SHA-256', bytesOf('key'), bytesOf('message'))
    expect(hex(steps.keyBlock)).toBe('6b6579'.padEnd(128, '0'))
    expect(hex(steps.innerKey)).toBe('5d534f'.padEnd(128, '36'))
    expect(hex(steps.outerKey)).toBe('373925'.padEnd(128, '5c'))
    const inner = createHash('sha256').update(steps.innerKey).update('message').digest('hex')
    expect(hex(steps.innerHash)).toBe(inner)
  })

  test.each([
    [3, 'The secret is 3 bytes; 61 zero bytes fill it up to 64, the block of SHA-256.'],
    [1, 'The secret is 1 byte; 63 zero bytes fill it up to 64, the block of SHA-256.'],
    [0, 'The secret is 0 bytes; 64 zero bytes fill it up to 64, the block of SHA-256.'],
    [64, 'The secret is 64 bytes, exactly one block of SHA-256.'],
    [
      65,
      'The secret is 65 bytes, longer than the block of 64. So its SHA-256 stands in, 32 bytes and 32 zero bytes.',
    ],
  ])('says how a secret of %d bytes becomes one block', (length, told) => {
    const steps = macSteps('SHA-256', Buffer.alloc(length, 1), bytesOf(''))
    expect(tellMacSteps(steps)[0]?.told).toBe(told)
  })

  test('goes from the key block to the tag', () => {
    const steps = macSteps('SHA-512', bytesOf('key'), bytesOf('message'))
    expect(tellMacSteps(steps).map(({ title }) => title)).toEqual([
      'Key block',
      'Inner key',
      'Inner hash',
      'Outer key',
      'Tag',
    ])
    expect(tellMacSteps(steps).map(({ bytes }) => bytes.length)).toEqual([128, 128, 64, 128, 64])
  })

  test('hashes a signing input as sha256sum does', () => {
    expect(sha256Hex(bytesOf('abc'))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    )
  })
})
