/** Is what tokens say kept apart from what is inferred? ux.md 4.12; the notes’ pair of 2018. */
import { describe, expect, it } from 'vitest'
import { measure, observe, rowsOf } from '../../src/claims/observe.ts'
import { readToken } from '../../src/token/readToken.ts'
import { ACCESS, REFRESH } from '../e2e/tokens.ts'

const part = (value: object | string): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')
const make = (claims: object | string): string =>
  `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}.x`
const read = (...texts: string[]) => observe(texts.map(readToken))

const ISSUED = 1_545_223_959

describe('the notes’ pair', () => {
  const pair = read(ACCESS, REFRESH)

  it('says when it ends, and its issue is inferred alone', () => {
    expect(pair.tokens).toMatchObject([
      { label: 'A1', kind: 'access', ends: 1_545_224_259 },
      { label: 'R1', kind: 'refresh', ends: 1_545_310_359 },
    ])
    for (const { issued, gaps } of pair.tokens) {
      expect(issued).toMatchObject({ at: ISSUED, certainty: 'inferred' })
      expect(gaps.join(' ')).toContain('Issue time not in the token')
    }
    expect(pair.login.map(({ words }) => words).join(' ')).toContain(
      '2018-12-19 12:52:39 UTC, so most likely by the same login',
    )
  })

  it('has a row for each instant, in order, and for now', () => {
    expect(
      rowsOf(pair, 1_800_000_000).map(({ time, token, status }) => [time, token, status]),
    ).toEqual([
      ['2018-12-19 12:52:39 UTC', 'A1', 'inferred'],
      ['2018-12-19 12:52:39 UTC', 'R1', 'inferred'],
      ['2018-12-19 12:57:39 UTC', 'A1', 'in the token'],
      ['2018-12-20 12:52:39 UTC', 'R1', 'in the token'],
      ['2027-01-15 08:00:00 UTC', '', 'now'],
    ])
  })

  it('measures the lifetimes that it was inferred with', () => {
    expect(measure(pair)).toEqual({ access: 300, refresh: 86_400, isSliding: false })
  })
})

describe('one token', () => {
  it('with iat is all fact', () => {
    const { tokens } = read(make({ token_type: 'access', iat: 100, exp: 220, nbf: 110 }))
    expect(tokens).toMatchObject([
      { issued: { at: 100, certainty: 'read' }, starts: 110, ends: 220, gaps: [] },
    ])
    expect(measure({ tokens, login: [] })).toEqual({ access: 120, refresh: null, isSliding: false })
  })

  it('without exp, or with one that cannot be meant, says so', () => {
    expect(read(make({ iat: 5 })).tokens[0]?.gaps).toEqual(['T1 names no end: it has no exp.'])
    expect(read(make({ iat: 5, exp: 'soon' })).tokens[0]?.gaps).toEqual([
      'The exp of T1 names no date that can be meant.',
    ])
    expect(read(make({ iat: [], exp: 9, token_type: 'access' })).tokens[0]).toMatchObject({
      issued: null,
      gaps: ['The iat of A1 names no date that can be meant.'],
    })
  })

  it('that names no kind is not inferred from SimpleJWT’s defaults', () => {
    expect(read(make({ exp: 1000 })).tokens[0]?.issued).toBeNull()
  })

  it('that slides has two ends', () => {
    const one = read(make({ token_type: 'sliding', iat: 0, exp: 300, refresh_exp: 86_400 }))
    expect(measure(one)).toEqual({ access: 300, refresh: 86_400, isSliding: true })
    expect(rowsOf(one, 1).map(({ action }) => action)).toContain('can be renewed no longer')
  })

  it('that ends before it begins measures nothing', () => {
    expect(measure(read(make({ iat: 10, exp: 5 })))).toMatchObject({ access: null })
  })

  it('whose claims cannot be read has no dates', () => {
    expect(read(make('no json')).tokens[0]).toMatchObject({ issued: null, ends: null })
    expect(read(make('no json')).tokens[0]?.gaps[0]).toContain('cannot be read')
    expect(observe([])).toEqual({ tokens: [], login: [] })
  })
})
