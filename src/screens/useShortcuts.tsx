/** Which keys lead where? ux.md 6.1. */
import { type ReactElement, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { preferencesStore } from '../state/preferencesStore.ts'
import { goTo, PLACES } from './places.ts'
import { ShortcutsDialog } from './ShortcutsDialog.tsx'

/** After `G`, a second key within this many milliseconds. */
const SECOND_KEY_WITHIN = 1500

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [role="menu"]') !== null

/** Keys act only outside editable fields, without a modifier, and not while a dialog is open. */
export function useShortcuts(): {
  shortcutsDialog: ReactElement | null
  openShortcuts: () => void
} {
  const [isOpen, setOpen] = useState(false)
  const hasSingleKeys = useStore(preferencesStore, (state) => state.hasSingleKeys)

  useEffect(() => {
    if (!hasSingleKeys || isOpen) return
    let leader = 0
    const onKeyDown = (event: KeyboardEvent): void => {
      if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return
      const key = event.key.toLowerCase()
      const isSecond = event.timeStamp - leader < SECOND_KEY_WITHIN
      leader = key === 'g' ? event.timeStamp : 0
      if (event.key === '?') {
        event.preventDefault()
        setOpen(true)
      } else if (isSecond && Object.hasOwn(PLACES, key)) {
        event.preventDefault()
        goTo(PLACES[key]?.selector ?? '')
      }
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [hasSingleKeys, isOpen])

  const shortcutsDialog = isOpen ? <ShortcutsDialog onClose={() => setOpen(false)} /> : null
  return { shortcutsDialog, openShortcuts: () => setOpen(true) }
}
