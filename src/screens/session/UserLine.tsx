/** What does the person do and notice? ux.md 4.2. */
import type { ReactElement } from 'react'
import { countUntil, type Entry, type Timeline } from '../../simulation/timeline.ts'
import type { Layout } from './laneRows.ts'
import css from './Picture.module.css'
import type { Placed } from './RequestMarks.tsx'
import { type Scale, xOf } from './scale.ts'

interface Props {
  scale: Scale
  placed: readonly Placed[]
  layout: Layout
  /** How many of the events may be seen. */
  seen: number
}

const WORDS: Partial<Record<Entry['act'], string>> = {
  login: 'logs in with a password',
  logout: 'logs out',
  forget: 'logs out',
  'login page': 'is sent to the login page',
  away: 'closes the laptop',
  back: 'opens the laptop',
}

const wordsOf = ({ act }: Entry): string => WORDS[act] ?? ''

/** How wide a letter is at most, on average; in pixels. */
const LETTER = 5.5

interface LineProps {
  timeline: Timeline
  scale: Scale
  layout: Layout
}

/** As long as the app is signed in. */
export function Signed({ timeline, scale, layout }: LineProps): ReactElement {
  const y = layout.density.ruler + layout.density.person
  return (
    <g>
      {signedIn(timeline, scale).map(({ from, until }) => (
        <line
          key={from}
          className={css['person']}
          x1={xOf(scale, from)}
          x2={xOf(scale, until)}
          y1={y}
          y2={y}
        />
      ))}
    </g>
  )
}

export function UserLine({ scale, placed, layout, seen }: Props): ReactElement {
  const { ruler, person, words: offset } = layout.density
  const y = ruler + person
  const said = placed.filter(({ entry }) => WORDS[entry.act] !== undefined)
  return (
    <g>
      {said.map(({ entry, place }, index) => {
        if (place > seen) return null
        const x = xOf(scale, entry.at)
        const next = said[index + 1]
        const room =
          (next === undefined ? (scale.at(-1)?.right ?? 0) : xOf(scale, next.entry.at)) - x
        const words = wordsOf(entry)
        const isOut = entry.act === 'login page'
        const fits = room > words.length * 6 + 17
        const before = said[index - 1]?.entry
        const end = before ? xOf(scale, before.at) + 13 + wordsOf(before).length * LETTER : 0
        const isLast = next === undefined && !fits && x - 18 - words.length * LETTER > end
        return (
          <g key={place} data-place={place}>
            <circle className={isOut ? css['out'] : css['in']} cx={x} cy={y} r={isOut ? 5 : 4} />
            {fits && offset > 0 && !isOut && (
              <rect
                className={css['plate']}
                x={x + 6}
                y={y - 6}
                width={words.length * LETTER + 5}
                height={12}
              />
            )}
            {isLast && offset > 0 && (
              <rect
                className={css['plate']}
                x={x - 14 - words.length * LETTER}
                y={y - 6}
                width={words.length * LETTER}
                height={12}
              />
            )}
            {(fits || isLast) && (
              <text
                className={css['halo']}
                x={isLast ? x - 14 : x + 13}
                y={y + offset}
                textAnchor={isLast ? 'end' : 'start'}
              >
                {words}
              </text>
            )}
          </g>
        )
      })}
    </g>
  )
}

/** Stretches of the scale in which the app is signed in. */
function signedIn({ moments, horizon }: Timeline, scale: Scale): { from: number; until: number }[] {
  const [{ from, until } = { from: 0, until: 0 }] = scale
  const first = Math.max(0, countUntil(moments, from) - 1)
  const stretches: { from: number; until: number }[] = []
  for (const [index, { at, world }] of moments.slice(first).entries()) {
    if (at > until) break
    if (world.app.page !== 'signed in') continue
    const end = moments[first + index + 1]?.at ?? horizon
    const before = stretches.at(-1)
    const clipped = { from: Math.max(at, from), until: Math.min(end, until) }
    if (before?.until === clipped.from)
      stretches[stretches.length - 1] = { from: before.from, until: clipped.until }
    else stretches.push(clipped)
  }
  return stretches
}
