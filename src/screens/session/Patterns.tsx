/** Which hatchings do the pictures of the lab fill with? ux.md 4.5; they stand once on the page, with the legend where there is one. */
import type { ReactElement } from 'react'
import css from './Picture.module.css'

export function Patterns(): ReactElement {
  return (
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
  )
}
