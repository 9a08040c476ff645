/** What has to stand on a sheet, so that it tells by itself which run it shows? ux.md 4.11. */
import { tellDuration } from '../claims/duration.ts'
import { writeExtras } from './extras.ts'
import { type Scenario, serverKinds } from './scenario.ts'
import { tellInstant } from './tellInstant.ts'

export interface Caption {
  readonly title: string
  /** null: the scenario asks nothing. */
  readonly question: string | null
  /** Each a few words. */
  readonly settings: readonly string[]
  /** The playhead, in words. */
  readonly time: string
  /** The whole address that brings the frame back. */
  readonly link: string
}

const STRATEGIES: Readonly<Record<Scenario['strategy'], string>> = {
  none: 'the app never refreshes',
  on401: 'the app refreshes on 401',
  early: 'the app refreshes before expiry',
  check: 'the app checks exp before each call',
}

const BITS = { access: 'the access token', refresh: 'the refresh token', both: 'both tokens' }

/** What a reader has to know to understand the run; what is off stays unsaid where it is so by default. */
export function tellSettings(scenario: Scenario): string[] {
  const { isRotating, isBlacklisting, hasBlacklistApp, leeway, theft, logout, away } = scenario
  const lines = [
    serverKinds[scenario.server].label,
    `access lifetime ${tellLength(scenario.accessLifetime)}`,
    `refresh lifetime ${tellLength(scenario.refreshLifetime)}`,
    `leeway ${leeway / 1000} s`,
    `rotation ${isRotating ? 'on' : 'off'}`,
    `blacklist ${isBlacklisting ? (hasBlacklistApp ? 'on' : 'on, its app missing') : 'off'}`,
    STRATEGIES[scenario.strategy],
  ]
  const add = (isSo: boolean, words: () => string): void => {
    if (isSo) lines.push(words())
  }
  add(scenario.reuse === 'family', () => 'reuse ends the family')
  add(scenario.reuse === 'reject', () => 'reuse is refused')
  add(scenario.slide === 'token', () => 'sliding tokens')
  add(scenario.clientOffset !== 0, () => `app clock ${scenario.clientOffset / 1000} s off`)
  add(scenario.apiOffset !== 0, () => `API clock ${scenario.apiOffset / 1000} s off`)
  add(scenario.tabs > 1, () => `${scenario.tabs} tabs`)
  add(Object.keys(scenario.extras).length > 0, () => writeExtras(scenario.extras))
  if (away !== null)
    lines.push(`laptop closed from ${tellInstant(away.from)} to ${tellInstant(away.until)}`)
  if (theft !== null) lines.push(`a thief copies ${BITS[theft.what]} at ${tellInstant(theft.at)}`)
  if (logout !== null) lines.push(`logout at ${tellInstant(logout.at)}`)
  return lines
}

const tellLength = (duration: number): string => tellDuration(0, duration / 1000)
