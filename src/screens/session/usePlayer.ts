/** What moves the playhead while the session plays, whichever way it is shown? ux.md 4.3. */
import { useEffect } from 'react'
import { play } from '../../state/sessionPlayer.ts'
import { useSession } from './useSession.ts'

export function usePlayer(): void {
  const isPlaying = useSession((session) => session.isPlaying)
  useEffect(() => {
    if (!isPlaying) return
    return play(matchMedia('(prefers-reduced-motion: reduce)').matches)
  }, [isPlaying])
}
