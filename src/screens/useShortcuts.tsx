/** Which keys lead where, and how can they be looked up and turned off? ux.md 6.1. */
import { type ReactElement, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { choosePreferences, preferencesStore } from '../state/preferencesStore.ts'
import { Dialog } from '../ui/Dialog.tsx'
import css from './useShortcuts.module.css'

/** After `G`, a second key within this many milliseconds. */
const SECOND_KEY_WITHIN = 1500

/** The accessible name of the place that `G` and the key lead to. */
const PLACES: Record<string, { name: string; selector: string }> = {
  t: { name: 'the token', selector: '[aria-label="Encoded token"]' },
  h: { name: 'the header', selector: '[aria-label="Header JSON"]' },
  p: { name: 'the payload', selector: '[aria-label="Payload JSON"]' },
  s: { name: 'the signature', selector: '#signature' },
  k: { name: 'the key', selector: '[aria-label="Key"]' },
  c: { name: 'the claims', selector: '#claims' },
  f: { name: 'the findings', selector: '#findings' },
  v: { name: 'the verdict', selector: '#verdict' },
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [role="menu"]') !== null

/** Keys act only outside editable fields, without a modifier, and not while a dialog is open. */
export function useShortcuts(): { shortcutsDialog: ReactElement | null; openShortcuts: () => void } {
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
        const place = document.querySelector<HTMLElement>(PLACES[key]?.selector ?? '')
        event.preventDefault()
        place?.focus()
        place?.scrollIntoView({ block: 'nearest' })
      }
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [hasSingleKeys, isOpen])

  const shortcutsDialog = isOpen ? (
    <Dialog title="Keyboard shortcuts" onClose={() => setOpen(false)}>
      <table className={css['keys']}>
        <tbody>
          <tr>
            <th scope="row">
              <kbd>Ctrl</kbd> or <kbd>⌘</kbd> <kbd>V</kbd>
            </th>
            <td>Outside a field: read what is on the clipboard as a token</td>
          </tr>
          {Object.entries(PLACES).map(([key, { name }]) => (
            <tr key={key}>
              <th scope="row">
                <kbd>G</kbd> then <kbd>{key.toUpperCase()}</kbd>
              </th>
              <td>Go to {name}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">
              <kbd>?</kbd>
            </th>
            <td>This list</td>
          </tr>
          <tr>
            <th scope="row">
              <kbd>Esc</kbd>
            </th>
            <td>Close a menu or this list</td>
          </tr>
        </tbody>
      </table>
      <label className={css['choice']}>
        <input
          type="checkbox"
          checked={hasSingleKeys}
          onChange={(event) => choosePreferences({ hasSingleKeys: event.currentTarget.checked })}
        />
        Keys without Ctrl or ⌘ act outside fields
      </label>
    </Dialog>
  ) : null
  return { shortcutsDialog, openShortcuts: () => setOpen(true) }
}
