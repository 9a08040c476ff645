/** What does the page keep to itself, how should it look, and which keys are there? */
import { type ReactElement, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { choosePreferences, preferencesStore, THEMES } from '../state/preferencesStore.ts'
import { present } from '../state/presenter.ts'
import { requestStore } from '../state/requests.ts'
import { followTheme } from '../state/theme.ts'
import { Icon } from '../ui/Icon.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { MenuButton } from '../ui/MenuButton.tsx'
import type { Route } from './route.ts'
import { SettingsDialog } from './SettingsDialog.tsx'
import css from './TopBar.module.css'
import { usePresenter } from './usePresenter.ts'
import { useShortcuts } from './useShortcuts.tsx'

const THEME_LABELS = {
  system: 'System',
  light: 'Light',
  dark: 'Dark',
  projector: 'Projector',
} as const

/** What a name alone does not say. */
const THEME_NOTES: Partial<Record<(typeof THEMES)[number], string>> = {
  system: 'as this device is set',
  projector: 'the most contrast; Present sets large type as well',
}

export function TopBarEnd({ view }: { view: Route['view'] }): ReactElement {
  const theme = useStore(preferencesStore, (state) => state.theme)
  const foreign = useStore(requestStore, (state) => state.foreign.length)
  const { shortcutsDialog, openShortcuts } = useShortcuts(view)
  const [isSettingUp, setSettingUp] = useState(false)
  useEffect(followTheme, [])
  usePresenter(view)
  return (
    <>
      <div className={css['privacy']}>
        <a
          className="quiet"
          href="#/privacy"
          aria-current={view === 'privacy' ? 'page' : undefined}
        >
          {foreign > 0 ? <StateMark state="warning" /> : <Icon name="shield" />}
          Privacy
        </a>
        <span className={css['count']}>
          {foreign} {foreign === 1 ? 'request' : 'requests'}
        </span>
      </div>
      <button type="button" className="quiet" aria-label="Present" onClick={present}>
        <Icon name="present" />
        <span className={css['word']}>Present</span>
      </button>
      <MenuButton
        label="Theme"
        items={THEMES.map((id) => ({
          id,
          label: THEME_LABELS[id],
          note: THEME_NOTES[id],
          isChosen: id === theme,
        }))}
        onPick={(id) => {
          const choice = THEMES.find((candidate) => candidate === id)
          if (choice) choosePreferences({ theme: choice })
        }}
      >
        <Icon name="theme" />
        <span className={css['word']}>Theme</span>
      </MenuButton>
      <button
        type="button"
        className="quiet"
        aria-label="Settings"
        onClick={() => setSettingUp(true)}
      >
        <Icon name="settings" />
      </button>
      <button
        type="button"
        className="quiet"
        aria-label="Keyboard shortcuts"
        onClick={openShortcuts}
      >
        <kbd>?</kbd>
      </button>
      {shortcutsDialog}
      {isSettingUp && <SettingsDialog onClose={() => setSettingUp(false)} />}
    </>
  )
}
