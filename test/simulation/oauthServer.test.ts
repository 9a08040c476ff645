/** What does the server with families do that SimpleJWT does not? RFC 9700 §4.14.2, RFC 6749 §5.2. */
import { describe, expect, it } from 'vitest'
import { HOUR, MINUTE, type Scenario, SECOND } from '../../src/simulation/scenario.ts'
import { responseText } from '../../src/simulation/transcript.ts'
import { tellWhy } from '../../src/simulation/wire.ts'
import { eventsOf, run } from './runs.ts'

const rotating: Partial<Scenario> = {
  server: 'custom',
  isRotating: true,
  reuse: 'family',
  slide: 'renew',
  cadence: null,
}

/** The app refreshes at 1:00; R1 was copied before and is sent again at some later second. */
const withReuse = (seconds: number, changes: Partial<Scenario> = {}) =>
  run({
    ...rotating,
    edits: [
      { act: 'refresh', at: MINUTE, isOn: true },
      { act: 'refresh', at: 3 * MINUTE, isOn: true },
    ],
    theft: { what: 'refresh', at: 10 * SECOND, from: seconds * SECOND, every: null },
    horizon: 4 * MINUTE,
    ...changes,
  })

const refreshes = (timeline: ReturnType<typeof run>): string[] =>
  eventsOf(timeline).filter((line) => line.includes('refreshes'))

describe('a used refresh token', () => {
  it('ends the family, and the newest token with it', () => {
    const timeline = withReuse(90)
    expect(refreshes(timeline)).toEqual([
      '1:00 App refreshes R1 → A2, R2 200',
      '1:30 Thief refreshes R1 copy 400',
      '3:00 App refreshes R2 400',
    ])
    const whys = timeline.entries
      .filter(({ act }) => act === 'refresh')
      .map(({ exchange }) => (exchange === null ? '' : tellWhy(exchange)))
    expect(whys).toEqual([
      'There is a new refresh token, and the old one is used up.',
      'This token was used up at 22:14:20 (UTC), and it came again: the server takes that for theft. The whole family is revoked now.',
      'Its family was revoked at 22:14:50 (UTC), when a used token came again.',
    ])
  })

  it('is only refused where the server does no more', () => {
    expect(refreshes(withReuse(90, { reuse: 'reject' })).slice(1)).toEqual([
      '1:30 Thief refreshes R1 copy 400',
      '3:00 App refreshes R2 → A3, R3 200',
    ])
  })

  it('works on where nobody looks', () => {
    expect(refreshes(withReuse(90, { reuse: 'none' }))[1]).toBe(
      '1:30 Thief refreshes R1 copy → A3, R3 200',
    )
  })

  it('works within the overlap and not at its end', () => {
    const overlap = 30 * SECOND
    expect(refreshes(withReuse(89.999, { overlap }))[1]).toBe(
      '1:29.999 Thief refreshes R1 copy → A3, R3 200',
    )
    expect(refreshes(withReuse(90, { overlap }))[1]).toBe('1:30 Thief refreshes R1 copy 400')
  })

  it('is no longer in the overlap once its successor was used', () => {
    const edits = [
      { act: 'refresh', at: MINUTE, isOn: true },
      { act: 'refresh', at: 70 * SECOND, isOn: true },
    ] as const
    expect(refreshes(withReuse(80, { overlap: MINUTE, edits }))[2]).toBe(
      '1:20 Thief refreshes R1 copy 400',
    )
  })
})

describe('the end of a session', () => {
  const edits = [{ act: 'refresh', at: 4 * MINUTE, isOn: true }] as const
  const endsOf = (changes: Partial<Scenario>): (readonly [string, number])[] => {
    const { tokens } = run({ ...rotating, refreshLifetime: 30 * MINUTE, edits, ...changes })
    return tokens.map(({ label, expiresAt }) => [label, expiresAt - 1_700_000_000])
  }

  it('moves on with each rotation', () => {
    expect(endsOf({ slide: 'renew' })).toEqual([
      ['A1', 300],
      ['R1', 1800],
      ['A2', 540],
      ['R2', 2040],
    ])
  })

  it('stays where it was fixed at the login', () => {
    expect(endsOf({ slide: 'none' }).at(-1)).toEqual(['R2', 1800])
  })

  it('never lies behind the cap, for access tokens neither', () => {
    expect(endsOf({ cap: 6 * MINUTE })).toEqual([
      ['A1', 300],
      ['R1', 360],
      ['A2', 360],
      ['R2', 360],
    ])
  })

  it('comes with a logout, for each token of the family', () => {
    const timeline = withReuse(200, {
      edits: [{ act: 'refresh', at: MINUTE, isOn: true }],
      logout: { at: 2 * MINUTE, kind: 'blacklist' },
    })
    expect(refreshes(timeline)[1]).toBe('3:20 Thief refreshes R1 copy 400')
    const last = timeline.entries.at(-1)?.exchange
    expect(last && tellWhy(last)).toBe('Its family was revoked at 22:15:20 (UTC), by a logout.')
  })
})

it('answers as RFC 6749 and 6750 write it, not as SimpleJWT', () => {
  const texts = withReuse(90).entries.flatMap(({ exchange }) =>
    exchange === null ? [] : [responseText(exchange)],
  )
  expect(texts[0]).toMatch(
    /^HTTP\/1\.1 200 OK\nContent-Type: application\/json\nCache-Control: no-store\n\n\{"access_token":"eyJ[^"]+","token_type":"Bearer","expires_in":300,"refresh_token":"eyJ[^"]+"\}$/,
  )
  expect(texts[2]).toBe(
    'HTTP/1.1 400 Bad Request\nContent-Type: application/json\nCache-Control: no-store\n\n{"error":"invalid_grant"}',
  )
  const expired = run({ server: 'oauth', strategy: 'none', horizon: HOUR }).entries.find(
    ({ exchange }) => exchange?.answer.status === 401,
  )
  expect(expired?.exchange && responseText(expired.exchange)).toBe(
    'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="api", error="invalid_token"\n\n',
  )
})
