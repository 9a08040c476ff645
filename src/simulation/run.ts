/** How far has a run come: what is planned, what is held, what was written down? architecture.md B.6. */
import type { AsymmetricDriver } from '../simplejwt/signatures.ts'
import { EventQueue } from './eventQueue.ts'
import type { LogoutKind, Scenario, Theft } from './scenario.ts'
import type { Actor, Entry, Moment, Request } from './timeline.ts'
import { type Exchange, openMemory, openWire, tokensIn, type Wire } from './wire.ts'
import { type IssuedToken, NOTHING, type Party, secondsIn, type World } from './world.ts'

export interface Sent {
  readonly actor: Actor
  readonly tab: number
  readonly act: Request
  readonly token: IssuedToken | null
  /** What the sender does when a new token comes. */
  readonly afterwards: 'call' | 'call again' | null
  /** The login it belongs to: an answer that comes after a logout changes nothing. */
  readonly session: number
}

export interface Answered {
  readonly sent: Sent
  readonly exchange: Exchange
  readonly made: readonly IssuedToken[]
}

export type Event =
  | { readonly code: 'login' }
  | { readonly code: 'tick' }
  | { readonly code: 'timer'; readonly token: IssuedToken; readonly tab: number }
  | { readonly code: 'away' | 'back' }
  | { readonly code: 'copy'; readonly what: Theft['what']; readonly every: number | null }
  | { readonly code: 'thief starts' | 'thief'; readonly every: number | null }
  | { readonly code: 'logout'; readonly kind: LogoutKind }
  | { readonly code: 'by hand'; readonly act: 'call' | 'refresh' }
  | { readonly code: 'arrival'; readonly sent: Sent }
  | { readonly code: 'answer'; readonly answered: Answered }

export const NO_TOKENS: readonly IssuedToken[] = []
const LETTERS = { access: 'A', refresh: 'R', sliding: 'S' } as const

export class Run {
  readonly scenario: Scenario
  readonly wire: Wire
  readonly queue = new EventQueue<Event>()
  readonly entries: Entry[] = []
  readonly moments: Moment[] = []
  readonly tokens: IssuedToken[] = []
  private readonly counts = { access: 0, refresh: 0, sliding: 0 }
  /** Milliseconds since the login. */
  at = 0
  world: World
  /** Which login the app’s tokens belong to. */
  session = 0
  /** Under single flight: a refresh is on its way, and these tabs wait for it. */
  isRefreshing = false
  waiting: { readonly tab: number; readonly act: 'call' | 'call again' }[] = []
  /** One thief, who keeps to the rhythm begun first. */
  isThiefActing = false

  constructor(scenario: Scenario, driver?: AsymmetricDriver) {
    this.scenario = scenario
    this.wire = openWire(scenario, driver)
    const app = { ...NOTHING, page: 'login page', last: NOTHING } as const
    this.world = { app, thief: NOTHING, memory: openMemory() }
    this.moments.push({ at: 0, world: this.world })
  }

  change(part: Partial<World>): void {
    this.world = { ...this.world, ...part }
    const moment = { at: this.at, world: this.world }
    if (this.moments.at(-1)?.at === this.at) this.moments.pop()
    this.moments.push(moment)
  }

  record(
    actor: Actor,
    act: Entry['act'],
    used: IssuedToken | null,
    gained = NO_TOKENS,
    tab = 0,
    exchange: Exchange | null = null,
  ): void {
    const { at, world } = this
    this.entries.push({ at, actor, tab, act, used, gained, exchange, world })
  }

  send(
    actor: Actor,
    act: Request,
    token: IssuedToken | null,
    tab = 0,
    afterwards: Sent['afterwards'] = null,
  ): void {
    const sent = { actor, tab, act, token, afterwards, session: this.session }
    this.queue.plan(this.at + this.scenario.latency, { code: 'arrival', sent })
  }

  /** The tokens of an answer get their names. */
  name(exchange: Exchange, madeFor: Party, parent: IssuedToken | null): readonly IssuedToken[] {
    const found = tokensIn(exchange)
    if (found.length === 0) return NO_TOKENS
    const { jtiClaim } = this.wire
    const named = found.map(({ kind, minted }): IssuedToken => {
      const { claims } = minted
      const jti = jtiClaim === null ? null : claims.get(jtiClaim)
      return {
        label: `${LETTERS[kind]}${++this.counts[kind]}`,
        kind,
        minted,
        jti: typeof jti === 'string' ? jti : '',
        expiresAt: secondsIn(claims, 'exp'),
        issuedAt: secondsIn(claims, 'iat'),
        madeAt: this.at,
        madeFor,
        parent,
      }
    })
    this.tokens.push(...named)
    return named
  }
}
