/** How are a project's decisions taken, and how does the plan that comes of them stand below? */
import { type ReactElement, useEffect, useId, useState } from 'react'
import { useStore } from 'zustand'
import {
  linesOf,
  planScenario,
  planSettings,
  type PlanState,
  tellClashes,
} from '../../../lessons/boards/planBoard.ts'
import type { Decision, Option } from '../../../lessons/boards/planOption.ts'
import { writeScenario } from '../../../simulation/scenarioQuery.ts'
import { DEFAULT_SCENARIO } from '../../../simulation/scenario.ts'
import { lessonStore } from '../../../state/lessonStore.ts'
import { CopyButton } from '../../../ui/CopyButton.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import type { BoardProps } from '../BoardView.tsx'
import { PlanSheet } from '../print/PlanSheet.tsx'
import css from './Board.module.css'

export function PlanBoard({ state, onChange }: BoardProps<'plan'>): ReactElement {
  const earlier = useChosenBefore()
  const chosen = { ...earlier, ...state.chosen }
  return (
    <div className={css['board']}>
      {linesOf(state).map(({ decision, option }) => (
        <DecisionView
          key={decision.id}
          decision={decision}
          option={option}
          onChoose={(id) => onChange({ ...state, chosen: { ...state.chosen, [decision.id]: id } })}
        />
      ))}
      <Plan chosen={chosen} />
    </div>
  )
}

/** What was decided in the other steps. */
function useChosenBefore(): PlanState['chosen'] {
  const steps = useStore(lessonStore, (state) => state.steps)
  const states = [1, 2, 3, 4].flatMap((number) => {
    const kept = steps[`project/${number}`]?.board?.state
    return kept && 'group' in kept && 'chosen' in kept ? [kept.chosen] : []
  })
  return Object.assign({}, ...states)
}

interface DecisionProps {
  decision: Decision
  option: Option | null
  onChoose: (id: string) => void
}

function DecisionView({ decision, option, onChoose }: DecisionProps): ReactElement {
  const name = useId()
  return (
    <div className={css['block']}>
      <fieldset className={`${css['choices']} ${css['stacked']}`}>
        <legend>{decision.question}</legend>
        {decision.options.map(({ id, label }) => (
          <label key={id}>
            <input
              type="radio"
              name={name}
              checked={option?.id === id}
              onChange={() => onChoose(id)}
            />
            {label}
          </label>
        ))}
      </fieldset>
      {option && (
        <p className={css['outcome']}>
          <StateMark state={option.isRisky ? 'warning' : 'pass'} />
          <span>
            {option.isRisky && <b>Puts users at risk. </b>}
            {option.brings}
          </span>
        </p>
      )}
    </div>
  )
}

function Plan({ chosen }: { chosen: PlanState['chosen'] }): ReactElement {
  const [isPrinting, setPrinting] = useState(false)
  useEffect(() => {
    if (!isPrinting) return
    const put = (): void => setPrinting(false)
    addEventListener('afterprint', put)
    print()
    return () => removeEventListener('afterprint', put)
  }, [isPrinting])
  const lines = linesOf({ group: null, chosen })
  const taken = lines.filter(({ option }) => option !== null)
  const settings = planSettings(chosen)
  const query = writeScenario(planScenario(chosen), DEFAULT_SCENARIO)
  return (
    <section className={css['block']} aria-label="Your plan">
      <h3>Your plan</h3>
      <p className={css['note']}>
        {taken.length} of {lines.length} decisions are taken, in all four steps.
      </p>
      <ol className={css['block']} aria-label="What to do">
        {taken.map(({ decision, option }) => (
          <li key={decision.id} className={css['outcome']}>
            <StateMark state={option?.isRisky ? 'warning' : 'pass'} />
            <span>{option?.todo}</span>
          </li>
        ))}
      </ol>
      {tellClashes({ chosen }).map((told) => (
        <p key={told}>{told}</p>
      ))}
      <pre className={css['text']}>{settings}</pre>
      <div className={css['acts']}>
        <CopyButton label="Copy settings" text={() => settings} />
        <button type="button" className="button" onClick={() => setPrinting(true)}>
          Print checklist
        </button>
        <a className="button" href={`#/session/sandbox${query === '' ? '' : `?${query}`}`}>
          Run it in the Session lab
        </a>
      </div>
      {isPrinting && <PlanSheet chosen={chosen} />}
    </section>
  )
}
