import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { tellLocal } from '../../src/claims/localTime.ts'
import { tellUtc } from '../../src/claims/numericDate.ts'

test.each([
  ['in winter', 1545224259, 'Europe/Berlin', '2018-12-19 13:57:39 Europe/Berlin (UTC+1)'],
  ['in summer', 1562190524, 'Europe/Berlin', '2019-07-03 23:48:44 Europe/Berlin (UTC+2)'],
  ['with half an hour', 1545224259, 'Asia/Kolkata', '2018-12-19 18:27:39 Asia/Kolkata (UTC+5:30)'],
  [
    'on the day before',
    1545224259 - 43_200,
    'America/New_York',
    '2018-12-18 19:57:39 America/New_York (UTC-5)',
  ],
  [
    'with its fraction',
    1300819380.75,
    'Asia/Kolkata',
    '2011-03-23 00:13:00.750 Asia/Kolkata (UTC+5:30)',
  ],
  ['at midnight', 1545177600, 'UTC', '2018-12-19 00:00:00 UTC'],
  ['without an offset', 1545224259, 'Africa/Abidjan', '2018-12-19 12:57:39 Africa/Abidjan (UTC+0)'],
  [
    'in a year of five digits',
    253402300800,
    'Asia/Tokyo',
    '10000-01-01 09:00:00 Asia/Tokyo (UTC+9)',
  ],
])('a clock shows an instant %s', (_, seconds, zone, words) => {
  expect(tellLocal(seconds, zone)).toBe(words)
})

test('where the zone or the date is unknown, it is UTC', () => {
  expect(tellLocal(1545224259, 'Mars/Olympus')).toBe('2018-12-19 12:57:39 UTC')
  expect(tellLocal(1545224259, '')).toBe('2018-12-19 12:57:39 UTC')
  expect(tellLocal(1e300, 'Europe/Berlin')).toBe('later than the year 275760')
  expect(tellLocal(-99_999_999_999, 'Europe/Berlin')).toBe(tellUtc(-99_999_999_999))
})

test('any number is told', () => {
  fc.assert(
    fc.property(fc.double(), (seconds) => {
      expect(tellLocal(seconds, 'Pacific/Auckland')).not.toMatch(/NaN|Invalid|undefined/)
    }),
  )
})
