/** What can be chosen for the page itself, beside its theme? */
import { type ReactElement, useId } from 'react'
import { useStore } from 'zustand'
import { isSpared } from '../editor/upgrade.ts'
import { choosePreferences, preferencesStore } from '../state/preferencesStore.ts'
import { Dialog } from '../ui/Dialog.tsx'
import css from './SettingsDialog.module.css'

export function SettingsDialog({ onClose }: { onClose: () => void }): ReactElement {
  const { hasPlainEditors, hasSingleKeys } = useStore(preferencesStore)
  return (
    <Dialog title="Settings" onClose={onClose}>
      <Choice
        label="Plain editors"
        isChosen={hasPlainEditors}
        onChoose={(isChosen) => choosePreferences({ hasPlainEditors: isChosen })}
      >
        {isSpared()
          ? 'This device has them already: the rich ones are made for a mouse, and are 1 MB to load.'
          : 'Every field is the browser’s own. The rich ones find, fold and explain; where they were off as the page loaded, turning them on loads 1 MB from this page’s own host.'}
      </Choice>
      <Choice
        label="Single-key shortcuts"
        isChosen={hasSingleKeys}
        onChoose={(isChosen) => choosePreferences({ hasSingleKeys: isChosen })}
      >
        Keys without Ctrl or ⌘ act outside fields.
      </Choice>
    </Dialog>
  )
}

interface ChoiceProps {
  label: string
  isChosen: boolean
  onChoose: (isChosen: boolean) => void
  /** What it means. */
  children: string
}

function Choice({ label, isChosen, onChoose, children }: ChoiceProps): ReactElement {
  const id = useId()
  return (
    <div className={css['choice']}>
      <input
        id={id}
        type="checkbox"
        checked={isChosen}
        aria-describedby={`${id}-note`}
        onChange={(event) => onChoose(event.currentTarget.checked)}
      />
      <label htmlFor={id}>{label}</label>
      <p id={`${id}-note`}>{children}</p>
    </div>
  )
}
