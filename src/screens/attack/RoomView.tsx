/** How does a room of the attack lab stand together: the forger, the server, what happened? */
import { type ReactElement, useEffect } from 'react'
import { useStore } from 'zustand'
import type { Room } from '../../attack/room.ts'
import { ROOMS } from '../../attack/rooms.ts'
import { type Feedback, tellFeedback } from '../../attack/tellFeedback.ts'
import { type Goals, goalsOf, isDone } from '../../attack/trial.ts'
import { attackStore, enterRoom, mendAll, type Visit } from '../../state/attackStore.ts'
import { Icon } from '../../ui/Icon.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import css from './AttackScreen.module.css'
import { ForgePane } from './ForgePane.tsx'
import { ServerPane } from './ServerPane.tsx'
import { TrialList } from './TrialList.tsx'

interface Props {
  room: Room
  /** The link asks for the server as it should be. */
  isMended: boolean
}

export function RoomView({ room, isMended }: Props): ReactElement {
  const visit = useStore(attackStore, (visits) => visits[room.slug])
  useEffect(() => {
    void enterRoom(room).then(() => isMended && mendAll(room.slug))
  }, [room, isMended])
  const place = ROOMS.indexOf(room)
  const next = ROOMS[place + 1]
  const keep = keepOf(visit, room)
  return (
    <div className={css['room']}>
      <div className={css['head']}>
        <h1>
          <span className={css['number']}>{place + 1}</span> {room.title}
        </h1>
        <p className={css['law']}>
          This server is a dozen lines inside this page. On a server that is not yours, the same is
          a crime in most countries.
        </p>
        <a href="#/attack">All rooms</a>
      </div>
      <p className={css['lead']}>{room.goal}</p>
      {typeof visit !== 'object' ? (
        <p className={css['waiting']} role="status">
          {visit === 'failed'
            ? 'This browser cannot make the keys of this room: it turns cryptography off on pages without HTTPS. Open the page over https:// or on localhost.'
            : 'The keys of this room are being made.'}
        </p>
      ) : (
        <>
          <Progress goals={goalsOf(visit.trials, room.fixes)} />
          <FeedbackLine feedback={tellFeedback(room, visit.trials, visit.switches)} />
          <div className={css['columns']}>
            <ForgePane visit={visit} />
            <TrialList visit={visit} />
            <ServerPane visit={visit} />
          </div>
        </>
      )}
      <div className={css['foot']}>
        {keep && (
          <p>
            <span className={css['note']}>What to keep</span> <b>{keep}</b>
          </p>
        )}
        <a href={room.more.href}>{room.more.label}</a>
        {next && (
          <a className={`button ${keep ? css['send'] : ''}`} href={`#/attack/${next.slug}`}>
            Next room: {next.title}
          </a>
        )}
      </div>
    </div>
  )
}

/** Said only once it was seen. */
function keepOf(visit: Visit | string | undefined, room: Room): string | null {
  return typeof visit === 'object' && isDone(goalsOf(visit.trials, room.fixes)) ? room.keep : null
}

function Progress({ goals }: { goals: Goals }): ReactElement {
  const { isBreached, isMended, isStillOpen } = goals
  const steps = [
    { is: isBreached, does: 'Your token gets in as an admin' },
    { is: isMended, does: 'After your fix it is refused' },
    { is: isStillOpen, does: 'Alice’s own token still gets in' },
  ]
  return (
    <ol aria-label="Goals" className={css['goals']}>
      {steps.map(({ is, does }, place) => (
        <li key={does} data-done={is || undefined}>
          <span className={css['step']}>{is ? <Icon name="check" /> : place + 1}</span>
          <span>
            {does}
            <span className="visually-hidden">: {is ? 'done' : 'not yet'}</span>
          </span>
        </li>
      ))}
    </ol>
  )
}

const MARKS = {
  task: 'note',
  breach: 'warning',
  refused: 'fail',
  'let in': 'pass',
  done: 'pass',
} as const satisfies Record<Feedback['kind'], string>

function FeedbackLine({
  feedback: { kind, said, why, next },
}: {
  feedback: Feedback
}): ReactElement {
  return (
    <div role="status" aria-label="Feedback" className={css['feedback']} data-kind={kind}>
      <StateMark state={MARKS[kind]} />
      <p>
        <b>{said}</b> {why && <span>{why} </span>}
        {next && <span>{next}</span>}
      </p>
    </div>
  )
}
