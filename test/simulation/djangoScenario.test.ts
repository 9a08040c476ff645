/** Does the lab run a pasted SIMPLE_JWT block, and say what it leaves out? behaviour.md 4. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readExtras, writeExtras } from '../../src/simulation/extras.ts'
import { type DjangoRun, runDjango } from '../../src/simulation/djangoScenario.ts'
import { DEFAULT_SCENARIO, HOUR, type Scenario } from '../../src/simulation/scenario.ts'
import { readScenario, writeScenario } from '../../src/simulation/scenarioQuery.ts'
import { simulate } from '../../src/simulation/simulate.ts'
import { requestText, responseText } from '../../src/simulation/transcript.ts'
import { settingsOf } from '../../src/simulation/wire.ts'
import { writeDjangoSettings } from '../../src/simplejwt/writeDjangoSettings.ts'

const paste = (lines: string, scenario: Scenario = DEFAULT_SCENARIO): DjangoRun =>
  runDjango(`SIMPLE_JWT = {${lines}}`, scenario)

function applied(lines: string, scenario?: Scenario): Extract<DjangoRun, { state: 'applied' }> {
  const run = paste(lines, scenario)
  if (run.state !== 'applied') throw new Error(JSON.stringify(run))
  return run
}

const faultsOf = (run: DjangoRun): readonly string[] => (run.state === 'refused' ? run.faults : [])

/** The claims of the first token of a run. */
function firstClaims(scenario: Scenario): Record<string, unknown> {
  const { tokens } = simulate({ ...scenario, horizon: 1000 })
  const payload = tokens[0]?.minted.text?.split('.')[1] ?? ''
  return Object(JSON.parse(Buffer.from(payload, 'base64url').toString()))
}

describe('a pasted block', () => {
  it('sets the dials, and SimpleJWT’s defaults where it is silent', () => {
    const before = {
      ...DEFAULT_SCENARIO,
      accessLifetime: 1000,
      server: 'custom',
      cap: HOUR,
    } as const
    const { scenario, notes, idle } = applied(
      `'REFRESH_TOKEN_LIFETIME': timedelta(days=7), 'ROTATE_REFRESH_TOKENS': True,
       'BLACKLIST_AFTER_ROTATION': True, 'LEEWAY': timedelta(seconds=10)`,
      before,
    )
    expect(scenario).toMatchObject({
      server: 'simplejwt',
      accessLifetime: 300_000,
      refreshLifetime: 604_800_000,
      leeway: 10_000,
      isRotating: true,
      isBlacklisting: true,
      slide: 'renew',
      cap: null,
    })
    expect(notes).toEqual([])
    expect(idle).toEqual([])
  })

  it('writes issuer, audience and the user’s claim into the tokens', () => {
    const { scenario } = applied(
      `'ISSUER': 'me', 'AUDIENCE': ['web', 'app'], 'USER_ID_CLAIM': 'sub', 'USER_ID_FIELD': 'username',
       'JTI_CLAIM': 'id', 'TOKEN_TYPE_CLAIM': 'kind', 'ALGORITHM': 'HS512'`,
    )
    expect(firstClaims(scenario)).toMatchObject({
      iss: 'me',
      aud: ['web', 'app'],
      sub: 'alice',
      kind: 'access',
      id: expect.stringMatching(/^[0-9a-f]{32}$/),
    })
    const { tokens, entries } = simulate({ ...scenario, horizon: HOUR })
    expect(
      Buffer.from(tokens[0]?.minted.text?.split('.')[0] ?? '', 'base64url').toString(),
    ).toContain('HS512')
    // the server accepts what it signs
    expect(entries.find(({ act }) => act === 'call')?.exchange?.answer.status).toBe(200)
  })

  it('sends the token in the header and under the word that it names', () => {
    const { scenario } = applied(
      `'AUTH_HEADER_TYPES': ('JWT', 'Bearer'), 'AUTH_HEADER_NAME': 'HTTP_X_ACCESS_TOKEN'`,
    )
    const { entries } = simulate({ ...scenario, horizon: HOUR })
    const call = entries.find(({ act }) => act === 'call')?.exchange
    const refused = entries.find(({ exchange }) => exchange?.answer.status === 401)?.exchange
    if (!call || !refused) throw new Error('no call')
    expect(requestText(call, 'HTTP')).toContain('X-Access-Token: JWT eyJ')
    expect(call.answer.status).toBe(200)
    expect(responseText(refused)).toContain('WWW-Authenticate: JWT realm="api"')
  })

  it('follows tokens by the claim that holds their id', () => {
    const { scenario } = applied(
      `'JTI_CLAIM': 'id', 'ROTATE_REFRESH_TOKENS': True, 'BLACKLIST_AFTER_ROTATION': True`,
    )
    const { tokens, moments } = simulate({ ...scenario, horizon: HOUR })
    const listed = moments
      .at(-1)
      ?.world.memory.stores.blacklist.entries()
      .map(([jti]) => jti)
    expect(listed).toContain(tokens.find(({ label }) => label === 'R1')?.jti)
  })

  it('brings sliding tokens with lifetimes of their own', () => {
    const { scenario, idle } = applied(
      `'AUTH_TOKEN_CLASSES': ('rest_framework_simplejwt.tokens.SlidingToken',),
       'SLIDING_TOKEN_LIFETIME': timedelta(minutes=2), 'SLIDING_TOKEN_REFRESH_LIFETIME': timedelta(hours=2),
       'ACCESS_TOKEN_LIFETIME': timedelta(minutes=9)`,
    )
    expect(scenario).toMatchObject({
      slide: 'token',
      accessLifetime: 120_000,
      refreshLifetime: 2 * HOUR,
    })
    expect(idle.map(({ name }) => name)).toEqual(['ACCESS_TOKEN_LIFETIME'])
    expect(simulate(scenario).tokens[0]?.kind).toBe('sliding')
  })

  it('names what it does not have, and applies the rest', () => {
    const { scenario, notes } = applied(
      `'ROTATE': True, 'LEEWAY': 5, 'JSON_ENCODER': 'shop.Encoder'`,
    )
    expect(scenario.leeway).toBe(5000)
    expect(notes).toEqual([
      'Line 1, column 15: SimpleJWT has no setting ROTATE. It was left out.',
      'Line 1, column 60: JSON_ENCODER names code that this page does not run. The default is used.',
    ])
  })

  it('says what changes nothing in the lab', () => {
    const { idle, scenario } = applied(
      `'SIGNING_KEY': 'a secret of thirty-two bytes or more', 'UPDATE_LAST_LOGIN': True,
       'SLIDING_TOKEN_LIFETIME': timedelta(minutes=1), 'ALGORITHM': 'RS256', 'REVOKE_TOKEN_CLAIM': 'x'`.replace(
        "'a secret of thirty-two bytes or more'",
        "'-----BEGIN PRIVATE KEY-----'",
      ),
    )
    expect(idle.map(({ name }) => name)).toEqual([
      'SIGNING_KEY',
      'UPDATE_LAST_LOGIN',
      'SLIDING_TOKEN_LIFETIME',
      'REVOKE_TOKEN_CLAIM',
    ])
    expect(scenario.extras).toEqual({
      UPDATE_LAST_LOGIN: true,
      ALGORITHM: 'RS256',
      REVOKE_TOKEN_CLAIM: 'x',
    })
  })

  it('is judged without the keys that stand elsewhere', () => {
    expect(paste(`'ALGORITHM': 'RS256', 'SIGNING_KEY': env('KEY')`).state).toBe('applied')
  })

  it('is refused where it is no block of settings but a whole file of something else', () => {
    expect(faultsOf(paste("'A': 1, ".repeat(60)))).toEqual([
      'Line 1, column 415: 50 entries before this place are no settings of SimpleJWT. Paste the SIMPLE_JWT block alone. The last good run stays.',
    ])
    expect(faultsOf(paste(' '.repeat(1_000_000)))).toEqual([
      'This text has more than a million characters. Paste the SIMPLE_JWT block alone. The last good run stays.',
    ])
  })

  it('never brings a key into the scenario or a link', () => {
    const { scenario } = applied(
      `'SIGNING_KEY': 'do not tell anybody about this one', 'ISSUER': 'me'`,
    )
    expect(JSON.stringify(scenario)).not.toContain('anybody')
    expect(writeScenario(scenario, DEFAULT_SCENARIO)).not.toContain('anybody')
    expect(readScenario('dj={"SIGNING_KEY":"x"}', DEFAULT_SCENARIO).scenario.extras).toEqual({})
  })

  it.each([
    [
      'unusual: a month',
      `'ACCESS_TOKEN_LIFETIME': timedelta(days=30)`,
      'The refresh token ends before the access token. SimpleJWT runs with that.',
    ],
    [
      'unusual: inverted',
      `'REFRESH_TOKEN_LIFETIME': timedelta(minutes=1)`,
      'The refresh token ends before the access token. SimpleJWT runs with that.',
    ],
    [
      'unusual: born expired',
      `'ACCESS_TOKEN_LIFETIME': timedelta(0)`,
      'ACCESS_TOKEN_LIFETIME is under 1 s: such tokens may be expired when they are made.',
    ],
  ])('runs with a note: %s', (_name, lines, note) => {
    expect(applied(lines).notes).toContain(note)
  })

  it.each([
    [
      `'ACCESS_TOKEN_LIFETIME': timedelta(minutes=-5)`,
      'ACCESS_TOKEN_LIFETIME is below 0 s: each such token has expired before it is made. Give it more than 0 s. The last good run stays.',
    ],
    [
      `'LEEWAY': -3`,
      'LEEWAY is below 0 s, so tokens would be refused before their exp. Give it 0 s or more. The last good run stays.',
    ],
    [
      `'ALGORITHM': 'none'`,
      'This release knows no algorithm none. Choose one such as HS256 or RS256. The last good run stays.',
    ],
    [
      `'ACCESS_TOKEN_LIFETIME': timedelta(days=200000)`,
      'ACCESS_TOKEN_LIFETIME is longer than 316 years, and the lab runs no longer one. The last good run stays.',
    ],
    [
      `'ACCESS_TOKEN_LIFETIME': timedelta(days=9999999)`,
      'ACCESS_TOKEN_LIFETIME leads past the year 9999, where Python’s dates end. The last good run stays.',
    ],
    [
      `'JTI_CLAIM': None`,
      'JTI_CLAIM is None, and the blacklist app needs an id: each refresh would answer 500. The last good run stays.',
    ],
  ])('is refused where no server could run it: %s', (lines, sentence) => {
    expect(faultsOf(paste(lines))).toContain(sentence)
  })

  it.each([
    ['ACCESS = 5', 'There is no SIMPLE_JWT = {…} in this text. Paste the block with its braces.'],
    [
      'SIMPLE_JWT = {\n    "LEEWAY": 5,\n    "ISSUER" "x",\n}',
      'Line 3, column 17: expected ‘:’, found ‘,’. Mend it there. The last good run stays.',
    ],
  ])('that cannot be read is explained at its place: %s', (text, sentence) => {
    expect(faultsOf(runDjango(text, DEFAULT_SCENARIO))).toEqual([sentence])
  })

  it('comes back from what the lab writes, as it was', () => {
    const lifetime = fc.integer({ min: 1, max: 1e7 }).map((seconds) => seconds * 1000)
    fc.assert(
      fc.property(
        lifetime,
        lifetime,
        fc.boolean(),
        fc.record({ ISSUER: fc.string(), USER_ID_CLAIM: fc.string({ minLength: 1 }) }),
        (accessLifetime, refreshLifetime, isRotating, extras) => {
          const scenario: Scenario = {
            ...DEFAULT_SCENARIO,
            accessLifetime,
            refreshLifetime,
            isRotating,
            slide: isRotating ? 'renew' : 'none',
            extras,
          }
          const code = writeDjangoSettings(settingsOf(scenario))
          const run = runDjango(code, DEFAULT_SCENARIO)
          expect(run.state === 'applied' && settingsOf(run.scenario)).toEqual(settingsOf(scenario))
        },
      ),
    )
  })
})

describe('extras in a link', () => {
  it('come back, whatever signs are in them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (issuer) => {
        const extras = issuer === '' ? { ISSUER: 'x' } : { ISSUER: issuer }
        expect(readExtras(writeExtras(extras))).toEqual(extras)
        const link = writeScenario({ ...DEFAULT_SCENARIO, extras }, DEFAULT_SCENARIO)
        expect(link).toMatch(/^dj=[\w@,/:~.%!'()*-]+$/)
        expect(readScenario(link, DEFAULT_SCENARIO)).toEqual({
          scenario: { ...DEFAULT_SCENARIO, extras },
          notes: [],
        })
      }),
    )
  })

  it('that name impossible things leave the lab alive', () => {
    for (const entries of [
      '"ALGORITHM": "RS256"',
      '"AUTH_HEADER_TYPES": []',
      '"USER_ID_FIELD": "email"',
      '"JTI_CLAIM": None',
      '"USER_ID_CLAIM": "exp"',
      '"TOKEN_TYPE_CLAIM": "jti"',
      '"AUTH_TOKEN_CLASSES": []',
      '"AUTH_HEADER_NAME": "HTTP___proto__"',
      '"AUDIENCE": ""',
    ]) {
      const { scenario } = readScenario(
        `dj=${encodeURIComponent(`{${entries}}`)}&rot=1&bl=1`,
        DEFAULT_SCENARIO,
      )
      expect(simulate({ ...scenario, horizon: HOUR }).entries.length).toBeGreaterThan(0)
    }
    expect(readScenario('dj=%7B', DEFAULT_SCENARIO).notes).toMatchObject([{ code: 'unreadable' }])
  })
})
