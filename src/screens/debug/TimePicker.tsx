/** How is a time claim set without working out its seconds? RFC 7519 §2, NumericDate. */
import type { ReactElement } from 'react'
import { setTimeClaim } from '../../state/setTimeClaim.ts'
import css from './TimePicker.module.css'

const CHOICES = [
  { fromNow: 0, label: 'now', inWords: 'now' },
  { fromNow: 300, label: '+5 min', inWords: 'in 5 minutes' },
  { fromNow: 3600, label: '+1 h', inWords: 'in 1 hour' },
  { fromNow: 86_400, label: '+24 h', inWords: 'in 24 hours' },
] as const

/** Folded away, because most tokens are only read. */
export function TimePicker({ name }: { name: string }): ReactElement {
  return (
    <details className={css['picker']}>
      <summary className="link">
        Set time<span className="visually-hidden"> of {name}</span>
      </summary>
      <div className={css['choices']}>
        {CHOICES.map(({ fromNow, label, inWords }) => (
          <button
            key={fromNow}
            type="button"
            aria-label={`${name}: ${inWords}`}
            onClick={() => setTimeClaim(name, fromNow)}
          >
            {label}
          </button>
        ))}
      </div>
    </details>
  )
}
