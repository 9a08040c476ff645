import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readIso, tellIso } from '../../src/claims/isoInstant.ts'
import { tellUtc } from '../../src/claims/numericDate.ts'

describe('an ISO instant', () => {
  test.each([
    ['2018-12-19T12:57:39Z', 1545224259],
    ['2018-12-19T12:57:39.250Z', 1545224259.25],
    ['2018-12-19T13:57:39+01:00', 1545224259],
    ['2018-12-19T07:27:39-0530', 1545224259],
    ['2018-12-19 12:57:39 UTC', 1545224259],
    ['  2018-12-19t12:57z ', 1545224220],
    ['+050936-08-17T01:30:00Z', Date.parse('+050936-08-17T01:30:00Z') / 1000],
    ['0050-06-01T00:00:00Z', Date.parse('0050-06-01T00:00:00Z') / 1000],
  ])('%s is read', (text, seconds) => {
    expect(readIso(text)).toBe(seconds)
  })

  test.each([
    '',
    'now',
    '1545224259',
    '2018-12-19',
    '2018-12-19T12:57:39',
    '2018-02-30T00:00:00Z',
    '2018-13-01T00:00:00Z',
    '2018-00-10T00:00:00Z',
    '2018-12-19T24:00:00Z',
    '2018-12-19T12:60:00Z',
    '2018-12-19T12:57:60Z',
    '2018-12-19T12:57:39+24:00',
    '2018-12-19T12:57:39Zz',
    '-000000-01-01T00:00:00Z',
    '+275760-09-13T00:00:01Z',
    'Wed, 19 Dec 2018 12:57:39 GMT',
    `2018-12-19T12:57:39.${'0'.repeat(100)}Z`,
  ])('%j is not taken for one', (text) => {
    expect(readIso(text)).toBeNull()
  })

  test('what is written is read back to the same millisecond', () => {
    fc.assert(
      fc.property(fc.integer({ min: -62_167_219_200_000, max: 253_402_300_799_999 }), (ms) => {
        expect(readIso(tellIso(ms / 1000))).toBeCloseTo(ms / 1000, 3)
      }),
    )
  })

  test('whole seconds of the whole calendar are read back exactly', () => {
    fc.assert(
      fc.property(fc.integer({ min: -8.64e12, max: 8.64e12 }), (seconds) => {
        expect(readIso(tellIso(seconds))).toBe(seconds)
        expect(readIso(tellUtc(seconds))).toBe(seconds)
      }),
    )
  })

  test('any text gives an instant or null', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const seconds = readIso(text)
        expect(seconds === null || Number.isFinite(seconds)).toBe(true)
      }),
    )
  })
})
