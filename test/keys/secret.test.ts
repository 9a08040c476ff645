import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readSecret, type SecretEncoding, tellSecretFault } from '../../src/keys/secret.ts'

function bytesOf(text: string, encoding: SecretEncoding): string {
  const reading = readSecret(text, encoding)
  return reading.kind === 'bytes' ? Buffer.from(reading.bytes).toString('latin1') : 'fault'
}

function faultOf(text: string, encoding: SecretEncoding): string {
  const reading = readSecret(text, encoding)
  return reading.kind === 'fault' ? tellSecretFault(reading.fault, encoding) : 'no fault'
}

describe('a secret', () => {
  test('as text keeps every character', () => {
    expect(bytesOf(' a\n', 'utf8')).toBe(' a\n')
    expect(bytesOf('é', 'utf8')).toBe('\u00c3\u00a9')
  })

  test.each([
    ['c2VjcmV0', 'base64'],
    ['c2Vj\ncmV0\n', 'base64'],
    ['c2VjcmV0', 'base64url'],
    ['73 65 63 72 65 74', 'hex'],
    ['736563726574', 'hex'],
    ['73656372657 4', 'hex'],
  ] as const)('%j reads as %s', (text, encoding) => {
    expect(bytesOf(text, encoding)).toBe('secret')
  })

  test('base64 needs no padding, and padding is no fault', () => {
    for (const text of ['YQ', 'YQ=', 'YQ==', 'YQ= ='])
      for (const encoding of ['base64', 'base64url'] as const)
        expect(bytesOf(text, encoding)).toBe('a')
  })

  test.each([
    ['ab-d', 'base64', 'character 3 belongs to base64url; read it as base64url'],
    ['ab/d', 'base64url', 'character 3 belongs to base64; read it as base64'],
    ['ab!d', 'base64', 'character 3 is not base64 (A–Z a–z 0–9 + /)'],
    ['ab!d', 'base64url', 'character 3 is not base64url (A–Z a–z 0–9 - _)'],
    ['ab=d', 'base64', 'character 3 is not base64 (A–Z a–z 0–9 + /)'],
    ['abcde', 'base64', '5 characters leave one over; base64 groups are 2, 3 or 4'],
    ['73 6x', 'hex', 'character 5 is not a hex digit (0–9 a–f)'],
    ['73 6', 'hex', '3 digits leave one over; a byte takes two'],
  ] as const)('%j as %s: %s', (text, encoding, fault) => {
    expect(faultOf(text, encoding)).toBe(fault)
  })

  test('any bytes come back from each encoding', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const raw = Buffer.from(bytes)
        const expected = raw.toString('latin1')
        for (const encoding of ['base64', 'base64url', 'hex'] as const)
          expect(bytesOf(raw.toString(encoding), encoding)).toBe(expected)
      }),
    )
  })
})
