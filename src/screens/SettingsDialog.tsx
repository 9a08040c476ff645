/** What can be chosen for the page itself, beside its theme? */
import type { ReactElement } from 'react'
import { useStore } from 'zustand'
import { isSpared } from '../editor/upgrade.ts'
import { choosePreferences, preferencesStore } from '../state/preferencesStore.ts'
import { Dialog } from '../ui/Dialog.tsx'
import css from './SettingsDialog.module.css'

export function SettingsDialog({ onClose }: { onClose: () => void }): ReactElement {
  const { hasPlainEditors, hasSingleKeys } = useStore(preferencesStore)
  return (
    <Dialog title="Settings" onClose={onClose}>
      <div className={css['choice']}>
        <input
          id="plain-editors"
          type="checkbox"
          checked={hasPlainEditors}
          aria-describedby="plain-editors-note"
          onChange={(event) => choosePreferences({ hasPlainEditors: event.currentTarget.checked })}
        />
        <label htmlFor="plain-editors">Plain editors</label>
        <p id="plain-editors-note">
          {isSpared()
            ? 'This device has them already: the rich ones are made for a mouse, and are 1 MB to load.'
            : 'Every field is the browser’s own. The rich ones find, fold and explain; when they were off as the page loaded, turning them on loads 1 MB from this page’s own host.'}
        </p>
      </div>
      <div className={css['choice']}>
        <input
          id="single-keys"
          type="checkbox"
          checked={hasSingleKeys}
          aria-describedby="single-keys-note"
          onChange={(event) => choosePreferences({ hasSingleKeys: event.currentTarget.checked })}
        />
        <label htmlFor="single-keys">Single-key shortcuts</label>
        <p id="single-keys-note">Keys without Ctrl or ⌘ act outside fields.</p>
      </div>
    </Dialog>
  )
}
