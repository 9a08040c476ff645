/** What does the thief do with what was copied? ux.md 4.4; as often as the theft says, for as long as a token is left. */
import type { Answered, Run } from './run.ts'
import type { Theft } from './scenario.ts'
import { statusOf } from './wire.ts'
import { renewable } from './world.ts'

/** Copies what the app holds at this instant; a sliding token is both. */
export function copyTokens(run: Run, what: Theft['what']): void {
  const { app, thief } = run.world
  const isBoth = what === 'both' || app.access?.kind === 'sliding'
  const access = isBoth || what === 'access' ? app.access : null
  const refresh = isBoth || what === 'refresh' ? app.refresh : null
  const gained = [access, refresh].filter((token) => token !== null)
  if (gained.length > 0)
    run.change({ thief: { access: access ?? thief.access, refresh: refresh ?? thief.refresh } })
  run.record('thief', 'copy', null, gained)
}

/** A thief who holds nothing any more stops for good, or until the next theft. */
export function actAsThief(run: Run, every: number | null): void {
  const { thief } = run.world
  const token = renewable(thief)
  const isRefreshing = thief.access === null || thief.access.kind === 'sliding'
  run.isThiefActing = thief.access !== null || token !== null
  if (!run.isThiefActing) return
  if (isRefreshing && token !== null) run.send('thief', 'refresh', token, 0, 'call')
  else run.send('thief', 'call', thief.access)
  if (every === null) run.isThiefActing = false
  else run.queue.plan(run.at + Math.max(1, every), { code: 'thief', every })
}

/** A refused token is thrown away. */
export function takeInAsThief(run: Run, { sent, exchange, made }: Answered): void {
  const { thief } = run.world
  if (statusOf(exchange) !== 200) {
    if (sent.act === 'call again') return
    const access = thief.access === sent.token ? null : thief.access
    const refresh = thief.refresh === sent.token ? null : thief.refresh
    run.change({ thief: { access, refresh } })
  } else if (made.length > 0) {
    const access = made.find(({ kind }) => kind !== 'refresh') ?? thief.access
    const refresh = made.find(({ kind }) => kind === 'refresh') ?? thief.refresh
    run.change({ thief: { access, refresh } })
  }
}

export function reactAsThief(run: Run, { sent, exchange, made }: Answered): void {
  const token = renewable(run.world.thief)
  const [first] = made
  if (first !== undefined && sent.afterwards !== null) run.send('thief', sent.afterwards, first)
  else if (sent.act === 'call' && statusOf(exchange) !== 200 && token !== null)
    run.send('thief', 'refresh', token, 0, 'call again')
}
