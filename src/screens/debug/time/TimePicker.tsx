/** How is a time claim set without working out its seconds? RFC 7519 §2, NumericDate. */
import type { ReactElement } from 'react'
import { setTimeClaim } from '../../../state/setTimeClaim.ts'
import css from './TimePicker.module.css'

/** What is said holds what is seen, for people who speak to their computer (WCAG 2.5.3). */
const CHOICES = [
  { fromNow: 0, label: 'now', inWords: '' },
  { fromNow: 300, label: '+5 min', inWords: 'in 5 minutes, ' },
  { fromNow: 3600, label: '+1 h', inWords: 'in 1 hour, ' },
  { fromNow: 86_400, label: '+24 h', inWords: 'in 24 hours, ' },
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
          <button key={fromNow} type="button" onClick={() => setTimeClaim(name, fromNow)}>
            <span className="visually-hidden">
              {name}: {inWords}
            </span>
            {label}
          </button>
        ))}
      </div>
    </details>
  )
}
