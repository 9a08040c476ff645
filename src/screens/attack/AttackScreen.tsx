/** Which room of the attack lab is open, and which others are there? ux.md 5.4. */
import { type ReactElement, useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { ROOMS, roomNamed } from '../../attack/rooms.ts'
import { goalsOf, isDone } from '../../attack/trial.ts'
import { attackStore, type Visit } from '../../state/attackStore.ts'
import { visible } from '../../token/visible.ts'
import { StateMark } from '../../ui/StateMark.tsx'
import { useFragment } from '../route.ts'
import css from './AttackScreen.module.css'
import { RoomView } from './RoomView.tsx'

export function AttackScreen(): ReactElement {
  const fragment = useFragment()
  const [path = '', query = ''] = fragment.split('?', 2)
  const slug = path.split('/')[2] ?? ''
  const room = roomNamed(slug)
  useBeginningOf(slug)
  if (!room) return <Rooms unknown={slug} />
  return (
    <RoomView
      key={slug}
      room={room}
      isMended={new URLSearchParams(query).get('verifier') === 'fixed'}
    />
  )
}

/** Whoever goes to another room begins at its top, also with the keyboard. */
function useBeginningOf(slug: string): void {
  const shown = useRef(slug)
  useEffect(() => {
    if (shown.current === slug) return
    shown.current = slug
    document.getElementById('main')?.focus({ preventScroll: true })
    scrollTo(0, 0)
  }, [slug])
}

function Rooms({ unknown }: { unknown: string }): ReactElement {
  const visits = useStore(attackStore)
  return (
    <div className={css['index']}>
      <div className={css['about']}>
        <h1>Attack lab</h1>
        <p className={css['lead']}>
          Five servers, each with one hole. You get in, you close the hole, and a good token still
          passes.
        </p>
        <p className={css['law']}>
          <StateMark state="warning" />
          The server is a dozen lines inside this page. Trying the same on a server that is not
          yours, without leave, is a crime in most countries.
        </p>
      </div>
      <div>
        {unknown !== '' && (
          <p className={css['note']}>There is no room ‘{visible(unknown.slice(0, 60))}’.</p>
        )}
        <ol aria-label="Rooms" className={css['rooms']}>
          {ROOMS.map((room, place) => (
            <li key={room.slug}>
              <span className={css['number']}>{place + 1}</span>
              <div>
                <a href={`#/attack/${room.slug}`}>{room.title}</a>
                <p className={css['note']}>{room.goal}</p>
              </div>
              <span className={css['standing']}>{standingOf(visits[room.slug], place)}</span>
            </li>
          ))}
        </ol>
      </div>
    </div>
  )
}

function standingOf(visit: Visit | string | undefined, place: number): string {
  if (typeof visit !== 'object') return ''
  const fixes = ROOMS[place]?.fixes ?? []
  const goals = goalsOf(visit.trials, fixes)
  if (isDone(goals)) return 'done'
  return goals.isBreached ? 'you got in' : ''
}
