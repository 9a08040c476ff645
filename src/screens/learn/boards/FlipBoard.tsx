/** How is one claim changed, and what does that do to the text, the bits and the seal? mock/lesson. */
import { type ReactElement, useId } from 'react'
import { type FlipSeen, seeFlip } from '../../../lessons/boards/flipBoard.ts'
import { grouped } from '../../../token/grouped.ts'
import { readToken } from '../../../token/readToken.ts'
import { visible } from '../../../token/visible.ts'
import { StateMark } from '../../../ui/StateMark.tsx'
import type { BoardProps } from '../BoardView.tsx'
import css from './FlipBoard.module.css'
import { QuantumPicture } from './QuantumPicture.tsx'
import { TokenText } from './TokenText.tsx'

export function FlipBoard({ state, onChange }: BoardProps<'flip'>): ReactElement {
  const seen = seeFlip(state)
  const { changed, payloadChanges, isMatching, claim, typed, hasCopy, isSpaced, isSigned } = seen
  const field = useId()
  const marked = new Set(payloadChanges.map(({ at }) => at))
  const isChanged = payloadChanges.length > 0
  return (
    <div className={css['board']}>
      <div>
        <TokenText token={changed} marked={marked} />
        <p className={css['where']}>{tellChanges(seen)}</p>
      </div>
      <div className={css['two']}>
        <section aria-label="Payload" data-part="payload">
          <h3>
            <span className={css['badge']} aria-hidden="true">
              P
            </span>
            Payload
          </h3>
          <pre className={css['json']}>{visible(seen.json)}</pre>
          <div className={css['field']}>
            <label htmlFor={field}>{visible(claim)}</label>
            <input
              id={field}
              className="input"
              autoComplete="off"
              spellCheck={false}
              value={typed}
              onChange={(event) =>
                onChange({ ...state, typed: event.currentTarget.value, isSigned: false })
              }
            />
          </div>
          {hasCopy && (
            <label className={css['check']}>
              <input
                type="checkbox"
                checked={isSpaced}
                onChange={(event) =>
                  onChange({ ...state, isSpaced: event.currentTarget.checked, isSigned: false })
                }
              />
              A blank after the first colon
            </label>
          )}
        </section>
        <section aria-label="Signature" data-part="signature">
          <h3>
            <span className={css['badge']} aria-hidden="true">
              S
            </span>
            Signature
          </h3>
          <dl className={css['seals']}>
            <dt>{isSigned ? 'In the token, made anew' : 'In the token, made before'}</dt>
            <dd>{readToken(changed).signature?.text}</dd>
            {isChanged && !isSigned && (
              <>
                <dt>Needed for the text of now: takes the secret to work out</dt>
                <dd className={css['open']}>{'·'.repeat(43)}</dd>
              </>
            )}
          </dl>
          <p className={css['verdict']} data-state={isMatching ? 'pass' : 'fail'}>
            <StateMark state={isMatching ? 'pass' : 'fail'} />
            <b>{isMatching ? 'Signature matches.' : 'Signature does not match.'}</b>
          </p>
          {hasCopy && (
            <button
              type="button"
              className="button"
              onClick={() => onChange({ ...state, isSigned: true })}
            >
              Sign the copy with the demo secret
            </button>
          )}
        </section>
      </div>
      {seen.quantum && <QuantumPicture quantum={seen.quantum} />}
    </div>
  )
}

function tellChanges({ token, payloadChanges, changed }: FlipSeen): string {
  const [first] = payloadChanges
  if (!first) return `${grouped(token.length)} characters, as they were signed.`
  if (payloadChanges.length === 1 && token.length === changed.length)
    return `1 of the ${grouped(token.lastIndexOf('.'))} signed characters changed: token character ${first.at}, payload character ${first.inPart}, from ${first.from} to ${first.to}.`
  return `From token character ${first.at} on, ${grouped(payloadChanges.length)} characters of the payload are others.`
}
