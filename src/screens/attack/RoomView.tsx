/** How does a room of the attack lab stand together: the forger, the server, what happened? */
import { type ReactElement, useEffect } from 'react'
import { useStore } from 'zustand'
import type { Room } from '../../attack/room.ts'
import { ROOMS } from '../../attack/rooms.ts'
import { type Goals, goalsOf, isDone } from '../../attack/trial.ts'
import { attackStore, enterRoom, mendAll, type Visit } from '../../state/attackStore.ts'
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
  return (
    <div className={css['room']}>
      <div className={css['head']}>
        <h1>
          <span className={css['number']}>{place + 1}</span> {room.title}
        </h1>
        <a href="#/attack">All rooms</a>
      </div>
      <p className={css['lead']}>{room.goal}</p>
      <p className={css['law']}>
        This server is a dozen lines inside this page. On a server that is not yours, the same is a
        crime in most countries.
      </p>
      {typeof visit !== 'object' ? (
        <p className={css['waiting']} role="status">
          {visit === 'failed'
            ? 'This browser cannot make the keys of this room: it turns cryptography off on pages without HTTPS. Open the page over https:// or on localhost.'
            : 'The keys of this room are being made.'}
        </p>
      ) : (
        <>
          <Progress goals={goalsOf(visit.trials, room.fixes)} room={room} />
          <div className={css['columns']}>
            <ForgePane visit={visit} />
            <div>
              <ServerPane visit={visit} />
              <TrialList visit={visit} />
            </div>
          </div>
        </>
      )}
      <div className={css['foot']}>
        <p>
          <span className={css['note']}>What to keep</span> <b>{keepOf(visit, room)}</b>
        </p>
        <a href={room.more.href}>{room.more.label}</a>
        {next && (
          <a className="button" href={`#/attack/${next.slug}`}>
            Next room: {next.title}
          </a>
        )}
      </div>
    </div>
  )
}

/** Said only once it was seen. */
function keepOf(visit: Visit | string | undefined, room: Room): string {
  const isSeen = typeof visit === 'object' && isDone(goalsOf(visit.trials, room.fixes))
  return isSeen ? room.keep : 'It stands here once you have got in and closed the hole.'
}

function Progress({ goals, room }: { goals: Goals; room: Room }): ReactElement {
  const { isBreached, isMended, isHalfMended, isStillOpen } = goals
  const steps = [
    { is: isBreached, does: 'Your token gets in as an admin', told: room.worked },
    { is: isMended, does: 'After your fix it is refused', told: room.stopped },
    {
      is: isStillOpen,
      does: 'Alice’s own token still gets in',
      told: 'Whoever was let in by right is let in as before.',
    },
  ]
  return (
    <>
      <ol aria-label="Goals" className={css['goals']}>
        {steps.map(({ is, does, told }) => (
          <li key={does}>
            <StateMark state={is ? 'pass' : 'not checked'} />
            <div>
              <b>
                {does}
                <span className="visually-hidden">: {is ? 'done' : 'not yet'}</span>
              </b>
              {is && <p className={css['note']}>{told}</p>}
            </div>
          </li>
        ))}
      </ol>
      <p role="status" aria-label="Feedback" className={css['feedback']}>
        {feedbackOn(goals)}
        {isHalfMended && !isMended && ' This token is refused, but another way in is still open.'}
      </p>
    </>
  )
}

function feedbackOn({ isBreached, isMended, isStillOpen }: Goals): string {
  if (!isBreached) return 'Make a token that lets you in as an admin, and send it.'
  if (!isMended) return 'You are in. Now set the server right, and send the same token again.'
  if (!isStillOpen)
    return 'Your token is refused. Send Alice’s token too: a fix that locks her out is none.'
  return 'The hole is closed, and Alice still gets in. This room is done.'
}
