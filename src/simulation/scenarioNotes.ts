/** Which settings of a scenario do nothing, contradict each other, or ask for another server? ux.md 4.4. */
import { tellDuration } from '../claims/duration.ts'
import { DAY, isSimpleJwt, type Scenario, serverKinds } from './scenario.ts'

export type ScenarioNote =
  /** What SimpleJWT cannot do was asked for, so another kind of server answers. */
  | {
      readonly code: 'other-server'
      readonly asked: NotSimpleJwt
      readonly now: 'oauth' | 'custom'
    }
  | { readonly code: 'oauth-rotates' }
  | { readonly code: 'refresh-shorter' }
  | { readonly code: 'long-access'; readonly lifetime: number }
  | { readonly code: 'born-expired' }
  | { readonly code: 'no-rotation'; readonly setting: 'blacklist' | 'reuse' | 'overlap' | 'renew' }
  | { readonly code: 'no-app' }
  | { readonly code: 'always-renews' }
  | { readonly code: 'reject-by-blacklist' }
  | { readonly code: 'sliding-elsewhere' }
  | { readonly code: 'early-always' }
  | { readonly code: 'one-at-a-time' }

type NotSimpleJwt = 'family' | 'overlap' | 'cap' | 'access look-up'

/** The scenario as its server can run it, and what had to change for that. A second time nothing changes. */
export function fitServer(scenario: Scenario): { scenario: Scenario; notes: ScenarioNote[] } {
  const { server } = scenario
  if (server === 'oauth') {
    if (scenario.isRotating && scenario.reuse === 'family') return { scenario, notes: [] }
    const fitted: Scenario = { ...scenario, isRotating: true, reuse: 'family' }
    return { scenario: fitted, notes: [{ code: 'oauth-rotates' }] }
  }
  const asked = isSimpleJwt(server) ? beyondSimpleJwt(scenario) : null
  if (asked === null) return { scenario, notes: [] }
  const now = asked === 'family' ? 'oauth' : 'custom'
  const fitted = fitServer({ ...scenario, server: now })
  return { scenario: fitted.scenario, notes: [{ code: 'other-server', asked, now }] }
}

function beyondSimpleJwt({ reuse, overlap, cap, logout }: Scenario): NotSimpleJwt | null {
  if (reuse === 'family') return 'family'
  if (overlap > 0) return 'overlap'
  if (cap !== null) return 'cap'
  return logout?.kind === 'access' ? 'access look-up' : null
}

/** What a person should know of these settings, the change of server first. Nothing here stops a run. */
export function noteScenario(asked: Scenario): ScenarioNote[] {
  const { scenario, notes } = fitServer(asked)
  const own = isSimpleJwt(scenario.server)
  const { isRotating, isBlacklisting, hasBlacklistApp, reuse, slide } = scenario
  const add = (isSo: boolean, note: ScenarioNote): void => {
    if (isSo) notes.push(note)
  }
  add(scenario.accessLifetime < 1000, { code: 'born-expired' })
  const { accessLifetime: lifetime } = scenario
  add(lifetime > DAY, { code: 'long-access', lifetime })
  const isPair = slide !== 'token' || !own
  add(isPair && scenario.refreshLifetime < scenario.accessLifetime, { code: 'refresh-shorter' })
  add(own && isBlacklisting && !isRotating, { code: 'no-rotation', setting: 'blacklist' })
  add(!own && reuse !== 'none' && !isRotating, { code: 'no-rotation', setting: 'reuse' })
  add(scenario.overlap > 0 && !isRotating, { code: 'no-rotation', setting: 'overlap' })
  add(slide === 'renew' && !isRotating, { code: 'no-rotation', setting: 'renew' })
  add(own && isRotating && isBlacklisting && !hasBlacklistApp, { code: 'no-app' })
  const isReplacing = isRotating && isBlacklisting && hasBlacklistApp
  add(own && reuse === 'reject' && !isReplacing, { code: 'reject-by-blacklist' })
  add(own && isRotating && slide === 'none', { code: 'always-renews' })
  add(!own && slide === 'token', { code: 'sliding-elsewhere' })
  const looksAtExp = scenario.strategy === 'early' || scenario.strategy === 'check'
  add(looksAtExp && scenario.early >= scenario.accessLifetime, { code: 'early-always' })
  const isRace = scenario.tabs > 1 && !scenario.isSingleFlight
  add(own && isRace && isReplacing, { code: 'one-at-a-time' })
  return notes
}

/** What is so, and what to do where something can be done. */
export function tellScenarioNote(note: ScenarioNote): string {
  switch (note.code) {
    case 'other-server':
      return `${tellAsked(note.asked)}, so the server is now ${serverKinds[note.now].label}.`
    case 'oauth-rotates':
      return 'OAuth best practice always rotates, and reuse ends the family. Choose Custom to turn that off.'
    case 'refresh-shorter':
      return 'The refresh token ends before the access token. Servers run with that.'
    case 'long-access':
      return `An access token lives for ${tellDuration(0, note.lifetime / 1000)}. Nothing ends it sooner, whoever holds it.`
    case 'born-expired':
      return 'Access tokens live under 1 s: they may be expired when they are made.'
    case 'no-rotation':
      return `Rotation is off, so ${tellIdle(note.setting)}.`
    case 'no-app':
      return 'The blacklist app is not installed, so nothing is blacklisted, without any message.'
    case 'always-renews':
      return 'SimpleJWT’s rotation starts the refresh lifetime anew each time. A fixed end needs a Custom server.'
    case 'reject-by-blacklist':
      return 'SimpleJWT refuses a used refresh token by its blacklist alone. Turn on rotation, blacklist and its app.'
    case 'sliding-elsewhere':
      return 'Sliding tokens are SimpleJWT’s own. This server gives a pair.'
    case 'early-always':
      return 'The app swaps its token earlier than the token lives, so it swaps all the time.'
    case 'one-at-a-time':
      return 'This server takes one request after the other. A real one with several workers may accept the same refresh token more than once.'
    default:
      return note satisfies never
  }
}

function tellAsked(asked: NotSimpleJwt): string {
  switch (asked) {
    case 'family':
      return 'SimpleJWT cannot revoke a family'
    case 'overlap':
      return 'SimpleJWT has no overlap for a replaced token'
    case 'cap':
      return 'SimpleJWT has no cap for a session'
    case 'access look-up':
      return 'SimpleJWT does not look up access tokens after a logout'
    default:
      return asked satisfies never
  }
}

function tellIdle(setting: Extract<ScenarioNote, { code: 'no-rotation' }>['setting']): string {
  switch (setting) {
    case 'blacklist':
      return 'a refresh blacklists nothing'
    case 'reuse':
      return 'using a refresh token twice is no reuse'
    case 'overlap':
      return 'there is nothing to overlap'
    case 'renew':
      return 'nothing renews the refresh lifetime'
    default:
      return setting satisfies never
  }
}
