/** How does the server check, which of its lines decided last, and what can be set right? */
import type { ReactElement } from 'react'
import { codeOf, lacksOf } from '../../attack/room.ts'
import { SWITCHES } from '../../attack/switches.ts'
import type { LineId } from '../../attack/toyCode.ts'
import { stateOfTrial, type Trial } from '../../attack/trial.ts'
import { flip, type Visit } from '../../state/attackStore.ts'
import css from './AttackScreen.module.css'

export function ServerPane({ visit }: { visit: Visit }): ReactElement {
  const { opened, switches, trials } = visit
  const { room } = opened
  const last = trials.at(-1)
  // a line that was rewritten since has decided nothing yet
  const decided = last?.switches === switches ? last : null
  return (
    <section aria-label="The server" className={css['pane']}>
      <div className={css['title']}>
        <h2>The server</h2>
        <span className={css['note']}>all of it, in the manner of Python</span>
      </div>
      <ol aria-label="The server’s code" className={css['code']}>
        {codeOf(opened, switches).map(({ id, code, switch: name }) => (
          <li
            key={id}
            data-hole={name !== null && !switches[name] ? '' : undefined}
            data-state={decided?.outcome.line === id ? stateOfTrial(decided) : undefined}
          >
            <code style={{ paddingLeft: `${code.length - code.trimStart().length + HANGING}ch` }}>
              {code.trimStart()}
            </code>
            {decided?.outcome.line === id && <span>{said(decided, id)}</span>}
          </li>
        ))}
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

function said(trial: Trial, line: LineId): string {
  if (trial.outcome.kind === 'refused') return 'refused here'
  if (line !== 'answer') return ''
  return stateOfTrial(trial) === 'warning' ? 'let a forger in' : 'let in'
}
