/** Which settings get a word of warning? ux.md 4.4. */
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { presets } from '../../src/simulation/presets.ts'
import {
  DAY,
  DEFAULT_SCENARIO,
  MINUTE,
  type Scenario,
  SECOND,
} from '../../src/simulation/scenario.ts'
import { fitServer, noteScenario, tellScenarioNote } from '../../src/simulation/scenarioNotes.ts'
import { anyScenario } from './runs.ts'

const notesOf = (changes: Partial<Scenario>): string[] =>
  noteScenario({ ...DEFAULT_SCENARIO, ...changes }).map(tellScenarioNote)

it.each<[string, Partial<Scenario>, string]>([
  [
    'a refresh shorter than the access',
    { refreshLifetime: MINUTE },
    'The refresh token ends before the access token. Servers run with that.',
  ],
  [
    'an access token that lives for a month',
    { accessLifetime: 30 * DAY, refreshLifetime: 60 * DAY },
    'An access token lives for 30 days. Nothing ends it sooner, whoever holds it.',
  ],
  [
    'a lifetime under a second',
    { accessLifetime: 500 },
    'Access tokens live under 1 s: they may be expired when they are made.',
  ],
  [
    'a blacklist without rotation',
    { isBlacklisting: true },
    'Rotation is off, so a refresh blacklists nothing.',
  ],
  [
    'a blacklist without its app',
    { isRotating: true, isBlacklisting: true, hasBlacklistApp: false, slide: 'renew' },
    'The blacklist app is not installed, so nothing is blacklisted, without any message.',
  ],
  [
    'a fixed end with SimpleJWT’s rotation',
    { isRotating: true },
    'SimpleJWT’s rotation starts the refresh lifetime anew each time. A fixed end needs a Custom server.',
  ],
  [
    'a refusal that SimpleJWT knows by another name',
    { reuse: 'reject' },
    'SimpleJWT refuses a used refresh token by its blacklist alone. Turn on rotation, blacklist and its app.',
  ],
  [
    'sliding tokens elsewhere',
    { server: 'custom', slide: 'token' },
    'Sliding tokens are SimpleJWT’s own. This server gives a pair.',
  ],
  [
    'a swap earlier than the token lives',
    { strategy: 'early', early: 5 * MINUTE },
    'The app swaps its token earlier than the token lives, so it swaps all the time.',
  ],
  [
    'a race that a real server may lose',
    { tabs: 2, isSingleFlight: false, isRotating: true, isBlacklisting: true, slide: 'renew' },
    'This server takes one request after the other. A real one with several workers may accept the same refresh token more than once.',
  ],
  [
    'reuse on a custom server that does not rotate',
    { server: 'custom', reuse: 'family' },
    'Rotation is off, so using a refresh token twice is no reuse.',
  ],
  [
    'best practice without rotation',
    { server: 'oauth' },
    'OAuth best practice always rotates, and reuse ends the family. Choose Custom to turn that off.',
  ],
])('says something of %s', (_name, changes, note) => {
  expect(notesOf(changes)).toEqual([note])
})

it('says nothing of the defaults, nor of the presets but the one about a missing app', () => {
  expect(noteScenario(DEFAULT_SCENARIO)).toEqual([])
  const noted = presets.filter(({ scenario }) => noteScenario(scenario).length > 0)
  expect(noted.map(({ slug }) => slug)).toEqual(['no-blacklist-app'])
})

it.each<[Partial<Scenario>, Scenario['server'], string]>([
  [{ overlap: SECOND }, 'custom', 'SimpleJWT has no overlap for a replaced token'],
  [{ cap: MINUTE }, 'custom', 'SimpleJWT has no cap for a session'],
  [
    { logout: { at: 0, kind: 'access' } },
    'custom',
    'SimpleJWT does not look up access tokens after a logout',
  ],
  [{ reuse: 'family' }, 'oauth', 'SimpleJWT cannot revoke a family'],
])('changes the server for %o', (changes, server, words) => {
  expect(fitServer({ ...DEFAULT_SCENARIO, ...changes }).scenario.server).toBe(server)
  expect(notesOf(changes)[0]).toContain(words)
})

it('has nothing to change a second time', () => {
  fc.assert(
    fc.property(anyScenario, (asked) => {
      const { scenario } = fitServer(asked)
      expect(fitServer(scenario)).toEqual({ scenario, notes: [] })
    }),
  )
})
