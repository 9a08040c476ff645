/** What stands in a row of the table of events? ux.md 4.6; the table is the picture’s twin. */
import type { Scenario } from './scenario.ts'
import { tellInstant } from './tellInstant.ts'
import type { Entry } from './timeline.ts'
import { statusOf, tellWhy } from './wire.ts'
import type { IssuedToken } from './world.ts'

export const EVENT_COLUMNS = ['Time', 'Actor', 'Action', 'Token', 'Status', 'Why'] as const

/** One text for each column. */
export interface Row {
  /** Since the login. */
  readonly time: string
  readonly actor: string
  readonly action: string
  /** What was sent and what came back: `R1 → A2, R2`; empty where no token is concerned. */
  readonly token: string
  /** Empty where no server was asked. */
  readonly status: string
  readonly why: string
}

/** Tokens get their texts only where someone reads them, so a row costs next to nothing. */
export function tellEntry(entry: Entry, { tabs }: Scenario): Row {
  const { at, exchange } = entry
  return {
    time: tellInstant(at),
    actor: tellActor(entry, tabs),
    action: tellAction(entry),
    token: tellTokens(entry),
    status: exchange === null ? '' : String(statusOf(exchange)),
    why: exchange === null ? tellOwnReason(entry) : tellWhy(exchange),
  }
}

function tellActor({ actor, tab }: Entry, tabs: number): string {
  switch (actor) {
    case 'user':
      return 'User'
    case 'app':
      return tabs === 1 ? 'App' : `App, tab ${tab + 1}`
    case 'thief':
      return 'Thief'
    default:
      return actor satisfies never
  }
}

function tellAction(entry: Entry): string {
  const { exchange } = entry
  const words = tellAct(entry)
  return exchange === null ? words : `${words}: ${exchange.request.method} ${exchange.request.path}`
}

function tellAct({ act, actor }: Entry): string {
  switch (act) {
    case 'login':
      return 'logs in'
    case 'call':
      return actor === 'user' ? 'calls the API by hand' : 'calls the API'
    case 'call again':
      return 'calls again'
    case 'refresh':
      return actor === 'user' ? 'refreshes by hand' : 'refreshes'
    case 'logout':
      return 'logs out'
    case 'forget':
      return 'logs out, nobody is told'
    case 'copy':
      return 'copies tokens'
    case 'login page':
      return 'shows the login page'
    case 'away':
      return 'closes the laptop'
    case 'back':
      return 'opens the laptop'
    default:
      return act satisfies never
  }
}

function tellTokens({ used, gained, actor, act }: Entry): string {
  const sent = used === null ? '' : tellOne(used, actor === 'thief')
  const names = gained.map((token) => tellOne(token, act === 'copy')).join(', ')
  if (sent === '' || names === '') return sent + names
  return `${sent} → ${names}`
}

/** What was made for the app is a copy in other hands. */
const tellOne = ({ label, madeFor }: IssuedToken, isElsewhere: boolean): string =>
  isElsewhere && madeFor === 'app' ? `${label} copy` : label

/** Why something happened that no server was asked about. */
function tellOwnReason({ act, used, gained }: Entry): string {
  switch (act) {
    case 'forget':
      return 'The app drops its tokens. They work on wherever else they are.'
    case 'copy':
      return gained.length === 0
        ? 'The app holds no such token at this moment.'
        : 'A copy is as good as the original: a token does not say who sends it.'
    case 'login page':
      return tellGivenUp(used)
    case 'away':
      return 'No calls and no timers until the laptop is open again.'
    case 'back':
      return 'What was due meanwhile is done now.'
    case 'login':
    case 'call':
    case 'call again':
    case 'refresh':
    case 'logout':
      return ''
    default:
      return act satisfies never
  }
}

function tellGivenUp(used: IssuedToken | null): string {
  if (used === null) return 'The app has no token left.'
  return used.kind === 'access'
    ? `${used.label} was refused, and the app does not refresh after a 401. It dropped its tokens.`
    : `${used.label} was refused, so the app dropped its tokens.`
}
