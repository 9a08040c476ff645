/** With which settings does the session run? ux.md 4.4; each change runs it anew at once. */
import { type ReactElement, useId, useState } from 'react'
import { tellDuration } from '../../claims/duration.ts'
import { type Parameter, parameters } from '../../simulation/parameters.ts'
import { serverKinds } from '../../simulation/scenario.ts'
import { noteScenario, tellScenarioNote } from '../../simulation/scenarioNotes.ts'
import { changeSetting } from '../../state/sessionStore.ts'
import { DjangoPane } from './DjangoPane.tsx'
import css from './Settings.module.css'
import { type Field, groups, tellUnread } from './settingFields.ts'
import { useSession } from './useSession.ts'

export function SettingsPane(): ReactElement {
  const scenario = useSession((session) => session.scenario)
  const slug = useSession((session) => session.preset.slug)
  const notes = noteScenario(scenario).map(tellScenarioNote)
  return (
    <div
      role="group"
      aria-label="Settings"
      id="session-settings"
      tabIndex={-1}
      className={css['pane']}
    >
      <h2>Settings</h2>
      <p className={css['about']}>{serverKinds[scenario.server].about}</p>
      {notes.map((note) => (
        <p key={note} className={css['note']} data-state="warning">
          {note}
        </p>
      ))}
      {groups.map(({ title, fields }) => (
        <div key={title} className={css['group']}>
          <h3>{title}</h3>
          {fields.map((field) => {
            const parameter = parameters.find(({ key }) => key === field.key)
            return parameter ? (
              <SettingField key={`${slug} ${field.key}`} field={field} parameter={parameter} />
            ) : null
          })}
        </div>
      ))}
      <DjangoPane />
    </div>
  )
}

interface Props {
  field: Field
  parameter: Parameter
}

/** Text that cannot be read stays where it was typed, with what is wanted; the last good run stays too. */
function SettingField({ field, parameter }: Props): ReactElement {
  const written = useSession(({ scenario }) => parameter.write(scenario))
  const [typed, setTyped] = useState<string | null>(null)
  const [isRead, setRead] = useState(true)
  const faultId = useId()
  const change = (text: string): void => {
    setTyped(text)
    setRead(changeSetting(parameter, text))
  }
  const leave = (): void => {
    if (isRead) setTyped(null)
  }
  if (field.kind === 'switch')
    return (
      <label className={css['switch']}>
        <input
          type="checkbox"
          checked={written === '1'}
          onChange={(event) => change(event.currentTarget.checked ? '1' : '0')}
        />
        <span>{field.label}</span>
        <code aria-hidden="true">{field.key}</code>
      </label>
    )
  if (field.kind === 'choice')
    return (
      <label className={css['field']}>
        <span>{field.label}</span>
        <select
          className="select"
          value={written}
          onChange={(event) => change(event.currentTarget.value)}
        >
          {field.options.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
        <code aria-hidden="true">{field.key}</code>
      </label>
    )
  const isSeconds = field.kind === 'number' && field.unit === 's'
  return (
    <div>
      <label className={css['field']}>
        <span>{field.label}</span>
        <span className={css['number']}>
          <input
            className="input"
            {...(field.kind === 'number'
              ? { type: 'number', min: field.min, step: 'any' }
              : { type: 'text', placeholder: field.hint, spellCheck: false, autoComplete: 'off' })}
            value={typed ?? written}
            aria-invalid={!isRead || undefined}
            aria-describedby={isRead ? undefined : faultId}
            onChange={(event) => change(event.currentTarget.value)}
            onBlur={leave}
          />
          {isSeconds && (
            <span aria-hidden="true" className={css['unit']}>
              s{Math.abs(Number(written)) >= 60 && ` = ${tellShort(Number(written))}`}
            </span>
          )}
        </span>
        <code aria-hidden="true">{field.key}</code>
      </label>
      {!isRead && (
        <p id={faultId} className={css['fault']} data-state="fail">
          {tellUnread(field, typed ?? '', parameter.wanted)} The last good run stays.
        </p>
      )}
    </div>
  )
}

/** `5 min`, `1 d 10 min`. */
function tellShort(seconds: number): string {
  return tellDuration(0, seconds)
    .replace(/ days?/, ' d')
    .replace(/ hours?/, ' h')
    .replace(/ minutes?/, ' min')
    .replace(/ seconds?/, ' s')
}
