/** When is the header one permission too long? */
import type { ReactElement } from 'react'
import { tellCount } from '../../../claims/duration.ts'
import { shorten } from '../../../claims/shortText.ts'
import {
  MOST_PERMISSIONS,
  permissionNamed,
  type PermissionsState,
  stackLabels,
  STACKS,
  viewHeader,
} from '../../../lessons/boards/permissionsBoard.ts'
import { grouped } from '../../../token/grouped.ts'
import type { BoardProps } from '../BoardView.tsx'
import css from './Workbench.module.css'
import { Part, Pick, Range, Verdict, Wire } from './BoardParts.tsx'

const STEPS = [-100, -10, -1, 1, 10, 100]

export function PermissionsBoard(props: BoardProps<'permissions'>): ReactElement {
  const { state, onChange, token } = props
  const { stack, count } = state
  const { token: text, lineLength, limit, refused } = viewHeader(state, token)
  const widest = Math.max(lineLength, limit) * 1.1
  const put = (next: number): void =>
    onChange({ ...state, count: Math.min(Math.max(next, 0), MOST_PERMISSIONS) })
  return (
    <div className={css['board']}>
      <Pick
        label="Servers"
        value={stack}
        options={STACKS.map((one) => [one, stackLabels[one]])}
        onChoose={(chosen) => onChange({ ...state, stack: chosen })}
      />
      <Range
        label="Permissions in the token"
        value={count}
        from={0}
        to={MOST_PERMISSIONS}
        says={tellCount(count, 'permission')}
        onSlide={put}
      />
      <div className={css['acts']}>
        {STEPS.map((step) => (
          <button key={step} type="button" className="button" onClick={() => put(count + step)}>
            {step > 0 ? `${step} more` : `${-step} fewer`}
          </button>
        ))}
      </div>
      <div className={css['bar']}>
        <p>
          <span>The header line</span>
          <b>
            {grouped(lineLength)} of {grouped(limit)} bytes
          </b>
        </p>
        <div className={css['track']} aria-hidden="true">
          <i data-kind="payload" style={{ width: `${(100 * lineLength) / widest}%` }} />
          <i data-kind="limit" style={{ left: `${(100 * limit) / widest}%` }} />
        </div>
      </div>
      <Part label="The line">
        <Wire text={`Authorization: Bearer ${shorten(text, 240)}`} />
        <p className={css['note']}>{tellLast(state)}</p>
      </Part>
      <Part label="What the servers answered at this length">
        {refused === null ? (
          <Verdict state="pass" title="Let through.">
            The line reaches Django.
          </Verdict>
        ) : (
          <>
            <Verdict state="fail" title={refused.statusLine} />
            <Wire text={refused.body.replaceAll('\r\n', '\n').trim()} />
          </>
        )}
      </Part>
    </div>
  )
}

const tellLast = ({ count }: PermissionsState): string =>
  count === 0
    ? 'No permission is in it.'
    : `The last permission in it is ${permissionNamed(count)}.`
