/** What was sent to the server, and what did it answer? The newest stands first. */
import type { ReactElement } from 'react'
import { type ComparedPart, compareParts, namesOfOther } from '../../attack/difference.ts'
import { codeOf } from '../../attack/room.ts'
import type { LineId } from '../../attack/toyCode.ts'
import {
  firstDifference,
  isBreach,
  stateOfTrial,
  tellAnswer,
  type Trial,
} from '../../attack/trial.ts'
import type { Visit } from '../../state/attackStore.ts'
import { StateMark } from '../../ui/StateMark.tsx'
import css from './AttackScreen.module.css'

/** Older ones are counted. */
const MOST = 6

export function TrialList({ visit }: { visit: Visit }): ReactElement {
  const { trials, guesses, given, opened } = visit
  const newest = trials.map((trial, place) => ({ trial, place })).toReversed()
  return (
    <section aria-label="Answers" className={`${css['pane']} ${css['answers']}`}>
      <div className={css['title']}>
        <h2>Answers</h2>
        <span className={css['note']}>
          {trials.length === 0
            ? 'nothing was sent yet'
            : trials.length > MOST
              ? `the newest ${MOST} of ${trials.length}`
              : 'the newest first'}
        </span>
      </div>
      <ol aria-label="Requests" reversed className={css['trials']}>
        {newest.slice(0, MOST).map(({ trial, place }) => {
          const { status, body } = tellAnswer(trial.outcome)
          const guess = guesses[place]
          const parts = compareParts(trial.token, given)
          const lines = codeOf(opened, trial.switches).map(({ id }) => id)
          return (
            <li key={place} data-kind={isBreach(trial) ? 'breach' : undefined}>
              <StateMark state={stateOfTrial(trial)} />
              <div>
                <p>
                  <b>{headingOf(trial)}</b> <code>{status}</code> <code>{body}</code>
                </p>
                <ShortToken parts={parts} />
                <p className={css['note']}>
                  {tellParts(trial, given, parts)} {tellWhy(trial, lines)}
                  {guess &&
                    (guess === trial.outcome.kind ? ' As you guessed.' : ' You guessed otherwise.')}
                </p>
              </div>
            </li>
          )
        })}
      </ol>
    </section>
  )
}

function headingOf(trial: Trial): string {
  if (isBreach(trial)) return 'The forged token got in'
  const whose = trial.sender === 'alice' ? 'Alice’s token' : 'Your token'
  return trial.outcome.kind === 'accepted' ? `${whose} got in` : `${whose} is refused`
}

function tellParts(trial: Trial, given: string, parts: readonly ComparedPart[]): string {
  const from = firstDifference(trial.token, given)
  if (trial.sender === 'alice')
    return from === null ? 'It is the one she was given.' : 'It is a new one, by the new secret.'
  return from === null
    ? 'It is Alice’s, unchanged.'
    : `It differs from Alice’s from character ${from} on: in ${namesOfOther(parts)}.`
}

/** Lines are counted from 1, as they stand beside the code. */
function tellWhy(trial: Trial, lines: readonly LineId[]): string {
  const { outcome, holes } = trial
  if (outcome.kind === 'refused')
    return `Line ${lines.indexOf(outcome.line) + 1} of the server refused: ${outcome.why} The answer itself does not say so.`
  if (!outcome.isAdmin) return 'The server does not take the bearer for an admin.'
  const places = holes.map((id) => lines.indexOf(id) + 1)
  const through = places.length === 0 ? '' : ` Line ${places.join(' and line ')} let it through.`
  return `The server takes you for an admin.${through}`
}

/** What differs from the token that Alice was given stands out; the sentence below names the parts. */
function ShortToken({ parts }: { parts: readonly ComparedPart[] }): ReactElement {
  return (
    <p className={css['short']} aria-hidden="true">
      {parts.map(({ name, before, other, after }, place) => (
        <span key={name}>
          {place > 0 && '.'}
          <code data-part={name}>
            {before}
            {other && <mark>{other}</mark>}
            {after}
          </code>
        </span>
      ))}
    </p>
  )
}
