/** Which time is it for whom, in words? ux.md 4.3, 4.7. */
import { tellCount } from '../../claims/duration.ts'
import { type Playhead, worldOf } from '../../state/sessionPlayhead.ts'
import { tellEntry } from '../../simulation/tellEntry.ts'
import { tellInstant } from '../../simulation/tellInstant.ts'
import type { Timeline } from '../../simulation/timeline.ts'
import { lifeOf } from '../../simulation/tokenState.ts'

/** `4 minutes 55 seconds after login, A1 has 5 seconds left`. */
export function tellPlayhead(timeline: Timeline, playhead: Playhead): string {
  const { instant } = playhead
  const world = worldOf(timeline, playhead)
  if (world === null) return 'Before the login'
  const when = `${tellTime(instant)} after login`
  const { access } = world.app
  if (access === null) return `${when}, the app holds no token`
  const left = lifeOf(timeline.scenario, world.memory, access).leewayEnd - instant
  return left > 0
    ? `${when}, ${access.label} has ${tellTime(left)} left`
    : `${when}, ${access.label} has expired`
}

/** Milliseconds → `24 hours 1 second`; a fraction of a second is cut off. */
function tellTime(duration: number): string {
  const whole = Math.floor(duration / 1000)
  const units = [
    tellUnit(Math.floor(whole / 3600), 'hour'),
    tellUnit(Math.floor(whole / 60) % 60, 'minute'),
    tellUnit(whole % 60, 'second'),
  ].filter((text) => text !== '')
  return units.length === 0 ? '0 seconds' : units.join(' ')
}

const tellUnit = (count: number, unit: string): string =>
  count === 0 ? '' : tellCount(count, unit)

/** Unix milliseconds → `22:13:20`, UTC. */
export function tellClock(at: number): string {
  return new Date(at).toISOString().slice(11, 19)
}

/** `Next: thief calls the API at 11:01`. */
export function tellNext(timeline: Timeline, { count }: Playhead): string {
  const entry = timeline.entries[count]
  if (entry === undefined) return 'Nothing more happens'
  const { actor, action } = tellEntry(entry, timeline.scenario)
  const [what = ''] = action.split(':')
  return `Next: ${actor.toLowerCase()} ${what} at ${tellInstant(entry.at)}`
}
