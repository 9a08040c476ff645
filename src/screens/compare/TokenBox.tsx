/** Which token stands on this side, and what does it say it is? */
import type { ReactElement } from 'react'
import { CodeField } from '../../editor/CodeField.tsx'
import { judgeFaults } from '../../judgement/faults.ts'
import { tellWhat } from '../../judgement/rareWords.ts'
import { type Place, showInDebugger, takeEdit } from '../../state/compareStore.ts'
import { markToken } from '../../state/marks.ts'
import { claimsSetOf, type TokenReading } from '../../token/readToken.ts'
import token from '../debug/TokenPane.module.css'
import css from './CompareScreen.module.css'

interface Props {
  place: Place
  name: string
  /** What stands in the box; `reading` is of the token in it. */
  text: string
  reading: TokenReading
}

export function TokenBox({ place, name, text, reading }: Props): ReactElement {
  const start = text.length - text.trimStart().length
  const id = `compared-${place + 1}`
  return (
    <div className={css['side']}>
      <div className={css['title']}>
        <h2 id={id}>{name}</h2>
        <span className={css['what']}>
          {tellWhat(reading, claimsSetOf(reading), judgeFaults(reading))}
        </span>
        {reading.form !== 'empty' && (
          <a href="#/debug" aria-describedby={id} onClick={() => showInDebugger(reading.text)}>
            Open in Debugger
          </a>
        )}
      </div>
      <CodeField
        label={name}
        className={`${token['field']} ${css['field']}`}
        value={text}
        marks={(from, to) =>
          markToken(reading, (at) => start + at).filter((mark) => mark.to > from && mark.from < to)
        }
        placeholder="Paste a token, an Authorization header, a curl command, or a JSON response with two."
        onEdit={(edit) => takeEdit(place, edit)}
      />
    </div>
  )
}
