/** Which keys are there, and how are they turned off? */
import type { ReactElement } from 'react'
import { useStore } from 'zustand'
import { choosePreferences, preferencesStore } from '../state/preferencesStore.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { LabShortcuts } from './LabShortcuts.tsx'
import { PLACES } from './places.ts'
import css from './ShortcutsDialog.module.css'

interface Props {
  onClose: () => void
  /** Opens the search in its place. */
  onSearch: () => void
}

export function ShortcutsDialog({ onClose, onSearch }: Props): ReactElement {
  const hasSingleKeys = useStore(preferencesStore, (state) => state.hasSingleKeys)
  return (
    <Dialog title="Keyboard shortcuts" onClose={onClose}>
      <table className={css['keys']}>
        <tbody>
          <tr>
            <th scope="row">
              <kbd>Ctrl</kbd> or <kbd>⌘</kbd> <kbd>V</kbd>
            </th>
            <td>Outside a field: read what is on the clipboard as a token</td>
          </tr>
          <tr>
            <th scope="row">
              <kbd>/</kbd> or <kbd>Ctrl</kbd> <kbd>K</kbd> or <kbd>⌘</kbd> <kbd>K</kbd>
            </th>
            <td>
              <button type="button" className="link" onClick={onSearch}>
                Go to anything by its name
              </button>
            </td>
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
              <kbd>W</kbd>
            </th>
            <td>Walk through the token; then ← and → go back and on</td>
          </tr>
          <tr>
            <th scope="row">
              <kbd>L</kbd>
            </th>
            <td>On a claim: keep its characters lit, or let them go</td>
          </tr>
          <tr>
            <th scope="row">
              <kbd>C</kbd>
            </th>
            <td>On a claim: copy its value</td>
          </tr>
          <tr>
            <th scope="row">
              <kbd>P</kbd>
            </th>
            <td>Present this view in large type, and back</td>
          </tr>
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
            <td>
              In a text: leave it, and Enter goes back in. Close a menu or this list, end the walk,
              let go of what is pinned
            </td>
          </tr>
        </tbody>
      </table>
      <LabShortcuts />
      <p className={css['choice']}>
        <a href="#/ref" onClick={onClose}>
          Reference: every claim, header parameter, algorithm, finding and message
        </a>
      </p>
      <label className={css['choice']}>
        <input
          type="checkbox"
          checked={hasSingleKeys}
          onChange={(event) => choosePreferences({ hasSingleKeys: event.currentTarget.checked })}
        />
        Keys without Ctrl or ⌘ act outside fields
      </label>
    </Dialog>
  )
}
