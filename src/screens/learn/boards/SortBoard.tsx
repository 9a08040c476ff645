/** How are cards put into bins, by key, by press or by hand? */
import {
  type DragEvent,
  type ReactElement,
  useEffect,
  useEffectEvent,
  useId,
  useRef,
  useState,
} from 'react'
import {
  type Bin,
  type Card,
  type SortState,
  tellPlacing,
} from '../../../lessons/boards/sortBoard.ts'
import { visible } from '../../../token/visible.ts'
import { StateMark } from '../../../ui/StateMark.tsx'
import type { BoardProps } from '../BoardView.tsx'
import { LessonText } from '../LessonText.tsx'
import css from './SortBoard.module.css'

const TYPE = 'text/x-card'
/** Characters of the token that a bin points at. */
const MOST_SHOWN = 120

export function SortBoard({ state, onChange }: BoardProps<'sort'>): ReactElement {
  const { bins, cards, placed } = state
  const [moved, setMoved] = useState<string | null>(null)
  const place = (card: string, bin: string): void => {
    const { [card]: _old, ...others } = placed
    setMoved(card)
    onChange({ ...state, placed: bin === '' ? others : { ...others, [card]: bin } })
  }
  const drop = (bin: string) => (event: DragEvent) => {
    const card = event.dataTransfer.getData(TYPE)
    if (card === '') return
    event.preventDefault()
    event.stopPropagation()
    place(card, bin)
  }
  // in the order of placing: what lies in a bin stays where it is
  const lying = (bin: string): readonly Card[] =>
    Object.entries(placed).flatMap(([id, where]) =>
      where === bin ? (cards.find((card) => card.id === id) ?? []) : [],
    )
  const isEmpty = cards.every(({ id }) => placed[id] !== undefined)
  const view = (card: Card): ReactElement => (
    <CardView key={card.id} card={card} state={state} isMoved={card.id === moved} onPlace={place} />
  )
  return (
    <div className={css['board']}>
      <Pile label="Cards" bin="" onDrop={drop('')}>
        {isEmpty ? (
          <p className={css['empty']}>Every card is placed.</p>
        ) : (
          cards.map((card) =>
            placed[card.id] === undefined ? view(card) : <Gap key={card.id} card={card} />,
          )
        )}
      </Pile>
      <div className={css['bins']}>
        {bins.map(({ id, label, shows }) => (
          <Pile key={id} label={label} bin={id} shows={shows} onDrop={drop(id)}>
            {lying(id).map(view)}
          </Pile>
        ))}
      </div>
    </div>
  )
}

/** Where a card lay: the others stay where they are. */
function Gap({ card }: { card: Card }): ReactElement {
  return (
    <div className={css['gap']} aria-hidden="true">
      <LessonText text={card.text} />
    </div>
  )
}

interface PileProps {
  label: string
  bin: string
  shows?: Bin['shows']
  onDrop: (event: DragEvent) => void
  children: React.ReactNode
}

function Pile({ label, bin, shows, onDrop, children }: PileProps): ReactElement {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- each card has a list to choose from
    <section
      className={css['pile']}
      data-bin={bin === '' ? undefined : bin}
      aria-label={label}
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes(TYPE)) event.preventDefault()
      }}
      onDrop={onDrop}
    >
      <h3>{label}</h3>
      {shows && (
        <code className={css['shows']} data-part={shows.part ?? undefined}>
          {visible(shows.text.slice(0, MOST_SHOWN))}
          {shows.text.length > MOST_SHOWN && '…'}
        </code>
      )}
      <div className={css['cards']}>{children}</div>
    </section>
  )
}

interface CardProps {
  card: Card
  state: SortState
  /** It was placed last. */
  isMoved: boolean
  onPlace: (card: string, bin: string) => void
}

function CardView({ card, state, isMoved, onPlace }: CardProps): ReactElement {
  const id = useId()
  const select = useRef<HTMLSelectElement>(null)
  // in another bin it is another element, and whoever works by keyboard goes with the card
  const follow = useEffectEvent(() => {
    if (isMoved) select.current?.focus()
  })
  useEffect(() => follow(), [])
  const bin = state.placed[card.id]
  const told = tellPlacing(card, bin)
  const isRight = bin === card.bin
  return (
    <div
      className={css['card']}
      draggable
      onDragStart={(event) => event.dataTransfer.setData(TYPE, card.id)}
    >
      <span id={id} className={css['text']}>
        <LessonText text={card.text} />
      </span>
      <select
        ref={select}
        className="select"
        aria-labelledby={id}
        value={bin ?? ''}
        onChange={(event) => onPlace(card.id, event.currentTarget.value)}
      >
        <option value="">Put it into …</option>
        {state.bins.map((one) => (
          <option key={one.id} value={one.id}>
            {one.label}
          </option>
        ))}
      </select>
      <p className={css['told']} role="status">
        {told !== null && (
          <>
            <StateMark state={isRight ? 'pass' : 'fail'} />
            <span>
              <b>{isRight ? 'Right.' : 'Not there.'}</b> <LessonText text={told} />
            </span>
          </>
        )}
      </p>
    </div>
  )
}
