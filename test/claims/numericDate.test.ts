import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  isMeant,
  type NumericDateReading,
  readNumericDate,
  tellUtc,
} from '../../src/claims/numericDate.ts'
import { tellIso } from '../../src/claims/isoInstant.ts'
import { remarkOn, tellUnclear } from '../../src/claims/unclearDate.ts'
import { claimsOf, memberOf } from './claimsOf.ts'

const read = (json: string) => readNumericDate(memberOf(claimsOf(`{"exp":${json}}`), 'exp').value)

/** All that the library says of a date: its time, its fault, what is unusual about it. */
function tellNumericDate(name: string, reading: NumericDateReading): string {
  if (!isMeant(reading)) {
    const { problem, remedy } = tellUnclear(name, reading)
    return `${problem}. ${remedy}`
  }
  return [`${name} is ${tellUtc(reading.seconds)}.`, remarkOn(reading)].filter(Boolean).join(' ')
}

const tell = (json: string) => tellNumericDate('exp', read(json))

describe('the value of exp', () => {
  test.each([
    ['1545224259', 'exp is 2018-12-19 12:57:39 UTC.'],
    ['0', 'exp is 1970-01-01 00:00:00 UTC.'],
    ['-0', 'exp is 1970-01-01 00:00:00 UTC.'],
    ['1.545224259e9', 'exp is 2018-12-19 12:57:39 UTC.'],
    [
      '1300819380.75',
      'exp is 2011-03-22 18:43:00.750 UTC. Parts of a second are allowed, but some readers cut them off.',
    ],
    [
      '-1',
      'exp is 1969-12-31 23:59:59 UTC. The number is negative, so it counts back from 1970: look for an error in the issuer.',
    ],
    [
      '1545224259000',
      'exp looks like milliseconds. 1545224259000 is the year 50936 in seconds. Divide by 1000: 2018-12-19 12:57:39 UTC.',
    ],
    [
      '1300819380000',
      'exp looks like milliseconds. 1300819380000 is the year 43191 in seconds. Divide by 1000: 2011-03-22 18:43:00 UTC.',
    ],
    [
      '1545224259000000',
      'exp looks like microseconds. 1545224259000000 is the year 48968177 in seconds. Divide by 1,000,000: 2018-12-19 12:57:39 UTC.',
    ],
    [
      '1e308',
      'exp is too large for a date. 1e308 seconds lead to no date on any calendar. Write the seconds since 1970, a number of 10 digits.',
    ],
    [
      '1e999',
      'exp is too large for a date. 1e999 seconds lead to no date on any calendar. Write the seconds since 1970, a number of 10 digits.',
    ],
    [
      '-1e308',
      'exp is too far below zero for a date. -1e308 seconds lead to no date on any calendar. Write the seconds since 1970, a number of 10 digits.',
    ],
    [
      '"1300819380"',
      'exp is text, not a number. "1300819380" spells 2011-03-22 18:43:00 UTC, yet strict readers refuse text here. Drop the quotes.',
    ],
    [
      '"2011-03-22T18:43:00Z"',
      'exp is text, not a number. "2011-03-22T18:43:00Z" spells 2011-03-22 18:43:00 UTC, yet strict readers refuse text here. Write the seconds since 1970 as a number.',
    ],
    [
      '"tomorrow\\u202e"',
      'exp is text, not a number. "tomorrowU+202E" spells no date, and strict readers refuse text here. Write the seconds since 1970 as a number.',
    ],
    [
      'null',
      'exp is null, not a number. No date can be read from it. Write the seconds since 1970 as a number.',
    ],
    [
      '{}',
      'exp is an object, not a number. No date can be read from it. Write the seconds since 1970 as a number.',
    ],
  ])('%s is told as what it is', (json, sentence) => {
    expect(tell(json)).toBe(sentence)
  })

  test('the far ends that people really write stay ordinary dates', () => {
    // 9999-12-31, the usual "never", and 32 bits
    expect(read('253402300799').kind).toBe('date')
    expect(read('4294967295').kind).toBe('date')
  })

  test('is taken for milliseconds from 1990 up to 2200, and not a step outside', () => {
    expect(read('631151999999').kind).toBe('date')
    expect(read('631152000000').kind).toBe('finer unit')
    expect(read('7258118399999').kind).toBe('finer unit')
    expect(read('7258118400000').kind).toBe('date')
  })

  test('nanoseconds are named too', () => {
    expect(tell('1545224259000000000')).toMatch(
      /^exp looks like nanoseconds\..*2018-12-19 12:57:39 UTC\.$/,
    )
  })

  test('text of digits that are milliseconds names the date that was meant', () => {
    expect(tell('"1545224259000"')).toContain('spells 2018-12-19 12:57:39 UTC')
  })

  test('a text of megabytes is told in one short sentence', () => {
    expect(tell(`"${'9'.repeat(1_000_000)}"`).length).toBeLessThan(260)
  })

  test('any number is told without a trace of the machine', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const reading = read(JSON.stringify(value))
        expect(tellNumericDate('exp', reading)).not.toMatch(/NaN|Invalid|undefined|Infinity/)
        expect('seconds' in reading && reading.seconds).toBe(value + 0)
        if (isMeant(reading)) expect(tellUtc(reading.seconds)).toMatch(/^\S+ \S+ UTC$/)
      }),
    )
  })
})

describe('UTC', () => {
  test('beyond the calendar is told in words', () => {
    expect(tellUtc(8.64e12 + 1)).toBe('later than the year 275760')
    expect(tellUtc(-Infinity)).toBe('before the year −271821')
    expect(tellUtc(Number.NaN)).toBe('no date')
    expect(tellIso(1e300)).toBe('later than the year 275760')
  })

  test('a fraction is cut to milliseconds, so that no second is shown before it has come', () => {
    expect(tellUtc(1300819380.9996)).toBe('2011-03-22 18:43:00.999 UTC')
    expect(tellUtc(1300819380.7)).toBe('2011-03-22 18:43:00.700 UTC')
    expect(tellUtc(-0.25)).toBe('1969-12-31 23:59:59.750 UTC')
  })
})
