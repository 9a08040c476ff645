/** What does the browser answer when this page tries to leak? ux.md 6.6. */
import { type ReactElement, useState } from 'react'
import { LEAK_TARGET } from '../../state/requests.ts'
import { StateMark } from '../../ui/StateMark.tsx'
import css from './PrivacyScreen.module.css'
import { type Attempt, tryToLeak } from './tryToLeak.ts'

export function LeakPanel(): ReactElement {
  const [attempts, setAttempts] = useState<readonly Attempt[] | 'trying' | null>(null)
  const isTrying = attempts === 'trying'
  const act = async (): Promise<void> => {
    setAttempts('trying')
    setAttempts(await tryToLeak())
  }
  return (
    <section aria-labelledby="leak">
      <h2 id="leak">Try to make it leak</h2>
      <p>
        The button sends a few letters, nothing of yours, to <code>{LEAK_TARGET}</code>, an address
        that no server can have. The browser has to refuse each of the ways out before anything is
        sent.
      </p>
      <p className={css['act']}>
        <button
          type="button"
          className="button"
          aria-disabled={isTrying || undefined}
          onClick={() => !isTrying && void act()}
        >
          Try to make it leak
        </button>
        <span role="status">
          {isTrying ? 'Trying.' : attempts !== null && tellAttempts(attempts)}
        </span>
      </p>
      {Array.isArray(attempts) && (
        <ul aria-label="Attempts" className={css['attempts']}>
          {attempts.map(({ way, rule }: Attempt) => (
            <li key={way}>
              <StateMark state={rule === null ? 'warning' : 'pass'} />
              <span>{way}</span>
              <span>
                {rule === null ? (
                  'not refused'
                ) : (
                  <>
                    refused by <code>{rule}</code>
                  </>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function tellAttempts(attempts: readonly Attempt[]): string {
  const open = attempts.filter(({ rule }) => rule === null).length
  if (open === 0) return `The browser refused all ${attempts.length}.`
  return `${open} of ${attempts.length} were not refused: this copy of the page is served without its policy. Use a built one.`
}
