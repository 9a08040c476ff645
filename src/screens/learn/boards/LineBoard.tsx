/** How is one line repaired, and what does the machine say to it? */
import type { ReactElement } from 'react'
import { judgeLine, lineLabels } from '../../../lessons/boards/lineBoard.ts'
import type { BoardProps } from '../BoardView.tsx'
import css from './Workbench.module.css'
import { Part, Verdict, Wire } from './BoardParts.tsx'

export function LineBoard({ state, onChange }: BoardProps<'line'>): ReactElement {
  const { isRight, error, says } = judgeLine(state)
  return (
    <div className={css['board']}>
      <label className={css['field']}>
        <span>{lineLabels[state.kind]}</span>
        <input
          className={`input ${css['wide']}`}
          value={state.text}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          onChange={({ currentTarget }) => onChange({ ...state, text: currentTarget.value })}
        />
      </label>
      <Part label="What it says">
        <Verdict state={isRight ? 'pass' : 'fail'} title={isRight ? 'It starts.' : 'Not yet.'}>
          {says}
        </Verdict>
        {error !== null && <Wire text={error} />}
      </Part>
    </div>
  )
}
