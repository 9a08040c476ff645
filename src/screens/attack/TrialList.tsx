/** What was sent to the server, and what did it answer? The newest stands first. */
import type { ReactElement } from 'react'
import { firstDifference, stateOfTrial, tellAnswer } from '../../attack/trial.ts'
import type { Visit } from '../../state/attackStore.ts'
import { shorten } from '../../claims/shortText.ts'
import { StateMark } from '../../ui/StateMark.tsx'
import css from './AttackScreen.module.css'

/** Older ones are counted. */
const MOST = 12

export function TrialList({ visit }: { visit: Visit }): ReactElement {
  const { trials, guesses } = visit
  const newest = trials.map((trial, place) => ({ trial, place })).toReversed()
  return (
    <section aria-label="Answers" className={css['pane']}>
      <div className={css['title']}>
        <h2>Answers</h2>
      </div>
      {trials.length === 0 && <p className={css['note']}>Nothing was sent yet.</p>}
      <ol aria-label="Requests" reversed className={css['trials']}>
        {newest.slice(0, MOST).map(({ trial, place }) => {
          const { status, body } = tellAnswer(trial.outcome)
          const guess = guesses[place]
          const state = stateOfTrial(trial)
          const from = firstDifference(trial.token, visit.given)
          return (
            <li key={place}>
              <StateMark state={state} />
              <div>
                <b>{trial.sender === 'forger' ? 'Your token' : 'Alice’s token'}</b>{' '}
                <code className={css['short']}>{shorten(trial.token)}</code>
                {from !== null && (
                  <span className={css['note']}> not Alice’s from character {from} on</span>
                )}
                <p>
                  <code>{status}</code> <code>{body}</code>
                </p>
                <p className={css['note']}>
                  {trial.outcome.kind === 'refused'
                    ? `Why: ${trial.outcome.why} The answer does not say so.`
                    : state === 'warning'
                      ? 'A forged token got in: the server takes you for an admin.'
                      : 'The server knows Alice, who is no admin.'}
                  {guess &&
                    (guess === trial.outcome.kind ? ' As you guessed.' : ' You guessed otherwise.')}
                </p>
              </div>
            </li>
          )
        })}
      </ol>
      {trials.length > MOST && (
        <p className={css['note']}>{trials.length - MOST} older ones are not shown.</p>
      )}
    </section>
  )
}
