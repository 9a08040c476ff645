/** How are two cutters moved along a token, and what can be read in the pieces? */
import { type MouseEvent, type ReactElement, useId } from 'react'
import { cutAt, moveCut, type Piece, seeCuts } from '../../../lessons/boards/cutsBoard.ts'
import type { BoardProps } from '../BoardView.tsx'
import css from './CutsBoard.module.css'
import { TokenText } from './TokenText.tsx'

const NAMES = ['First cut', 'Second cut'] as const
const PARTS = ['header', 'payload', 'signature'] as const
const TITLES = ['First piece', 'Second piece', 'Third piece'] as const
const INDEXES = [0, 1] as const

export function CutsBoard({ state, onChange }: BoardProps<'cuts'>): ReactElement {
  const { pieces, areOnDots } = seeCuts(state)
  const { token, cuts } = state
  const isDone = areOnDots[0] && areOnDots[1] && cuts[0] !== cuts[1]
  const pick = (event: MouseEvent): void => {
    const at = event.target instanceof HTMLElement ? event.target.dataset['at'] : undefined
    if (at !== undefined) onChange(cutAt(state, Number(at)))
  }
  return (
    <div className={css['board']}>
      {isDone ? (
        <TokenText token={token} />
      ) : (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- the sliders below do the same
        <p className={css['token']} onClick={pick}>
          {token.split('').map((character, at) => (
            <span
              // oxlint-disable-next-line react/no-array-index-key -- characters have a place and nothing else
              key={at}
              data-at={at}
              className={cuts.includes(at) ? css['cut'] : undefined}
            >
              {character}
            </span>
          ))}
        </p>
      )}
      <div className={css['cutters']}>
        {INDEXES.map((index) => (
          <Cutter
            key={NAMES[index]}
            name={NAMES[index]}
            at={cuts[index]}
            token={token}
            isOnDot={areOnDots[index]}
            onMove={(at) => onChange(moveCut(state, index, at))}
          />
        ))}
      </div>
      <div className={css['pieces']}>
        {pieces.map((piece, index) => (
          <PieceView
            key={TITLES[index]}
            title={TITLES[index] ?? ''}
            part={PARTS[index] ?? 'header'}
            piece={piece}
            isDone={isDone}
          />
        ))}
      </div>
    </div>
  )
}

interface CutterProps {
  name: string
  at: number
  token: string
  isOnDot: boolean
  onMove: (at: number) => void
}

/** What a cutter takes away, between its neighbours. */
function Cutter({ name, at, token, isOnDot, onMove }: CutterProps): ReactElement {
  const id = useId()
  const around = [token.slice(Math.max(0, at - 4), at), token[at], token.slice(at + 1, at + 5)]
  return (
    <div className={css['cutter']}>
      <label htmlFor={id}>{name}</label>
      <input
        id={id}
        type="range"
        min={0}
        max={token.length - 1}
        value={at}
        aria-valuetext={`character ${at + 1} of ${token.length}, ${isOnDot ? 'a dot' : (token[at] ?? '')}`}
        onChange={(event) => onMove(event.currentTarget.valueAsNumber)}
      />
      <span className={css['around']} aria-hidden="true">
        {around[0]}
        <mark>{around[1]}</mark>
        {around[2]}
      </span>
      <span className={css['at']}>{isOnDot ? 'on a dot' : `character ${at + 1}`}</span>
    </div>
  )
}

interface PieceProps {
  title: string
  part: (typeof PARTS)[number]
  piece: Piece
  isDone: boolean
}

function PieceView({ title, part, piece, isDone }: PieceProps): ReactElement {
  const isKnown = isDone || piece.json !== null
  return (
    <section
      className={css['piece']}
      data-part={isKnown ? part : undefined}
      aria-label={isKnown ? `${title}: ${part}` : title}
    >
      <h3>
        {title}
        {isKnown && `: ${part}`}
      </h3>
      {piece.json !== null ? (
        <pre>{piece.json}</pre>
      ) : (
        <p>
          {isKnown
            ? 'A seal over the two others. It spells no words.'
            : piece.text === ''
              ? 'Nothing is left here.'
              : 'Cut like this, it spells nothing.'}
        </p>
      )}
    </section>
  )
}
