/** How are the missing lines put into the project, and what does it answer then? */
import { type ReactElement, useId } from 'react'
import {
  type Installer,
  INSTALLERS,
  linesFor,
  projectFiles,
  requestWays,
  type Slot,
  slotAsks,
} from '../../../lessons/boards/djangoProject.ts'
import type { LessonToken } from '../../../lessons/lessonToken.ts'
import { PROBES, probeLabels, viewProject } from '../../../lessons/boards/projectAnswers.ts'
import {
  isLit,
  lineIn,
  placeLine,
  type ProjectState,
} from '../../../lessons/boards/projectBoard.ts'
import { Tabs } from '../../../ui/Tabs.tsx'
import type { BoardProps } from '../BoardView.tsx'
import css from './Workbench.module.css'
import { Part, Radios, Verdict } from './BoardParts.tsx'

const INSTALLER_NAMES: readonly (readonly [Installer, string])[] = [
  ['pip', 'pip'],
  ['poetry', 'poetry'],
]

export function ProjectBoard({ state, onChange, token }: BoardProps<'project'>): ReactElement {
  const panel = useId()
  const place = Math.max(
    projectFiles.findIndex(({ path }) => path === state.open),
    0,
  )
  const file = projectFiles[place]
  return (
    <div className={css['board']}>
      <div className={css['controls']}>
        <Radios
          label="Install with"
          value={state.installer}
          options={INSTALLER_NAMES}
          onChoose={(installer) => onChange({ ...state, installer })}
        />
        <code>{INSTALLERS[state.installer]}</code>
      </div>
      <div className={css['files']}>
        <Tabs
          label="Files"
          names={projectFiles.map(({ path }) => path)}
          chosen={place}
          controls={panel}
          onChoose={(index) => onChange({ ...state, open: projectFiles[index]?.path ?? '' })}
        />
        <div id={panel} role="tabpanel" aria-label={file?.path} className={css['code']}>
          {file?.lines.map((line, index) =>
            typeof line === 'string' ? (
              // oxlint-disable-next-line react/no-array-index-key -- lines of a file
              <code key={index}>{line}</code>
            ) : (
              <Gap key={line.slot} slot={line.slot} state={state} onChange={onChange} />
            ),
          )}
        </div>
      </div>
      <Part label="The way of a request">
        <ul className={css['ways']}>
          {requestWays.map(({ request, hops }) => (
            <li key={request}>
              <code>{request}</code>
              {hops.map(({ slot, to }) => (
                <span key={slot} data-lit={isLit(state, slot) || undefined}>
                  <i aria-hidden="true" />
                  <span className="visually-hidden">
                    {isLit(state, slot) ? ' leads to ' : ' does not lead to '}
                  </span>
                  {to}
                </span>
              ))}
            </li>
          ))}
        </ul>
      </Part>
      <Part label="What it answers">
        <Answers state={state} token={token} />
      </Part>
    </div>
  )
}

interface GapProps {
  slot: Slot
  state: ProjectState
  onChange: (state: ProjectState) => void
}

function Gap({ slot, state, onChange }: GapProps): ReactElement {
  const line = lineIn(state, slot)
  return (
    <div className={css['gap']}>
      <select
        className="select"
        aria-label={`Line: ${slotAsks[slot]}`}
        value={line?.id ?? ''}
        onChange={({ currentTarget: { value } }) =>
          onChange(placeLine(state, slot, value === '' ? null : value))
        }
      >
        <option value="">… {slotAsks[slot]}</option>
        {linesFor[slot].map(({ id, code }) => (
          <option key={id} value={id}>
            {code}
          </option>
        ))}
      </select>
      {line !== null && (
        <Verdict
          state={line.isRight ? 'pass' : 'fail'}
          title={line.isRight ? 'Right.' : 'Not this one.'}
        >
          {line.reason}
        </Verdict>
      )}
    </div>
  )
}

function Answers({ state, token }: { state: ProjectState; token: LessonToken }): ReactElement {
  const view = viewProject(state, token)
  if (view.state === 'stopped')
    return (
      <Verdict state="fail" title="The server does not start.">
        <code>{view.error}</code>
        <p>{view.why}</p>
      </Verdict>
    )
  return (
    <table className={css['rows']}>
      <thead>
        <tr>
          <th scope="col">Request</th>
          <th scope="col">Status</th>
          <th scope="col">Body</th>
        </tr>
      </thead>
      <tbody>
        {PROBES.map((probe) => {
          const { status, body, why } = view.answers[probe]
          return (
            <tr key={probe}>
              <th scope="row">{probeLabels[probe]}</th>
              <td>
                <b>{status}</b>
              </td>
              <td>
                <code>{tellBody(body)}</code>
                <p className={css['note']}>{why}</p>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

const LONGEST = 150

/** A page by its title, a long body by its beginning. */
function tellBody(body: string): string {
  const title = /<title>([^<]*)<\/title>/.exec(body)?.[1]
  if (title !== undefined) return `HTML page “${title}”`
  return body.length > LONGEST ? `${body.slice(0, LONGEST)}…` : body
}
