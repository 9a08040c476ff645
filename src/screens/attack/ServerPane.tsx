/** How does the server check, which of its lines decided last, and what can be set right? */
import type { ReactElement } from 'react'
import { codeOf, lacksOf } from '../../attack/room.ts'
import { SWITCHES } from '../../attack/switches.ts'
import type { LineId } from '../../attack/toyCode.ts'
import { isBreach, type Trial } from '../../attack/trial.ts'
import { flip, type Visit } from '../../state/attackStore.ts'
import css from './AttackScreen.module.css'

export function ServerPane({ visit }: { visit: Visit }): ReactElement {
  const { opened, switches, trials } = visit
  const { room } = opened
  const last = trials.at(-1)
  // a line that was rewritten since has decided nothing yet
  const decided = last?.switches === switches ? last : null
  return (
    <section aria-label="The server" className={`${css['pane']} ${css['server']}`}>
      <div className={css['title']}>
        <h2>The server</h2>
        <span className={css['note']}>all of it, in the manner of Python</span>
      </div>
      <ol aria-label="The server’s code" className={css['code']}>
        {codeOf(opened, switches).map(({ id, code, switch: name }) => {
          const part = decided && partOf(decided, id)
          return (
            <li
              key={id}
              data-hole={name !== null && !switches[name] ? '' : undefined}
              data-state={part?.state}
            >
              <code style={{ paddingLeft: `${code.length - code.trimStart().length + HANGING}ch` }}>
                {code.trimStart()}
              </code>
              {part && <span>{part.said}</span>}
            </li>
          )
        })}
      </ol>
      <fieldset className={css['switches']}>
        <legend>Set the server right</legend>
        {lacksOf(room).map((name) => (
          <label key={name}>
            <input
              type="checkbox"
              checked={switches[name]}
              onChange={() => flip(room.slug, name)}
            />
            {SWITCHES[name].label}
            <span className={css['note']}>{SWITCHES[name].source}</span>
          </label>
        ))}
      </fieldset>
    </section>
  )
}

/** Columns by which a line that does not fit is set in, as in the style sheet. */
const HANGING = 2

/** What a line did in the last answer; null where it only passed the token on. */
function partOf(trial: Trial, id: LineId): { state: string; said: string } | null {
  const { outcome, holes } = trial
  if (holes.includes(id)) return { state: 'breach', said: 'let it through' }
  if (outcome.line !== id) return null
  if (outcome.kind === 'refused') return { state: 'fail', said: 'refused here' }
  return isBreach(trial)
    ? { state: 'breach', said: 'forged, and let in' }
    : { state: 'pass', said: 'let in' }
}
