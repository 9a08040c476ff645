/** Which kind of screen is it: as narrow as a telephone, as low as a small laptop? ux.md 6.3. */
import { useSyncExternalStore } from 'react'

const NARROW = '(max-width: 900px)'
const LOW = '(max-height: 800px)'

/** Follows a media query. */
function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (onChange) => {
      const media = matchMedia(query)
      media.addEventListener('change', onChange)
      return () => media.removeEventListener('change', onChange)
    },
    () => matchMedia(query).matches,
  )
}

export const useIsNarrow = (): boolean => useMedia(NARROW)
export const useIsLow = (): boolean => useMedia(LOW)
