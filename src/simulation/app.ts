/** What does the app do: when does it call, when does it swap its token, when does it give up? ux.md 4.4. */
import type { Answered, Run } from './run.ts'
import { type Cadence, type Scenario, SECOND } from './scenario.ts'
import { statusOf } from './wire.ts'
import { believedEnd, type Holding, type IssuedToken, NOTHING, renewable } from './world.ts'

/** When the tabs call next, after `at`; null where calls are made by hand. A closed laptop calls as soon as it opens. */
export function nextTick({ cadence, away }: Scenario, at: number): number | null {
  if (cadence === null) return null
  const base = away !== null && at >= away.until ? away.until : 0
  const next = base + nextInPattern(cadence, at - base)
  return away !== null && at < away.until && next >= away.from ? away.until : next
}

function nextInPattern({ every, size, gap }: Cadence, since: number): number {
  const period = Math.max(1, every)
  const start = Math.floor(since / period) * period
  const call = gap > 0 ? Math.floor((since - start) / gap) + 1 : size
  return call < size ? start + call * gap : start + period
}

const isAway = ({ scenario: { away }, at }: Run): boolean =>
  away !== null && at >= away.from && at < away.until

export function callFromAllTabs(run: Run): void {
  for (let tab = 0; tab < run.scenario.tabs; tab++) callFrom(run, tab)
}

/** The strategy `check` looks at exp first, by the app’s own clock. */
export function callFrom(run: Run, tab: number): void {
  const { app } = run.world
  const { strategy, early } = run.scenario
  if (app.access === null) return
  const isDue = strategy === 'check' && run.at >= believedEnd(run.scenario, app.access) - early
  if (isDue && renewable(app) !== null) refreshFrom(run, tab, 'call')
  else run.send('app', 'call', app.access, tab)
}

/** Under single flight a tab that finds a refresh on its way waits for its answer. */
export function refreshFrom(run: Run, tab: number, then: 'call' | 'call again' | null): void {
  const { isSingleFlight } = run.scenario
  if (isSingleFlight && run.isRefreshing) {
    if (then !== null) run.waiting.push({ tab, act: then })
    return
  }
  const token = renewable(run.world.app)
  if (token === null) return
  run.isRefreshing = true
  run.send('app', 'refresh', token, tab, then)
}

/** The strategy `early`: still the same token, so it is swapped now. */
export function onTimer(run: Run, token: IssuedToken, tab: number): void {
  if (run.world.app.access === token) refreshFrom(run, tab, null)
}

/** Never sooner than a second from now, however wrong the app’s clock is: else it would do nothing but refresh. */
function setTimers(run: Run, token: IssuedToken): void {
  const { strategy, early, away, isSingleFlight, tabs } = run.scenario
  if (strategy !== 'early') return
  const due = Math.max(believedEnd(run.scenario, token) - early, run.at + SECOND)
  const at = away !== null && due >= away.from && due < away.until ? away.until : due
  const count = isSingleFlight ? 1 : tabs
  for (let tab = 0; tab < count; tab++) run.queue.plan(at, { code: 'timer', token, tab })
}

/** The app drops its tokens; answers still on their way are for nobody. */
export function endSession(run: Run): void {
  const { access, refresh } = run.world.app
  run.session++
  run.isRefreshing = false
  run.waiting = []
  run.change({ app: { ...NOTHING, page: 'login page', last: { access, refresh } } })
}

/** What the answer changes in what the app holds; true where it gives up. */
export function takeIn(run: Run, { sent, exchange, made }: Answered): boolean {
  const status = statusOf(exchange)
  if (sent.act === 'login') {
    if (status === 200) {
      run.session++
      run.isRefreshing = false
      run.waiting = []
      hold(run, made, NOTHING)
    }
    return false
  }
  if (sent.session !== run.session || sent.act === 'logout') return false
  if (sent.act === 'refresh') {
    if (status !== 200) endSession(run)
    else hold(run, made, run.world.app)
    return status !== 200
  }
  const isLost = status !== 200 && !canRenew(run)
  if (isLost) endSession(run)
  return isLost
}

const canRenew = ({ scenario, world }: Run): boolean =>
  scenario.strategy === 'on401' && renewable(world.app) !== null

function hold(run: Run, made: readonly IssuedToken[], before: Holding): void {
  const access = made.find(({ kind }) => kind !== 'refresh') ?? before.access
  const refresh = made.find(({ kind }) => kind === 'refresh') ?? before.refresh
  run.change({ app: { page: 'signed in', access, refresh, last: { access, refresh } } })
}

/** What the app does after an answer that it has taken in. `session` is that of the answer. */
export function react(run: Run, { sent, exchange, made }: Answered, hasGivenUp: boolean): void {
  if (hasGivenUp) {
    run.record('app', 'login page', sent.token, [], sent.tab)
    return
  }
  const [token] = made
  const status = statusOf(exchange)
  if (sent.act === 'login') {
    if (token === undefined) return
    setTimers(run, token)
    if (run.scenario.cadence !== null && !isAway(run)) callFromAllTabs(run)
  } else if (sent.session === run.session) {
    if (sent.act === 'refresh' && token !== undefined) {
      setTimers(run, token)
      const { waiting } = run
      run.isRefreshing = false
      run.waiting = []
      if (sent.afterwards !== null) run.send('app', sent.afterwards, token, sent.tab)
      for (const { tab, act } of waiting) run.send('app', act, token, tab)
    }
    if (sent.act === 'call' && status !== 200) onRefused(run, sent.token, sent.tab)
  }
}

/** A second refusal in a row is taken as it is. */
function onRefused(run: Run, refused: IssuedToken | null, tab: number): void {
  const { access } = run.world.app
  const { isSingleFlight } = run.scenario
  const isReplaced = isSingleFlight && !run.isRefreshing && access !== refused
  if (isReplaced) run.send('app', 'call again', access, tab)
  else refreshFrom(run, tab, 'call again')
}
