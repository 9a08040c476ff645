/** Which keys lead where? ux.md 6.1. */
import { lazy, type ReactElement, Suspense, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { preferencesStore } from '../state/preferencesStore.ts'
import { togglePresenter } from '../state/presenter.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { goTo, PLACES } from './places.ts'
import type { Route } from './route.ts'
import { ShortcutsDialog } from './ShortcutsDialog.tsx'

/** After `G`, a second key within this many milliseconds. */
const SECOND_KEY_WITHIN = 1500

/** As large as the tables it looks through, so it comes in a piece of its own. */
const CommandPalette = lazy(() =>
  import('./palette/CommandPalette.tsx').then(
    ({ CommandPalette: Palette }) => ({ default: Palette }),
    () => ({ default: PaletteMissing }),
  ),
)

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [role="menu"]') !== null

type Opened = 'keys' | 'palette' | null

/** Single keys act only outside editable fields, without a modifier; none acts while a dialog is open. */
export function useShortcuts(view: Route['view']): {
  shortcutsDialog: ReactElement | null
  openShortcuts: () => void
} {
  const [opened, setOpened] = useState<Opened>(null)
  const hasSingleKeys = useStore(preferencesStore, (state) => state.hasSingleKeys)

  useEffect(() => {
    let leader = Number.NEGATIVE_INFINITY
    const open = (event: KeyboardEvent, what: Opened): void => {
      event.preventDefault()
      setOpened(what)
    }
    const onKeyDown = (event: KeyboardEvent): void => {
      if (document.querySelector('dialog[open]')) return
      const key = event.key.toLowerCase()
      const isWithModifier = event.ctrlKey || event.metaKey
      if (key === 'k' && isWithModifier && !event.altKey && !event.shiftKey)
        return open(event, 'palette')
      if (!hasSingleKeys || isWithModifier || event.altKey || isTyping(event.target)) return
      const isSecond = event.timeStamp - leader < SECOND_KEY_WITHIN
      // in the lab, G is a key by itself
      leader = key === 'g' && view !== 'session' ? event.timeStamp : Number.NEGATIVE_INFINITY
      if (key === '?') open(event, 'keys')
      else if (key === '/') open(event, 'palette')
      else if (key === 'p' && !isSecond) {
        event.preventDefault()
        togglePresenter()
      } else if (isSecond && Object.hasOwn(PLACES, key)) {
        event.preventDefault()
        goTo(PLACES[key]?.selector ?? '')
      }
    }
    // first of all listeners: the second key after G is no key of its own
    document.addEventListener('keydown', onKeyDown, true)
    return () => document.removeEventListener('keydown', onKeyDown, true)
  }, [hasSingleKeys, view])

  const close = (): void => setOpened(null)
  const dialogs = {
    keys: <ShortcutsDialog onClose={close} onSearch={() => setOpened('palette')} />,
    palette: (
      <Suspense>
        <CommandPalette onClose={close} />
      </Suspense>
    ),
  }
  return {
    shortcutsDialog: opened && dialogs[opened],
    openShortcuts: () => setOpened('keys'),
  }
}

function PaletteMissing({ onClose }: { onClose: () => void }): ReactElement {
  return (
    <Dialog title="Go to" onClose={onClose}>
      <p>This part of the page did not load. Reload the page.</p>
    </Dialog>
  )
}
