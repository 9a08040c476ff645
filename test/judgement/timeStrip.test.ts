import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { layTimeStrip, type TimeStrip } from '../../src/judgement/timeStrip.ts'
import { claimsOf } from '../claims/claimsOf.ts'

const NOW = 1_767_225_600

interface Dates {
  iat?: number
  nbf?: number
  exp?: number
}

const lay = (dates: object, now = NOW, leeway = 0): TimeStrip =>
  layTimeStrip(claimsOf(JSON.stringify(dates)), now, leeway)

/** The names along the line, from left to right. */
const alongThe = ({ ticks }: TimeStrip): string[] =>
  ticks.toSorted((a, b) => a.at - b.at).map(({ name }) => name)

describe('the order of events', () => {
  test('alive: issued, now, ends', () => {
    expect(alongThe(lay({ iat: NOW - 60, exp: NOW + 240 }))).toEqual(['iat', 'now', 'exp'])
  })

  test('expired: issued, ended, now', () => {
    expect(alongThe(lay({ iat: NOW - 300, exp: NOW - 10 }))).toEqual(['iat', 'exp', 'now'])
  })

  test('in the second of exp it has ended', () => {
    expect(alongThe(lay({ iat: NOW - 300, exp: NOW - 0 }))).toEqual(['iat', 'exp', 'now'])
  })

  test('not usable yet: now, begins, ends', () => {
    expect(alongThe(lay({ nbf: NOW + 60, exp: NOW + 300 }))).toEqual(['now', 'nbf', 'exp'])
  })

  test('an exp before its nbf stands before it', () => {
    expect(alongThe(lay({ nbf: NOW + 300, exp: NOW + 60 }))).toEqual(['now', 'exp', 'nbf'])
    expect(alongThe(lay({ nbf: NOW + 300, exp: NOW - 60 }))).toEqual(['exp', 'now', 'nbf'])
    expect(alongThe(lay({ nbf: NOW - 60, exp: NOW - 300 }))).toEqual(['exp', 'nbf', 'now'])
  })

  test('now moves along the life as it passes', () => {
    const dates = { iat: NOW, exp: NOW + 100 }
    const at = [0, 25, 50, 75, 99].map(
      (seconds) => lay(dates, NOW + seconds).ticks.find(({ name }) => name === 'now')?.at ?? -1,
    )
    expect(at).toEqual(at.toSorted((a, b) => a - b))
    expect(new Set(at).size).toBe(5)
  })

  test('holds for every token that ends after it begins, at any instant, with any leeway', () => {
    const second = fc.integer({ min: NOW - 5000, max: NOW + 5000 })
    fc.assert(
      fc.property(
        second,
        fc.integer({ min: 1, max: 9000 }),
        second,
        fc.integer({ min: 0, max: 300 }),
        (nbf, life, now, leeway) => {
          const exp = nbf + life
          const { ticks, life: drawn } = lay({ nbf, exp }, now, leeway)
          const instants: Record<string, number> = { nbf, exp, now }
          for (const a of ticks)
            for (const b of ticks)
              if (a.at < b.at)
                expect(instants[a.name]).toBeLessThanOrEqual(instants[b.name] ?? Number.NaN)
          for (const { at } of ticks) {
            expect(at).toBeGreaterThanOrEqual(0)
            expect(at).toBeLessThanOrEqual(100)
          }
          expect(drawn?.from).toBeLessThan(drawn?.to ?? 0)
        },
      ),
    )
  })
})

describe('what is drawn', () => {
  test('every tick but now carries its UTC time', () => {
    const { ticks } = lay({ iat: NOW - 60, exp: NOW + 240 })
    expect(ticks.map(({ name, label }) => [name, label])).toEqual([
      ['iat', '2025-12-31 23:59:00'],
      ['exp', '2026-01-01 00:04:00'],
      ['now', ''],
    ])
  })

  test('the life begins and ends at its ticks', () => {
    const { life, ticks } = lay({ nbf: NOW - 60, exp: NOW + 240 })
    expect(life).toEqual({
      from: ticks.find(({ name }) => name === 'nbf')?.at,
      to: ticks.find(({ name }) => name === 'exp')?.at,
      isTorn: false,
    })
  })

  test('the start is torn where the token does not say when it began', () => {
    const strip = lay({ exp: NOW + 240 })
    expect(strip.life?.isTorn).toBe(true)
    expect(strip.sentence).toBe('Its issue time is not in the token.')
    expect(alongThe(strip)).toEqual(['now', 'exp'])
  })

  test('a life without exp goes on to the edge of the line', () => {
    const strip = lay({ iat: NOW - 60 })
    expect(strip.exp).toBeNull()
    expect(strip.life).toMatchObject({ to: 100, isTorn: false })
    expect(strip.sentence).toBe('It names no end.')
  })

  test('a token without dates has no life to draw', () => {
    const strip = lay({ sub: '42' })
    expect(strip.life).toBeNull()
    expect(strip.sentence).toBe('Its issue time is not in the token. It names no end.')
  })

  test('claims that cannot be read leave the line empty but for now', () => {
    const strip = layTimeStrip(null, NOW, 0)
    expect(strip.life).toBeNull()
    expect(strip.exp).toBeNull()
    expect(strip.sentence).toBe('No dates to show.')
    expect(alongThe(strip)).toEqual(['now'])
  })

  test.each([
    ['milliseconds', { iat: NOW - 60, exp: NOW * 1000 }],
    ['text', { iat: NOW - 60, exp: '2026-01-01T00:00:00Z' }],
    ['a number beyond all dates', { iat: NOW - 60, exp: 1e300 }],
    ['null', { iat: NOW - 60, exp: null }],
  ])('an exp that cannot be meant is not drawn: %s', (_what, dates) => {
    const strip = lay(dates)
    expect(alongThe(strip)).not.toContain('exp')
    expect(strip.exp).toBeNull()
  })
})

describe('the same in words', () => {
  test.each<[string, Dates, string]>([
    ['while it lives', { iat: NOW - 60, exp: NOW + 240 }, 'Lives for 5 minutes.'],
    [
      'after its end',
      { iat: NOW - 400, exp: NOW - 100 },
      'Lived 5 minutes. Get a new one from its issuer. If this surprises you, compare the server’s clock.',
    ],
    [
      'from its issue, not from its nbf',
      { iat: NOW, nbf: NOW + 60, exp: NOW + 3600 },
      'Lives for 1 hour.',
    ],
    [
      'from nbf where nothing else says when it began',
      { nbf: NOW, exp: NOW + 3600 },
      'Its issue time is not in the token. Lives for 1 hour.',
    ],
    ['that a life ends before it begins', { iat: NOW, exp: NOW - 60 }, 'It ends before it begins.'],
  ])('%s', (_when, dates, sentence) => {
    expect(lay(dates).sentence).toBe(sentence)
  })
})

describe('an expired token', () => {
  const expired = { iat: NOW - 300, exp: NOW - 10 }
  const jti = 'a'.repeat(32)

  test.each([
    [expired, 'Get a new one from its issuer.'],
    [{ ...expired, jti, token_type: 'access' }, 'POST the refresh token to /api/token/refresh/.'],
    [{ ...expired, jti, token_type: 'refresh' }, 'Get a new one: log in again.'],
  ])('says how to get a new one (E15)', (claims, told) => {
    expect(lay(claims).sentence).toContain(told)
    expect(lay(claims).sentence).toMatch(/If this surprises you, compare the server’s clock\.$/)
    expect(lay(claims, NOW, 60).sentence).not.toContain('Get a new one')
  })
})
