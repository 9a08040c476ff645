/** How many pixels of the screen is a presenter pixel? 1280 by 720 of them fill it, as in present.css. */
import { useSyncExternalStore } from 'react'

const LEAST = 0.7

const subscribe = (onChange: () => void): (() => void) => {
  addEventListener('resize', onChange)
  return () => removeEventListener('resize', onChange)
}

export const useUnit = (): number =>
  useSyncExternalStore(subscribe, () =>
    Math.max(LEAST, Math.min(innerWidth / 1280, innerHeight / 720)),
  )
