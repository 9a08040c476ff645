/** Is the screen as narrow as a telephone? ux.md 6.3. */
import { useSyncExternalStore } from 'react'

const QUERY = '(max-width: 900px)'

const subscribe = (onChange: () => void): (() => void) => {
  const media = matchMedia(QUERY)
  media.addEventListener('change', onChange)
  return () => media.removeEventListener('change', onChange)
}

export const useIsNarrow = (): boolean =>
  useSyncExternalStore(subscribe, () => matchMedia(QUERY).matches)
