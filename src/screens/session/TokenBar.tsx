/** How does a token look over its life? Its fill is its kind, outline and pattern are its state; ux.md 4.5. */
import type { ReactElement } from 'react'
import type { Bar } from '../../simulation/lifetimes.ts'
import { tellInstant } from '../../simulation/tellInstant.ts'
import type { TokenState } from '../../simulation/tokenState.ts'
import css from './Picture.module.css'
import { type Scale, xOf } from './scale.ts'

interface Props {
  bar: Bar
  scale: Scale
  top: number
  height: number
  from: number
  until: number
  /** Without marks in the overview. */
  isPlain?: boolean
}

const LOOKS: Record<TokenState, string> = {
  accepted: 'accepted',
  'not yet': 'notYet',
  'in leeway': 'leeway',
  expired: 'expired',
  replaced: 'replaced',
  blacklisted: 'banned',
  'family revoked': 'banned',
}

const WORDS: Partial<Record<TokenState, string>> = {
  blacklisted: 'blacklisted',
  'family revoked': 'family revoked',
  'not yet': 'not yet',
}

export function TokenBar({
  bar,
  scale,
  top,
  height,
  from,
  until,
  isPlain,
}: Props): ReactElement | null {
  if (bar.until < from || bar.from > until) return null
  const { token, stretches } = bar
  const isThief = bar.lane === 'thief'
  const shown = stretches.filter((one) => one.until >= from && one.from <= until)
  const first = firstSeen(bar, from)
  return (
    <g data-kind={token.kind} data-thief={isThief || undefined}>
      {shown.map((stretch) => {
        const left = xOf(scale, Math.max(stretch.from, from))
        const width = Math.max(xOf(scale, Math.min(stretch.until, until)) - left - 1, 1.5)
        const isReplaced = stretch.state === 'replaced'
        const inset = isReplaced ? height / 4 : 0
        const word = WORDS[stretch.state]
        const isNamed = stretch.from > bar.from && width > 24
        // the name of the token stands in what is seen of it first
        const start = stretch === first ? 30 + nameOf(bar).length * 7 : 22
        return (
          <g key={stretch.from}>
            <rect
              className={css[LOOKS[stretch.state]]}
              x={left + 0.5}
              y={top + inset + 0.5}
              width={width}
              height={height - 2 * inset - 1}
              rx={2}
            />
            {word === 'blacklisted' || word === 'family revoked' ? (
              <g className={css['ban']} transform={`translate(${left + 12} ${top + height / 2})`}>
                {width > 24 && !isPlain && (
                  <>
                    <circle r={6} />
                    <path d="M-4 4 4-4" />
                  </>
                )}
              </g>
            ) : null}
            {isNamed && !isPlain && word !== undefined && width > start + 8 + word.length * 6.2 && (
              <text className={css['halo']} x={left + start} y={top + height / 2 + 4}>
                {word}
              </text>
            )}
            {stretch.state === 'expired' && stretch.from >= from && (
              <line
                className={css['cap']}
                x1={left}
                x2={left}
                y1={top - (isPlain ? 1 : 4)}
                y2={top + height + (isPlain ? 1 : 4)}
              />
            )}
          </g>
        )
      })}
    </g>
  )
}

/** On the first stretch that is on the screen; drawn later than the playhead, so that its line does not cross the words. */
export function TokenLabel({ bar, scale, top, height, from, until }: Props): ReactElement | null {
  if (bar.until < from || bar.from > until) return null
  const { token } = bar
  const first = firstSeen(bar, from)
  if (first === undefined) return null
  const left = xOf(scale, Math.max(first.from, from))
  const width = xOf(scale, Math.min(first.until, until)) - left
  const isFilled = first.state === 'accepted'
  const isBanned = first.state === 'blacklisted' || first.state === 'family revoked'
  const name = nameOf(bar)
  const end = bar.stretches.find(({ state }) => state === 'expired' || state === 'in leeway')
  const ends = end === undefined ? tellEnd(bar) : `until ${tellInstant(end.from)}`
  const room = width - name.length * 7 - 18
  if (width < name.length * 7 + 4) return null
  return (
    <text
      data-kind={token.kind}
      className={isFilled ? css['onFill'] : css['halo']}
      x={left + (isBanned ? 24 : 7)}
      y={top + height / 2 + 4.3}
    >
      <tspan className={css['label']}>{name}</tspan>
      {isFilled && room > ends.length * 6.2 && <tspan dx={6}>{ends}</tspan>}
    </text>
  )
}

const nameOf = ({ token, isCopy }: Bar): string => (isCopy ? `${token.label} copy` : token.label)

const firstSeen = ({ stretches }: Bar, from: number): Bar['stretches'][number] | undefined =>
  stretches.find((one) => one.until > from)

function tellEnd({ token, stretches }: Bar): string {
  const life = (token.expiresAt - token.issuedAt) * 1000
  const whole = Math.floor(token.madeAt / 1000) * 1000
  return stretches.length === 0 ? '' : `until ${tellInstant(whole + life)}`
}
