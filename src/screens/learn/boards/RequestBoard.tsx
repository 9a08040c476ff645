/** How is a request put together, sent, and answered? */
import type { ReactElement } from 'react'
import type { LessonToken } from '../../../lessons/lessonToken.ts'
import {
  answerTo,
  type BuiltRequest,
  builtIn,
  CHECKS,
  CREDENTIALS,
  credentialNames,
  HEADER_NAMES,
  headerLine,
  sendRequest,
  USER_STATES,
} from '../../../lessons/boards/requestBoard.ts'
import type { BoardProps } from '../BoardView.tsx'
import css from './Workbench.module.css'
import { Part, Pick, Verdict, Wire } from './BoardParts.tsx'

const itself = <Value extends string>(values: readonly Value[]): (readonly [Value, string])[] =>
  values.map((value) => [value, value])

export function RequestBoard(props: BoardProps<'request'>): ReactElement {
  const { state, onChange, token } = props
  const { header, scheme, credential, check, user } = state
  const line = headerLine(builtIn(state), token)
  return (
    <div className={css['board']}>
      <div className={css['controls']}>
        {state.shows === 'carrying' ? (
          <>
            <Pick
              label="Header name"
              value={header}
              options={itself(HEADER_NAMES)}
              onChoose={(chosen) => onChange({ ...state, header: chosen })}
            />
            <label className={css['field']}>
              <span>Scheme</span>
              <input
                className="input"
                value={scheme}
                spellCheck={false}
                autoComplete="off"
                size={12}
                onChange={({ currentTarget }) =>
                  onChange({ ...state, scheme: currentTarget.value })
                }
              />
            </label>
            <Pick
              label="Token"
              value={credential}
              options={CREDENTIALS.map((one) => [one, credentialNames[one]])}
              onChoose={(chosen) => onChange({ ...state, credential: chosen })}
            />
          </>
        ) : (
          <>
            <Pick
              label="Class that checks"
              value={check}
              options={itself(CHECKS)}
              onChoose={(chosen) => onChange({ ...state, check: chosen })}
            />
            <Pick
              label="The user in the database"
              value={user}
              options={itself(USER_STATES)}
              onChoose={(chosen) => onChange({ ...state, user: chosen })}
            />
          </>
        )}
        <button type="button" className="button" onClick={() => onChange(sendRequest(state))}>
          Send
        </button>
      </div>
      <Part label="The request">
        <Wire
          text={[
            'GET /hello/ HTTP/1.1',
            'Host: api.example',
            ...(line === null ? [] : [line]),
          ].join('\n')}
        />
      </Part>
      <Part label="Answers, the newest first">
        {state.sent.length === 0 && <p className={css['note']}>Nothing was sent yet.</p>}
        <ol className={css['list']} reversed>
          {state.sent
            .map((built, index) => <Sent key={`${index + 1}`} built={built} token={token} />)
            .toReversed()}
        </ol>
      </Part>
    </div>
  )
}

function Sent({ built, token }: { built: BuiltRequest; token: LessonToken }): ReactElement {
  const { status, body, why } = answerTo(built, token)
  return (
    <li>
      <Verdict state={status === 200 ? 'pass' : 'fail'} title={`${status}`}>
        {tellBuilt(built)}
        <Wire text={body} />
        <p className={css['note']}>Inside the server: {why}</p>
      </Verdict>
    </li>
  )
}

const tellBuilt = ({ header, scheme, credential, check, user }: BuiltRequest): string =>
  user === 'active' && check === 'JWTAuthentication'
    ? `to ${header}: ${scheme} with ${credentialNames[credential]}`
    : `by ${check}, the user is ${user}`
