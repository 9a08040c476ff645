/** Which keys has the lab, which has a presented page, and how is a story told with them? */
import type { ReactElement } from 'react'
import { type KeyRow, LAB_KEYS, PRESENTER_KEYS } from './session/labKeyNames.ts'
import { STORY } from './session/storyScript.ts'
import css from './ShortcutsDialog.module.css'

export function LabShortcuts(): ReactElement {
  return (
    <>
      <Keys title="In the session lab" rows={LAB_KEYS} />
      <Keys title="While presenting" rows={PRESENTER_KEYS} />
      <details className={css['story']}>
        <summary>A story of five minutes, for a room</summary>
        <table className={css['keys']} aria-label="A story of five minutes">
          <thead>
            <tr>
              <th scope="col">At</th>
              <th scope="col">Press</th>
              <th scope="col">Say</th>
            </tr>
          </thead>
          <tbody>
            {STORY.map(({ at, keys, say }) => (
              <tr key={at}>
                <td>{at}</td>
                <td>{keys}</td>
                <td>{say}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  )
}

interface Props {
  title: string
  rows: readonly KeyRow<string>[]
}

function Keys({ title, rows }: Props): ReactElement {
  return (
    <table className={css['keys']} aria-label={title}>
      <caption>{title}</caption>
      <tbody>
        {rows.map(({ does, keys }) => (
          <tr key={does}>
            <th scope="row">
              {keys.map(({ act, cap }) => (
                <kbd key={act}>{cap}</kbd>
              ))}
            </th>
            <td>{does}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
