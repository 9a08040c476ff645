/** What do fill, outline, pattern and mark mean in the picture? ux.md 4.5. */
import type { ReactElement } from 'react'
import css from './Picture.module.css'

const swatches = [
  { group: 'Fill', word: 'access', kind: 'access', look: 'accepted' },
  { word: 'refresh', kind: 'refresh', look: 'accepted' },
  { group: 'Outline', word: 'thief’s', kind: 'access', look: 'accepted', isThief: true },
  { group: 'Pattern', word: 'in leeway', kind: 'access', look: 'leeway' },
  { word: 'expired', kind: 'access', look: 'expired' },
  { word: 'replaced', kind: 'refresh', look: 'replaced' },
  { word: 'blacklisted, revoked', kind: 'refresh', look: 'banned' },
] as const

export function Legend(): ReactElement {
  return (
    <div className={css['legend']} id="session-legend">
      <svg width="0" height="0" aria-hidden="true" className={css['patterns']}>
        <pattern id="lab-cross" width="6" height="6" patternUnits="userSpaceOnUse">
          <path className={css['hatch']} d="M0 0 6 6M6 0 0 6" />
        </pattern>
        {(['access', 'refresh', 'sliding'] as const).map((kind) => (
          <pattern
            key={kind}
            id={`lab-leeway-${kind}`}
            width="5"
            height="5"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <path data-kind={kind} className={css['leewayLine']} d="M1 0v5" />
          </pattern>
        ))}
      </svg>
      {swatches.map((one) => (
        <span key={one.word}>
          {'group' in one && <b>{one.group}</b>}
          <svg width="22" height="12" aria-hidden="true">
            <g data-kind={one.kind} data-thief={'isThief' in one || undefined}>
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
