/** Which room of the attack lab is open, and which others are there? ux.md 5.4. */
import { type ReactElement, useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import type { Room } from '../../attack/room.ts'
import { ROOMS, roomNamed } from '../../attack/rooms.ts'
import { goalsOf } from '../../attack/trial.ts'
import { attackStore, tickOf, type Visit } from '../../state/attackStore.ts'
import { preferencesStore } from '../../state/preferencesStore.ts'
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
  const finished = useStore(preferencesStore, (state) => state.finished) ?? []
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
              <span className={css['standing']}>
                {finished.includes(tickOf(room)) ? 'done' : standingOf(visits[room.slug], room)}
              </span>
            </li>
          ))}
        </ol>
      </div>
    </div>
  )
}

function standingOf(visit: Visit | string | undefined, { fixes }: Room): string {
  const isIn = typeof visit === 'object' && goalsOf(visit.trials, fixes).isBreached
  return isIn ? 'you got in' : ''
}
