/** Which token does a login give with the settings as they are typed? */
import type { ReactElement } from 'react'
import { tellDuration } from '../../../claims/duration.ts'
import { viewSettings } from '../../../lessons/boards/settingsBoard.ts'
import { tellDjangoFault } from '../../../simplejwt/djangoSettings.ts'
import type { BoardProps } from '../BoardView.tsx'
import css from './Workbench.module.css'
import { Part, Verdict, Wire } from './BoardParts.tsx'

const utc = (seconds: number): string =>
  Math.abs(seconds) < 8e12
    ? new Date(seconds * 1000).toISOString().slice(0, 19)
    : 'beyond all dates'

export function SettingsBoard({ state, onChange, token }: BoardProps<'settings'>): ReactElement {
  const { reading, token: made, login, exp } = viewSettings(state, token)
  return (
    <div className={css['board']}>
      <label className={css['field']}>
        <span>settings.py</span>
        <textarea
          className={css['area']}
          value={state.text}
          spellCheck={false}
          onChange={({ currentTarget }) => onChange({ text: currentTarget.value })}
        />
      </label>
      {reading.faults.map((fault) => (
        <Verdict key={JSON.stringify(fault)} state="fail" title="Not as it should be.">
          {tellDjangoFault(fault)}
        </Verdict>
      ))}
      <Part label="The next login gives">
        <table className={css['rows']}>
          <tbody>
            <tr>
              <th scope="row">iat</th>
              <td>{login}</td>
              <td>{utc(login)} UTC</td>
            </tr>
            <tr>
              <th scope="row">exp</th>
              <td>
                <b>{exp}</b>
              </td>
              <td>
                {utc(exp)} UTC, {tellDuration(login, exp)} later
              </td>
            </tr>
          </tbody>
        </table>
        <Wire text={made.text} />
      </Part>
    </div>
  )
}
