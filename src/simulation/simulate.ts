/** What happens in a scenario, from the login to its horizon? A fold over a totally ordered queue, architecture.md B.6. */
import type { AsymmetricDriver } from '../simplejwt/signatures.ts'
import {
  callFrom,
  callFromAllTabs,
  endSession,
  nextTick,
  onTimer,
  react,
  refreshFrom,
  takeIn,
} from './app.ts'
import { type Answered, type Event, NO_TOKENS, Run, type Sent } from './run.ts'
import type { Edit, LogoutKind, Scenario } from './scenario.ts'
import { fitServer } from './scenarioNotes.ts'
import { actAsThief, copyTokens, reactAsThief, takeInAsThief } from './thief.ts'
import type { Timeline } from './timeline.ts'
import { memoryAfter } from './wire.ts'
import { clocksAt, renewable } from './world.ts'

/** More entries are not kept; more steps without any are not taken. */
const MOST_ENTRIES = 250_000
const MOST_STEPS = 1_000_000

const THIEF_EVERY = 60_000

/** Pure: the same scenario gives the same timeline. `driver` signs what HMAC does not, and only where a token is read. Never throws. */
export function simulate(asked: Scenario, driver?: AsymmetricDriver): Timeline {
  const { scenario } = fitServer(asked)
  const run = new Run(scenario, driver)
  plan(run)
  const { horizon } = scenario
  let steps = 0
  let next = run.queue.take()
  while (next !== null && next.at <= horizon && !isFull(run, steps)) {
    run.at = next.at
    take(run, next.event)
    steps++
    next = run.queue.take()
  }
  const truncated = next !== null && next.at <= horizon
  const { entries, moments, tokens } = run
  return { scenario, entries, moments, tokens, horizon, truncated }
}

const isFull = ({ entries }: Run, steps: number): boolean =>
  entries.length >= MOST_ENTRIES || steps >= MOST_STEPS

/** All that the scenario fixes beforehand. */
function plan({ queue, scenario }: Run): void {
  const { away, theft, logout, edits } = scenario
  queue.plan(0, { code: 'login' })
  const tick = nextTick(scenario, 0)
  if (away !== null) {
    queue.plan(away.from, { code: 'away' })
    queue.plan(away.until, { code: 'back' })
  }
  if (tick !== null) queue.plan(tick, { code: 'tick' })
  if (theft !== null) {
    const { what, at, from, every } = theft
    queue.plan(at, { code: 'copy', what, every: null })
    queue.plan(Math.max(at, from), { code: 'thief starts', every })
  }
  if (logout !== null) queue.plan(logout.at, { code: 'logout', kind: logout.kind })
  for (const edit of edits) if (edit.isOn) queue.plan(edit.at, eventOf(edit, scenario))
}

function eventOf({ act, what = 'both' }: Edit, { theft, logout }: Scenario): Event {
  switch (act) {
    case 'login':
      return { code: 'login' }
    case 'request':
      return { code: 'by hand', act: 'call' }
    case 'refresh':
      return { code: 'by hand', act: 'refresh' }
    case 'steal':
      return { code: 'copy', what, every: theft?.every ?? THIEF_EVERY }
    case 'logout':
      return { code: 'logout', kind: logout?.kind ?? 'blacklist' }
    default:
      return act satisfies never
  }
}

function take(run: Run, event: Event): void {
  switch (event.code) {
    case 'login':
      return run.send('user', 'login', null)
    case 'tick': {
      callFromAllTabs(run)
      const next = nextTick(run.scenario, run.at)
      if (next !== null) run.queue.plan(next, event)
      return
    }
    case 'timer':
      return onTimer(run, event.token, event.tab)
    case 'away':
    case 'back':
      return run.record('user', event.code, null)
    case 'copy':
      copyTokens(run, event.what)
      if (event.every !== null && !run.isThiefActing) actAsThief(run, event.every)
      return
    case 'thief starts':
      if (!run.isThiefActing) actAsThief(run, event.every)
      return
    case 'thief':
      return actAsThief(run, event.every)
    case 'logout':
      return logOut(run, event.kind)
    case 'by hand':
      return actByHand(run, event.act)
    case 'arrival':
      return arrive(run, event.sent)
    case 'answer':
      return finish(run, event.answered, false)
    default:
      return event satisfies never
  }
}

function logOut(run: Run, kind: LogoutKind): void {
  const { app } = run.world
  if (app.page === 'login page') return
  const token = renewable(app)
  endSession(run)
  if (kind === 'forget' || token === null) run.record('user', 'forget', token ?? app.access)
  else run.send('user', 'logout', token)
}

/** While the app is signed in, it acts; afterwards somebody who still has the tokens it held last. */
function actByHand(run: Run, act: 'call' | 'refresh'): void {
  const { app } = run.world
  if (app.page === 'signed in') {
    if (act === 'call') callFrom(run, 0)
    else refreshFrom(run, 0, null)
    return
  }
  const token = act === 'call' ? app.last.access : renewable(app.last)
  if (token !== null) run.send('user', act, token)
}

function arrive(run: Run, sent: Sent): void {
  const { memory } = run.world
  const isCall = sent.act === 'call' || sent.act === 'call again'
  const clocks = clocksAt(run.scenario, run.at)
  const request = requestOf(run, sent)
  const exchange = run.wire.answer(request, memory, isCall ? clocks.api : clocks.server)
  const after = memoryAfter(exchange, memory)
  if (after !== memory) run.change({ memory: after })
  const madeFor = sent.actor === 'thief' ? 'thief' : 'app'
  const made = isCall ? NO_TOKENS : run.name(exchange, madeFor, sent.token)
  const answered = { sent, exchange, made }
  const { latency } = run.scenario
  if (latency === 0) return finish(run, answered, true)
  run.record(sent.actor, sent.act, sent.token, made, sent.tab, exchange)
  run.queue.plan(run.at + latency, { code: 'answer', answered })
}

function requestOf({ wire }: Run, { act, token }: Sent) {
  if (token === null) return wire.logIn
  if (act === 'refresh') return wire.refresh(token)
  return act === 'logout' ? wire.logOut(token) : wire.call(token)
}

/** The answer is there: what is held changes, then its receiver acts. Without latency it is written down in between. */
function finish(run: Run, answered: Answered, isRecorded: boolean): void {
  const { sent, exchange, made } = answered
  const isThief = sent.actor === 'thief'
  const isApp = sent.actor === 'app' || sent.act === 'login'
  const hasGivenUp = isApp && takeIn(run, answered)
  if (isThief) takeInAsThief(run, answered)
  if (isRecorded) run.record(sent.actor, sent.act, sent.token, made, sent.tab, exchange)
  if (isApp) react(run, answered, hasGivenUp)
  if (isThief) reactAsThief(run, answered)
}
