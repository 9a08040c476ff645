/** Which lanes does the picture have, and how high does each stand? ux.md 4.2. */
import type { Bar } from '../../simulation/lifetimes.ts'
import type { Timeline } from '../../simulation/timeline.ts'

export interface Lane {
  readonly name: 'user' | 'app' | 'api' | 'token' | 'server' | 'thief'
  /** Pixels from the top. */
  readonly top: number
  readonly height: number
  readonly title: string
  readonly lines: readonly string[]
}

export interface Layout {
  readonly lanes: readonly Lane[]
  readonly height: number
  readonly hasThief: boolean
}

export const RULER = 44
export const BAR = 20
export const ROW = 34
/** Where the lanes’ own names stand. */
export const GUTTER = 160
/** How many records of the server are drawn. */
export const MOST_RECORDS = 3

export function layOut(timeline: Timeline, records: number): Layout {
  const { scenario, entries } = timeline
  const hasThief = entries.some(({ actor }) => actor === 'thief')
  const isPair = entries.some(({ gained }) => gained.some(({ kind }) => kind === 'refresh'))
  const staves = hasThief ? 78 : 52
  const held = isPair ? 16 + 2 * ROW : 16 + ROW
  const twoSides = hasThief ? ['app above, thief below'] : []
  const parts: Omit<Lane, 'top'>[] = [
    { name: 'user', height: 44, title: 'User', lines: ['alice'] },
    { name: 'app', height: held, title: 'App holds', lines: [tellTabs(scenario.tabs)] },
    { name: 'api', height: staves, title: 'To API', lines: ['calls', ...twoSides] },
    {
      name: 'token',
      height: staves,
      title: 'To token endpoint',
      lines: ['new tokens', ...twoSides],
    },
    {
      name: 'server',
      height: 20 + Math.max(1, Math.min(records, MOST_RECORDS)) * 25,
      title: 'Server knows',
      lines:
        records === 0 ? ['nothing but its key'] : ['its key, and the', 'refresh tokens it made'],
    },
  ]
  if (hasThief) parts.push({ name: 'thief', height: held, title: 'Thief', lines: ['holds copies'] })
  const lanes: Lane[] = []
  let top = RULER
  for (const part of parts) {
    lanes.push({ ...part, top })
    top += part.height
  }
  return { lanes, height: top, hasThief }
}

const tellTabs = (tabs: number): string => (tabs === 1 ? 'in memory' : `in ${tabs} tabs`)

/** The top of a bar in its lane: access and sliding tokens above, refresh tokens below. */
export function topOf({ lane, token }: Bar, { lanes }: Layout): number {
  const place = lanes.find(({ name }) => name === lane)
  return (place?.top ?? 0) + 12 + (token.kind === 'refresh' ? ROW : 0)
}

export const laneNamed = ({ lanes }: Layout, name: Lane['name']): Lane | undefined =>
  lanes.find((lane) => lane.name === name)
