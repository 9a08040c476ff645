/** What has just happened, and what does that mean for the people in it? The line under the picture, ux.md 4.1. */
import { tellDuration } from '../claims/duration.ts'
import { tellList } from '../claims/shownInPart.ts'
import { tellInstant } from './tellInstant.ts'
import { countUntil, type Entry, type Timeline, worldAt } from './timeline.ts'
import { isAccepted, lifeOf, stateIn } from './tokenState.ts'
import { statusOf } from './wire.ts'
import { type IssuedToken, renewable, type World } from './world.ts'

interface Now {
  readonly timeline: Timeline
  readonly world: World
  readonly instant: number
  /** How many entries lie at or before it. */
  readonly count: number
}

/**
 * One or two sentences; `instant` is milliseconds since the login. `count` is how many entries have happened: fewer than
 * all where several share the instant and the playhead stands between them.
 */
export function storyAt(
  timeline: Timeline,
  instant: number,
  count = countUntil(timeline.entries, instant),
): string {
  const entry = timeline.entries[count - 1]
  if (entry === undefined) return 'Alice has not logged in yet.'
  const isLast = timeline.entries[count]?.at !== entry.at
  const now = { timeline, world: isLast ? worldAt(timeline, instant) : entry.world, instant, count }
  const isGood = entry.exchange === null || statusOf(entry.exchange) === 200
  return (isGood ? tellDone(entry, now) : tellRefused(entry, now)).trimEnd()
}

function tellDone({ act, actor, used, gained }: Entry, now: Now): string {
  const name = used?.label ?? ''
  const { access, page } = now.world.app
  switch (act) {
    case 'login':
      if (access === null) return `The server made ${tellNames(gained)}. They are on their way.`
      return `Alice logged in, and the app holds ${tellNames(gained)}. ${tellAccess(now)}`
    case 'call':
    case 'call again':
      if (actor === 'thief') return `The thief called the API with ${name}. ${tellThief(now)}`
      if (actor === 'user') return `${name} opened the API after the logout. ${tellEnd(used, now)}`
      if (page === 'login page') return 'Alice is at the login page.'
      return act === 'call'
        ? `${tellAccess(now)} ${tellThief(now)}`
        : `The app called again, and Alice noticed nothing. ${tellAccess(now)}`
    case 'refresh': {
      const done = tellRefreshed(name, gained)
      if (actor === 'thief') return `The thief ${done}. ${tellThief(now)}`
      if (actor === 'user') return `Somebody ${done} by hand.`
      return access === null || !gained.includes(access)
        ? `The server made ${tellNames(gained)}. They are on their way.`
        : `The app ${done}. ${tellAccess(now)}`
    }
    case 'logout':
    case 'forget':
      return `Alice logged out. ${tellEnd(now.world.app.last.access, now)}`
    case 'copy':
      return gained.length === 0
        ? 'The thief found nothing to copy.'
        : `The thief now holds a copy of ${tellNames(gained)}, and nobody notices.`
    case 'login page':
      return `${tellLockedOut(used, now)} ${tellThief(now)}`
    case 'away':
      return `Alice’s laptop is closed. ${tellAccess(now)}`
    case 'back':
      return `Alice’s laptop is open again. ${tellAccess(now)}`
    default:
      return act satisfies never
  }
}

/** Without rotation the token that was sent stays as it is. */
const tellRefreshed = (name: string, gained: readonly IssuedToken[]): string =>
  gained.some(({ kind }) => kind !== 'access')
    ? `swapped ${name} for ${tellNames(gained)}`
    : `sent ${name} and got ${tellNames(gained)}`

function tellRefused({ act, actor, used, exchange }: Entry, now: Now): string {
  const name = used?.label ?? ''
  const { page } = now.world.app
  if (act === 'login') return 'The login was refused.'
  if (exchange?.server === 'families' && exchange.answer.reason.code === 'reuse-found')
    return `${name} came a second time, so the server ended its family: all refresh tokens of that login. ${tellThief(now)}`
  if (actor === 'thief') return `The thief’s ${name} was refused. ${tellThief(now)}`
  if (actor === 'user') return `${name} was refused.`
  if (page === 'login page') return `${name} was refused, and Alice is at the login page.`
  if (act === 'call again')
    return `${name} was refused as well. The app tries again at its next call.`
  const token = renewable(now.world.app)
  return act === 'call' && token !== null
    ? `The API refused ${name}. The app still holds ${token.label} and asks for a new token.`
    : `${name} was refused.`
}

/** Why the app gave up: perhaps somebody else used the token first. */
function tellLockedOut(used: IssuedToken | null, { timeline, count }: Now): string {
  if (used === null) return 'Alice is at the login page.'
  const first = timeline.entries
    .slice(0, count)
    .find((entry) => entry.act === 'refresh' && entry.used === used && entry.gained.length > 0)
  const isSpent = used.kind === 'refresh' && first?.gained.some(({ kind }) => kind === 'refresh')
  if (first === undefined || isSpent !== true)
    return `${used.label} was refused, so Alice is at the login page.`
  const who = first.actor === 'thief' ? 'the thief' : 'another tab'
  return `Alice is at the login page, for ${who} used ${used.label} first, at ${tellInstant(first.at)}.`
}

function tellAccess(now: Now): string {
  const { access, refresh } = now.world.app
  if (access === null) return 'The app holds no token.'
  if (isOpen(access, now)) return `${access.label} opens the API for another ${left(access, now)}.`
  const state = stateOf(access, now)
  if (state === 'not yet') return `By the API’s clock, ${access.label} does not exist yet.`
  const rest =
    refresh !== null && isOpen(refresh, now) ? `, but ${refresh.label} is still good` : ''
  return state === 'expired'
    ? `${access.label} has expired${rest}.`
    : `${access.label} is no longer accepted${rest}.`
}

function tellThief(now: Now): string {
  const { access, refresh } = now.world.thief
  if (refresh !== null && isOpen(refresh, now)) {
    const isIn = access !== null && isOpen(access, now)
    return `${isIn ? 'The thief is in, and' : 'The thief’s'} ${refresh.label} gets new tokens for another ${left(refresh, now)}.`
  }
  if (access !== null && isOpen(access, now))
    return `The thief is in for another ${left(access, now)}.`
  const hasStolen = now.timeline.entries.slice(0, now.count).some(({ act }) => act === 'copy')
  return hasStolen ? 'The thief holds nothing that works.' : ''
}

function tellEnd(token: IssuedToken | null, now: Now): string {
  if (token === null) return ''
  return isOpen(token, now)
    ? `${token.label} works for another ${left(token, now)}, wherever a copy is.`
    : `${token.label} is not accepted any more.`
}

const tellNames = (tokens: readonly IssuedToken[]): string =>
  tellList(tokens.map(({ label }) => label))

const lifeAt = ({ timeline, world }: Now, token: IssuedToken) =>
  lifeOf(timeline.scenario, world.memory, token)

const stateOf = (token: IssuedToken, now: Now) => stateIn(lifeAt(now, token), now.instant)

const isOpen = (token: IssuedToken, now: Now): boolean => isAccepted(stateOf(token, now))

/** Up to the end of its leeway, to stand after `another`: `5 minutes`, `minute`. */
const left = (token: IssuedToken, now: Now): string =>
  tellDuration(now.instant / 1000, lifeAt(now, token).leewayEnd / 1000).replace(/^1 (\w+)$/, '$1')
