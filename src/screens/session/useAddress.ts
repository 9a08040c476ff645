/** How does the address name the frame on the screen, and the screen the frame of an address? ux.md 2.2. */
import { useEffect, useRef } from 'react'
import { linkOf, openLink, sessionStore } from '../../state/sessionStore.ts'
import { keepInAddress, useFragment } from '../route.ts'

/** Browsers refuse an address that changes all the time, so it follows once the frame rests this long (milliseconds). */
const REST = 200

export function useAddress(): void {
  const arrival = useRef(useFragment())
  useEffect(() => {
    openLink(arrival.current)
    let timer: ReturnType<typeof setTimeout> | undefined
    let kept = ''
    const keep = (): void => {
      kept = linkOf(sessionStore.getState())
      keepInAddress(kept)
    }
    const open = ({ newURL }: HashChangeEvent): void => {
      const { hash } = new URL(newURL)
      if (hash === kept) return
      clearTimeout(timer)
      openLink(hash)
    }
    addEventListener('hashchange', open)
    const forget = sessionStore.subscribe(() => {
      clearTimeout(timer)
      if (!sessionStore.getState().isPlaying) timer = setTimeout(keep, REST)
    })
    return () => {
      clearTimeout(timer)
      removeEventListener('hashchange', open)
      forget()
    }
  }, [])
}
