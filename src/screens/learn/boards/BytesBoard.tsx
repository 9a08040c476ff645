/** How does a learner watch bytes become characters, and characters travel in an address? */
import { type ReactElement, useId } from 'react'
import {
  type BytesSeen,
  changeLabels,
  CHANGES,
  LONGEST_TEXT,
  seeBytes,
  switchChange,
  tellBytes,
} from '../../../lessons/boards/bytesBoard.ts'
import { counted } from '../../../token/quote.ts'
import { ByteRuler } from '../../debug/link/ByteRuler.tsx'
import type { BoardProps } from '../BoardView.tsx'
import css from './Board.module.css'
import { Checks } from './Checks.tsx'
import { Outcome } from './Outcome.tsx'

export function BytesBoard({ state, onChange }: BoardProps<'bytes'>): ReactElement {
  const id = useId()
  const seen = seeBytes(state)
  return (
    <div className={css['board']} data-part="payload">
      <div className={css['block']}>
        <div>
          <label htmlFor={id}>
            <b>Claims as text</b>
          </label>{' '}
          <span className={css['note']}>at most {LONGEST_TEXT} characters</span>
        </div>
        <input
          id={id}
          className={`input ${css['field']}`}
          type="text"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          maxLength={LONGEST_TEXT}
          value={state.text}
          onChange={({ currentTarget }) => onChange({ ...state, text: currentTarget.value })}
        />
        <p className={css['note']}>
          {tellBytes(seen)} {tellRest(seen)}
        </p>
      </div>
      {seen.ruler && <ByteRuler ruler={seen.ruler} />}
      <div className={css['block']}>
        <h3>{seen.changes.length === CHANGES.length ? 'In base64url' : 'In base64'}</h3>
        <p className={css['text']} role="status" aria-label="Encoded text">
          <Signs text={seen.encoded} />
        </p>
      </div>
      {state.hasSwitches && (
        <div className={css['pair']}>
          <Checks
            label="Changes"
            boxes={CHANGES.map((change) => ({
              id: change,
              isOn: state.changes.includes(change),
              text: changeLabels[change],
            }))}
            onSwitch={(change) => onChange(switchChange(state, change))}
          />
          <Journey seen={seen} />
        </div>
      )}
    </div>
  )
}

function tellRest({ bytes }: BytesSeen): string {
  const rest = bytes % 3
  if (bytes === 0) return 'Type something.'
  return rest === 0
    ? 'It comes out even: three bytes to four characters.'
    : `${counted(rest, 'byte')} left over after the groups of three.`
}

/** The three signs stand out by their frame, and so does a blank that one of them became. */
function Signs({ text }: { text: string }): ReactElement {
  return (
    <>
      {text.split(/([+/= ])/).map((piece, index) =>
        index % 2 === 1 ? (
          // oxlint-disable-next-line react/no-array-index-key -- pieces of one text
          <mark key={index} className={css['sign']}>
            {piece}
          </mark>
        ) : (
          piece
        ),
      )}
    </>
  )
}

function Journey({ seen }: { seen: BytesSeen }): ReactElement {
  const { encoded, inQuery, inPath } = seen
  return (
    <div className={css['block']} role="status" aria-label="What the server reads">
      <h3>What the server reads</h3>
      <Arrival where={`?token=${encoded}`} read={inQuery} sent={encoded} />
      <Arrival where={`/check/${encoded}`} read={inPath} sent={encoded} />
      {encoded.includes('=') && (
        <Outcome state="warning" lead="= stands between a name and its value.">
          Some programs write it as %3D and make one character three.
        </Outcome>
      )}
    </div>
  )
}

function Arrival({
  where,
  read,
  sent,
}: {
  where: string
  read: string
  sent: string
}): ReactElement {
  const isSame = read === sent
  return (
    <>
      <p className={css['note']}>
        <code className={css['address']}>{where}</code>
      </p>
      <Outcome state={isSame ? 'pass' : 'fail'} lead={isSame ? 'As it was sent:' : 'Another text:'}>
        <code className={css['address']}>
          <Signs text={read} />
        </code>
        {read.includes(' ') && ' with a blank in it'}
      </Outcome>
    </>
  )
}
