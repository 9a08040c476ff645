/** How does the walk through the token begin? ux.md 6.1. */
import { type ReactElement, useEffect } from 'react'
import { useStore } from 'zustand'
import { inspectorStore } from '../../../state/inspectorStore.ts'
import { readingOf } from '../../../state/inspectorView.ts'
import { preferencesStore } from '../../../state/preferencesStore.ts'
import { walkTo } from '../../../state/walk.ts'
import { Icon } from '../../../ui/Icon.tsx'
import { isTyping } from './isTyping.ts'

/** Nothing where there is no token to walk through. */
export function WalkButton(): ReactElement | null {
  const isEmpty = useStore(inspectorStore, (inspector) => readingOf(inspector).form === 'empty')
  const hasSingleKeys = useStore(preferencesStore, (state) => state.hasSingleKeys)
  useEffect(() => {
    if (!hasSingleKeys) return
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'w' || event.ctrlKey || event.metaKey || event.altKey) return
      if (isTyping(event.target)) return
      if (walkTo(0)) event.preventDefault()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [hasSingleKeys])
  if (isEmpty) return null
  return (
    <button type="button" className="quiet" onClick={() => walkTo(0)}>
      <Icon name="walk" />
      <span>Walk</span>
    </button>
  )
}
