/** What do fill, outline, pattern and mark mean in the picture? ux.md 4.5. */
import type { ReactElement } from 'react'
import { isSimpleJwt } from '../../simulation/scenario.ts'
import type { Timeline } from '../../simulation/timeline.ts'
import { Patterns } from './Patterns.tsx'
import css from './Picture.module.css'
import { useTimeline } from './useSession.ts'

interface Swatch {
  readonly group?: string
  readonly word: string
  readonly kind: 'access' | 'refresh'
  readonly look: 'accepted' | 'notYet' | 'leeway' | 'expired' | 'replaced' | 'banned'
  readonly isThief?: true
}

/** What can come up in such a run. */
function swatchesOf({ scenario, entries, tokens }: Timeline): Swatch[] {
  const { server, leeway, reuse, apiOffset } = scenario
  const isSliding = tokens.some(({ kind }) => kind === 'sliding')
  const hasRefresh = tokens.some(({ kind }) => kind === 'refresh')
  const hasThief = entries.some(({ actor }) => actor === 'thief')
  return [
    { group: 'Fill', word: isSliding ? 'sliding' : 'access', kind: 'access', look: 'accepted' },
    ...(hasRefresh ? [{ word: 'refresh', kind: 'refresh', look: 'accepted' } as const] : []),
    ...(hasThief
      ? [
          {
            group: 'Outline',
            word: 'thief’s',
            kind: 'access',
            look: 'accepted',
            isThief: true,
          } as const,
        ]
      : []),
    { group: 'Pattern', word: 'expired', kind: 'access', look: 'expired' },
    ...(apiOffset < 0 ? [{ word: 'not yet', kind: 'access', look: 'notYet' } as const] : []),
    ...(leeway > 0 ? [{ word: 'in leeway', kind: 'access', look: 'leeway' } as const] : []),
    ...(reuse === 'none' ? [] : [{ word: 'replaced', kind: 'refresh', look: 'replaced' } as const]),
    { word: isSimpleJwt(server) ? 'blacklisted' : 'revoked', kind: 'refresh', look: 'banned' },
  ]
}

export function Legend(): ReactElement {
  const timeline = useTimeline()
  return (
    <div className={css['legend']} id="session-legend">
      <Patterns />
      {swatchesOf(timeline).map((one) => (
        <span key={one.word}>
          {one.group && <b>{one.group}</b>}
          <svg width="22" height="12" aria-hidden="true">
            <g data-kind={one.kind} data-thief={one.isThief}>
              <rect
                className={css[one.look]}
                x="1"
                y={one.look === 'replaced' ? 3.5 : 1}
                width="20"
                height={one.look === 'replaced' ? 5 : 10}
                rx="2"
              />
            </g>
          </svg>
          {one.word}
        </span>
      ))}
      <span>
        <b>Mark</b>
        <svg width="14" height="12" aria-hidden="true">
          <path className={css['tick']} d="m2 6 3.6 4L12 1.5" />
        </svg>
        accepted
      </span>
      <span>
        <svg width="14" height="14" aria-hidden="true" viewBox="0 0 16 16">
          <path className={css['octagon']} d="M5 1h6l4 4v6l-4 4H5l-4-4V5z" />
          <path className={css['cross']} d="m5.5 5.5 5 5m0-5-5 5" />
        </svg>
        refused
      </span>
      <span>
        <svg width="14" height="13" aria-hidden="true">
          <path className={css['triangle']} d="m7 0 7 13H0z" />
        </svg>
        new tokens
      </span>
    </div>
  )
}
