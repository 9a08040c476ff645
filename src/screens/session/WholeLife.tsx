/** What does the whole session look like, with its idle time folded away? ux.md 4.3. */
import { memo, type ReactElement } from 'react'
import { tellInstant } from '../../simulation/tellInstant.ts'
import type { Timeline } from '../../simulation/timeline.ts'
import { barsOf } from './events.ts'
import css from './Picture.module.css'
import { type Scale, ticksOf, xOf } from './scale.ts'
import { TokenBar } from './TokenBar.tsx'

export const WholeLife = memo(function WholeLife({
  timeline,
  scale,
  isNamed,
}: {
  timeline: Timeline
  scale: Scale
  isNamed: boolean
}): ReactElement {
  const rows = { app: 10, server: -1, thief: 28 } as const
  const isKept = timeline.tokens.some(({ kind }) => kind === 'refresh') ? 'refresh' : null
  const bars = barsOf(timeline).filter(
    ({ lane, token }) =>
      lane !== 'server' && (isKept === null || token.kind === isKept || lane === 'thief'),
  )
  const hasRefreshOf = (lane: string): boolean =>
    bars.some((bar) => bar.lane === lane && bar.token.kind === 'refresh')
  return (
    <g>
      {isNamed && (
        <>
          <text className={css['laneName']} x={32} y={22}>
            Whole life
          </text>
          <text className={css['muted']} x={32} y={38}>
            {scale.some(({ kind }) => kind === 'idle') ? 'idle time folded' : 'nothing folded'}
          </text>
        </>
      )}
      {scale.map((piece) => (
        <g key={piece.from}>
          {piece.kind === 'busy' ? (
            <Hours piece={piece} scale={scale} />
          ) : (
            <Fold left={piece.left} right={piece.right} length={piece.until - piece.from} />
          )}
        </g>
      ))}
      {scale
        .filter(({ kind }) => kind === 'busy')
        .flatMap(({ from, until }) =>
          bars
            .filter(({ lane, token }) => token.kind !== 'access' || !hasRefreshOf(lane))
            .map((bar) => (
              <TokenBar
                key={`${from} ${bar.lane} ${bar.token.label} ${bar.from}`}
                bar={bar}
                scale={scale}
                top={rows[bar.lane]}
                height={10}
                from={from}
                until={until}
                isPlain
              />
            )),
        )}
    </g>
  )
})

function Hours({ piece, scale }: { piece: Scale[number]; scale: Scale }): ReactElement {
  return (
    <>
      <line className={css['stave']} x1={piece.left} x2={piece.right} y1={46.5} y2={46.5} />
      {ticksOf(piece, 90).map((at) => (
        <g key={at}>
          <line className={css['stem']} x1={xOf(scale, at)} x2={xOf(scale, at)} y1={46} y2={51} />
          <text className={css['muted']} x={xOf(scale, at)} y={62} textAnchor="middle">
            {tellInstant(at)}
          </text>
        </g>
      ))}
    </>
  )
}

function Fold({
  left,
  right,
  length,
}: {
  left: number
  right: number
  length: number
}): ReactElement {
  const middle = (left + right) / 2
  const hours = Math.floor(length / 3_600_000)
  const minutes = Math.floor(length / 60_000) % 60
  return (
    <>
      <path className={css['fold']} d={`M${left + 4} 6l-6 9 6 9-6 9 6 9`} />
      <path className={css['fold']} d={`M${right - 4} 6l6 9-6 9 6 9-6 9`} />
      {right - left > 90 && (
        <>
          <text x={middle} y={24} textAnchor="middle">
            idle {hours} h{minutes > 0 ? ` ${minutes} min` : ''}
          </text>
          <text className={css['muted']} x={middle} y={39} textAnchor="middle">
            folded away
          </text>
        </>
      )}
    </>
  )
}
