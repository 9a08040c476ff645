/** Which lanes does the picture have, and how high does each stand? ux.md 4.2. */
import type { Bar } from '../../simulation/lifetimes.ts'
import { type LaneName, lanesOf } from '../../simulation/lanes.ts'
import type { Timeline } from '../../simulation/timeline.ts'

/** Lengths of a picture, in its own pixels. */
export interface Density {
  readonly ruler: number
  /** Where the lanes’ own names stand, and where they begin. */
  readonly gutter: number
  /** What is left free behind the last instant, so that its mark is whole. */
  readonly right: number
  readonly margin: number
  /** From the top of a lane to the foot of its name. */
  readonly name: number
  /** How high a bar is, from where to where two of them lie, and how far the first lies below the top. */
  readonly bar: number
  readonly row: number
  readonly inset: number
  /** How many records of the server are drawn, how high each is, from where to where. */
  readonly records: number
  readonly record: number
  readonly pitch: number
  /** From a stave to its marks, and from the only stave of a lane to the lane’s foot. */
  readonly reach: number
  readonly foot: number
  /** Where the person’s line lies, and its words from there. */
  readonly person: number
  readonly words: number
  readonly user: number
  readonly hasDetails: boolean
}

const roomy: Density = {
  ruler: 44,
  gutter: 160,
  right: 12,
  margin: 32,
  name: 20,
  bar: 20,
  row: 34,
  inset: 12,
  records: 3,
  record: 18,
  pitch: 25,
  reach: 18,
  foot: 14,
  person: 30,
  words: -9,
  user: 44,
  hasDetails: true,
}

export const DENSITIES = {
  roomy,
  /** For low windows. */
  close: {
    ...roomy,
    name: 17,
    bar: 18,
    row: 25,
    inset: 8,
    record: 16,
    pitch: 21,
    reach: 15,
    foot: 11,
    person: 28,
    user: 39,
  },
  /** Drawn twice as large, and as low as its words allow. */
  projected: {
    ruler: 19,
    gutter: 117,
    right: 12,
    margin: 0,
    name: 12.8,
    bar: 14.5,
    row: 15.5,
    inset: 1.5,
    records: 2,
    record: 14.5,
    pitch: 15.5,
    reach: 8,
    foot: 4,
    person: 8.5,
    words: 4.3,
    user: 17,
    hasDetails: false,
  },
} as const satisfies Record<string, Density>

/** The same with higher lanes; words and marks stay as large as they are. */
export function stretched(density: Density, factor: number): Density {
  const { bar, row, inset, record, pitch, reach, foot, person, words, user } = density
  return {
    ...density,
    bar: bar * factor,
    row: row * factor,
    inset: inset * factor,
    record: record * factor,
    pitch: pitch * factor,
    reach: reach * factor,
    foot: foot * factor,
    person: person * factor,
    user: user * factor,
    name: person * factor + words,
  }
}

export interface Lane {
  readonly name: LaneName
  /** Pixels from the top. */
  readonly top: number
  readonly height: number
  readonly lines: readonly string[]
}

export interface Layout {
  readonly density: Density
  readonly lanes: readonly Lane[]
  readonly height: number
  readonly hasThief: boolean
}

export const LANE_TITLES: Record<LaneName, string> = {
  user: 'User',
  app: 'App holds',
  api: 'To API',
  token: 'To token endpoint',
  server: 'Server knows',
  thief: 'Thief',
}

export function layOut(timeline: Timeline, records: number, density: Density): Layout {
  const names = lanesOf(timeline)
  const hasThief = names.includes('thief')
  const { inset, bar, row, reach, foot, pitch, user } = density
  const isPair = timeline.entries.some(({ gained }) =>
    gained.some(({ kind }) => kind === 'refresh'),
  )
  // the name of a lane and what stands below it
  const least = density.hasDetails ? density.name + 21 : 0
  const held = Math.max(2 * inset + bar + (isPair ? row : 0), least)
  const staves = hasThief ? 4 * reach : 2 * reach + foot
  const shown = Math.max(1, Math.min(records, density.records))
  const heights: Record<LaneName, number> = {
    user,
    app: held,
    api: Math.max(staves, least),
    token: Math.max(staves, least),
    server: Math.max(2 * inset + (shown - 1) * pitch + density.record, least),
    thief: held,
  }
  const lines = linesOf(timeline, records, hasThief)
  const lanes: Lane[] = []
  let top = density.ruler
  for (const name of names) {
    lanes.push({ name, top, height: heights[name], lines: lines[name] })
    top += heights[name]
  }
  return { density, lanes, height: top, hasThief }
}

function linesOf(
  { scenario: { tabs, slide } }: Timeline,
  records: number,
  hasThief: boolean,
): Record<LaneName, readonly string[]> {
  const twoSides = hasThief ? ['app above, thief below'] : []
  return {
    user: ['alice'],
    app: [tabs === 1 ? 'in memory' : `in ${tabs} tabs`],
    api: ['calls', ...twoSides],
    token: ['new tokens', ...twoSides],
    server: [
      records === 0
        ? 'nothing but its key'
        : `key, ${slide === 'token' ? 'sliding' : 'refresh'} tokens`,
    ],
    thief: ['holds copies'],
  }
}

/** The top of a bar in its lane: access and sliding tokens above, refresh tokens below. */
export function topOf({ lane, token }: Bar, layout: Layout): number {
  const { inset, row } = layout.density
  const top = laneNamed(layout, lane)?.top ?? 0
  return top + inset + (token.kind === 'refresh' ? row : 0)
}

/** Where the line of a lane for requests lies: the app above it, the thief below. */
export function staveOf({ top, height }: Lane, { density, hasThief }: Layout): number {
  return top + (hasThief ? height / 2 : height - density.foot)
}

export const laneNamed = ({ lanes }: Layout, name: LaneName): Lane | undefined =>
  lanes.find((lane) => lane.name === name)
