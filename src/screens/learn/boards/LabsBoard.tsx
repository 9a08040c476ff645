/** How are several sessions watched, one after the other? */
import type { ReactElement } from 'react'
import { changeLab, presetOf } from '../../../lessons/boards/labsBoard.ts'
import type { BoardProps } from '../BoardView.tsx'
import { Radios } from './BoardParts.tsx'
import { LabBoard } from './LabBoard.tsx'
import css from './LabsBoard.module.css'

export function LabsBoard({ state, onChange }: BoardProps<'labs'>): ReactElement {
  const { sessions, open } = state
  const shown = sessions[open]
  return (
    <div className={css['board']}>
      <Radios
        label="Session"
        value={`${open}`}
        options={sessions.map((one, place) => [`${place}`, presetOf(one).title] as const)}
        onChoose={(place) => onChange({ ...state, open: Number(place) })}
      />
      {shown && (
        <>
          <p className={css['question']}>{presetOf(shown).question}</p>
          <LabBoard
            key={shown.slug}
            state={shown.lab}
            onChange={(lab) => onChange(changeLab(state, open, lab))}
          />
        </>
      )}
    </div>
  )
}
