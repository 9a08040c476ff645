import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { oddTimes } from '../../src/claims/oddTimes.ts'
import {
  judgeValidity,
  tellTimeAnswer,
  tellTimeRung,
  type TimeAnswer,
} from '../../src/claims/validity.ts'
import { claimsOf } from './claimsOf.ts'

const EXP = 1545224259
const judge = (json: string, now: number, leeway = 0) => judgeValidity(claimsOf(json), now, leeway)
const state = (json: string, now: number, leeway = 0) => judge(json, now, leeway).state

describe('the boundary seconds', () => {
  test('exp is refused from its own second on', () => {
    expect(state(`{"exp":${EXP}}`, EXP - 1)).toBe('in time')
    expect(state(`{"exp":${EXP}}`, EXP - 0.001)).toBe('in time')
    expect(state(`{"exp":${EXP}}`, EXP)).toBe('expired')
  })

  test('a leeway stretches exp up to its last second, exclusive', () => {
    expect(state(`{"exp":${EXP}}`, EXP - 1, 30)).toBe('in time')
    expect(state(`{"exp":${EXP}}`, EXP, 30)).toBe('within leeway')
    expect(state(`{"exp":${EXP}}`, EXP + 29.999, 30)).toBe('within leeway')
    expect(state(`{"exp":${EXP}}`, EXP + 30, 30)).toBe('expired')
  })

  test('nbf is accepted from its own second on', () => {
    const json = `{"nbf":1000,"exp":${EXP}}`
    expect(state(json, 999.999)).toBe('not yet')
    expect(state(json, 1000)).toBe('in time')
  })

  test('a leeway lets nbf in early, from its first second on', () => {
    const json = `{"nbf":1000,"exp":${EXP}}`
    expect(state(json, 969.999, 30)).toBe('not yet')
    expect(state(json, 970, 30)).toBe('within leeway')
    expect(state(json, 1000, 30)).toBe('in time')
  })

  test('an exp with a fraction holds to the fraction', () => {
    expect(state('{"exp":1300819380.75}', 1300819380.5)).toBe('in time')
    expect(state('{"exp":1300819380.75}', 1300819380.75)).toBe('expired')
  })

  const second = fc.integer({ min: -1e10, max: 1e10 })
  const leeways = fc.integer({ min: 0, max: 600 })
  test('for any exp, leeway and moment: refused exactly when now >= exp + leeway', () => {
    fc.assert(
      fc.property(second, leeways, fc.integer({ min: -700, max: 700 }), (exp, leeway, offset) => {
        const rung = tellTimeRung(judge(`{"exp":${exp}}`, exp + offset, leeway), true, oddTimes)
        expect(rung.state).toBe(offset >= leeway ? 'fail' : offset >= 0 ? 'warning' : 'pass')
      }),
    )
  })

  test('for any nbf, leeway and moment: accepted exactly when now >= nbf - leeway', () => {
    fc.assert(
      fc.property(second, leeways, fc.integer({ min: -700, max: 700 }), (nbf, leeway, offset) => {
        const json = `{"nbf":${nbf},"exp":300000000000}`
        const rung = tellTimeRung(judge(json, nbf + offset, leeway), true, oddTimes)
        expect(rung.state).toBe(offset < -leeway ? 'fail' : offset < 0 ? 'warning' : 'pass')
      }),
    )
  })

  test.each([-30, Number.NaN])('a leeway of %d grants nothing', (leeway) => {
    expect(state(`{"exp":${EXP}}`, EXP, leeway)).toBe('expired')
    expect(state(`{"exp":${EXP}}`, EXP - 1, leeway)).toBe('in time')
  })
})

describe('which claim decides', () => {
  test('no exp never expires, whatever nbf said', () => {
    expect(judge('{"nbf":5}', 10)).toEqual({ state: 'no exp', nbf: 5 })
    expect(judge('{}', 10)).toEqual({ state: 'no exp', nbf: null })
    expect(judge('{"Exp":1}', 10).state).toBe('no exp')
  })

  test('without exp, nbf still holds', () => {
    expect(judge('{"nbf":50}', 10)).toEqual({ state: 'not yet', nbf: 50 })
    expect(judge('{"nbf":50}', 40, 30)).toEqual({
      state: 'within leeway',
      claim: 'nbf',
      nbf: 50,
      leeway: 30,
    })
  })

  test('expired comes before not yet', () => {
    expect(judge('{"exp":5,"nbf":50}', 10)).toEqual({ state: 'expired', exp: 5 })
  })

  test('not yet comes before an exp inside its leeway', () => {
    expect(judge('{"exp":5,"nbf":500}', 10, 30).state).toBe('not yet')
  })

  test('of two exp the last counts', () => {
    expect(judge('{"exp":5,"exp":50}', 10).state).toBe('in time')
    expect(judge('{"exp":50,"exp":5}', 10).state).toBe('expired')
  })

  test.each(['1545224259000', '"1545224259"', '1e308', 'null', 'true', '[1]', '{}'])(
    'an exp of %s cannot be meant, and leaves the time open',
    (value) => {
      expect(judge(`{"exp":${value}}`, 10)).toMatchObject({ state: 'unclear', claim: 'exp' })
    },
  )

  test('an nbf that cannot be meant leaves it open too, but not where exp has passed', () => {
    expect(judge('{"exp":50,"nbf":"soon"}', 10)).toMatchObject({ state: 'unclear', claim: 'nbf' })
    expect(judge('{"exp":5,"nbf":"soon"}', 10).state).toBe('expired')
    expect(judge('{"exp":"later","nbf":50}', 10).state).toBe('not yet')
  })

  test('claims named __proto__ change nothing', () => {
    expect(state('{"__proto__":{"exp":5}}', 10)).toBe('no exp')
  })

  test('claims that cannot be read are not judged', () => {
    const validity = judgeValidity(null, 10, 0)
    expect(tellTimeRung(validity, false, oddTimes)).toEqual({
      state: 'not checked',
      reason: 'the claims cannot be read',
    })
    expect(tellTimeAnswer(validity, 10, 'nothing', oddTimes)).toBeNull()
  })
})

const cases = {
  'in time': judge(`{"exp":${EXP}}`, EXP - 252),
  'within leeway of exp': judge(`{"exp":${EXP}}`, EXP + 12, 30),
  'within leeway of nbf': judge(`{"nbf":${EXP},"exp":9000000000}`, EXP - 12, 30),
  expired: judge(`{"exp":${EXP}}`, 1795392000),
  'not yet': judge(`{"nbf":${EXP}}`, EXP - 125),
  'no exp': judge('{}', 0),
  unclear: judge('{"exp":1545224259000}', 0),
}

describe('the Time rung', () => {
  test.each([
    ['in time', 'pass', 'until 2018-12-19 12:57:39 UTC'],
    ['within leeway of exp', 'warning', 'expired 2018-12-19 12:57:39 UTC, inside the 30 s leeway'],
    [
      'within leeway of nbf',
      'warning',
      'not before 2018-12-19 12:57:39 UTC, inside the 30 s leeway',
    ],
    ['expired', 'fail', 'expired 2018-12-19 12:57:39 UTC'],
    ['not yet', 'fail', 'not before 2018-12-19 12:57:39 UTC'],
    ['no exp', 'warning', 'never expires, there is no exp claim'],
    ['unclear', 'warning', 'exp looks like milliseconds'],
  ] as const)('%s: %s', (name, rung, reason) => {
    expect(tellTimeRung(cases[name], true, oddTimes)).toEqual({ state: rung, reason })
    expect(tellTimeRung(cases[name], false, oddTimes)).toEqual({
      state: rung,
      reason: `It says: ${reason}`,
    })
  })
})

const sentence = (answer: TimeAnswer | null) => `${answer?.lead} ${answer?.rest}`.trim()

describe('the headline', () => {
  test.each([
    ['in time', EXP - 252, 'Expires in 4 minutes 12 seconds.'],
    [
      'within leeway of exp',
      EXP + 12,
      'Expired 12 seconds ago, inside the 30 s leeway: some servers still accept it.',
    ],
    [
      'within leeway of nbf',
      EXP - 12,
      'Starts in 12 seconds, inside the 30 s leeway: some servers already accept it.',
    ],
    ['expired', 1795392000, 'Expired 7 years 11 months ago (2018-12-19 12:57:39 UTC).'],
    [
      'not yet',
      EXP - 125,
      'Not usable for another 2 minutes 5 seconds (nbf 2018-12-19 12:57:39 UTC).',
    ],
    ['no exp', 0, 'It never expires: there is no exp claim.'],
    [
      'unclear',
      0,
      'exp looks like milliseconds. 1545224259000 is the year 50936 in seconds. Divide by 1000: 2018-12-19 12:57:39 UTC.',
    ],
  ] as const)('alone, %s', (name, now, words) => {
    expect(sentence(tellTimeAnswer(cases[name], now, 'nothing', oddTimes))).toBe(words)
  })

  test.each([
    ['in time', EXP - 252, 'Expires in 4 minutes 12 seconds.'],
    [
      'expired',
      1795392000,
      'but expired 7 years 11 months ago (2018-12-19 12:57:39 UTC). A server should refuse it.',
    ],
    [
      'not yet',
      EXP - 125,
      'but not usable yet. It starts in 2 minutes 5 seconds (nbf 2018-12-19 12:57:39 UTC).',
    ],
    ['no exp', 0, 'It never expires: there is no exp claim.'],
  ] as const)('after a signature that passed, %s', (name, now, words) => {
    expect(sentence(tellTimeAnswer(cases[name], now, 'passed', oddTimes))).toBe(words)
  })

  test.each([
    ['in time', EXP - 252, 'It claims to expire in 4 minutes 12 seconds,'],
    ['within leeway of exp', EXP + 12, 'It claims to have expired 12 seconds ago,'],
    ['within leeway of nbf', EXP - 12, 'It claims to start in 12 seconds,'],
    ['expired', 1795392000, 'It claims to have expired 7 years 11 months ago,'],
    ['not yet', EXP - 125, 'It claims to start in 2 minutes 5 seconds,'],
  ] as const)('after a mismatch, %s is only claimed', (name, now, words) => {
    expect(sentence(tellTimeAnswer(cases[name], now, 'did not match', oddTimes))).toBe(
      `${words} but unverified claims prove nothing.`,
    )
  })

  test('names the words that tick, and those stand in it', () => {
    for (const beside of ['nothing', 'passed', 'did not match'] as const)
      for (const validity of Object.values(cases)) {
        const answer = tellTimeAnswer(validity, EXP + 7, beside, oddTimes)
        if (answer?.duration) expect(sentence(answer).split(answer.duration)).toHaveLength(2)
        expect(answer?.state).toBe(tellTimeRung(validity, true, oddTimes).state)
      }
    expect(tellTimeAnswer(cases['no exp'], 0, 'nothing', oddTimes)?.duration).toBeNull()
  })
})

describe('until the words for odd times have arrived', () => {
  const odd = ['within leeway of exp', 'within leeway of nbf', 'unclear'] as const

  test.each(odd)('%s is not judged, and nothing is said of it', (name) => {
    expect(tellTimeRung(cases[name], true, null)).toEqual({
      state: 'not checked',
      reason: 'checking…',
    })
    expect(tellTimeAnswer(cases[name], EXP + 7, 'passed', null)).toBeNull()
  })

  test.each(['in time', 'expired', 'not yet', 'no exp'] as const)('%s is told the same', (name) => {
    expect(tellTimeRung(cases[name], true, null)).toEqual(tellTimeRung(cases[name], true, oddTimes))
    for (const beside of ['nothing', 'passed'] as const)
      expect(tellTimeAnswer(cases[name], EXP + 7, beside, null)).toEqual(
        tellTimeAnswer(cases[name], EXP + 7, beside, oddTimes),
      )
  })

  test('dates beside a signature that did not match are not told as if somebody vouched for them', () => {
    expect(tellTimeAnswer(cases.expired, EXP + 7, 'did not match', null)).toBeNull()
  })
})
