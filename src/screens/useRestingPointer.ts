/** Does the pointer lie still, so that it can leave the picture? ux.md 4.10. */
import { useEffect } from 'react'

/** Milliseconds. */
const REST = 3000

/** While `isWatched`, the root carries data-resting until the pointer moves, and again once it has not moved for so long. */
export function useRestingPointer(isWatched: boolean): void {
  useEffect(() => {
    if (!isWatched) return
    const root = document.documentElement
    let timer: ReturnType<typeof setTimeout> | undefined
    const onMove = (): void => {
      root.removeAttribute('data-resting')
      clearTimeout(timer)
      timer = setTimeout(() => root.setAttribute('data-resting', ''), REST)
    }
    root.setAttribute('data-resting', '')
    document.addEventListener('pointermove', onMove)
    document.addEventListener('pointerdown', onMove)
    return () => {
      clearTimeout(timer)
      root.removeAttribute('data-resting')
      document.removeEventListener('pointermove', onMove)
      document.removeEventListener('pointerdown', onMove)
    }
  }, [isWatched])
}
