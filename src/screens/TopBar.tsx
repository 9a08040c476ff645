/** Where in the product is this, what does the page keep to itself, and how should it look? */
import type { ReactElement } from 'react'
import { useStore } from 'zustand'
import { choosePreferences, preferencesStore, THEMES } from '../state/preferencesStore.ts'
import { requestStore } from '../state/requests.ts'
import { Brand, Icon, StateMark } from '../ui/Icon.tsx'
import { MenuButton } from '../ui/MenuButton.tsx'
import type { Route } from './route.ts'
import css from './TopBar.module.css'

const THEME_LABELS = {
  system: 'System',
  light: 'Light',
  dark: 'Dark',
  projector: 'Projector',
} as const

interface Props {
  view: Route['view']
  openShortcuts: () => void
}

export function TopBar({ view, openShortcuts }: Props): ReactElement {
  const theme = useStore(preferencesStore, (state) => state.theme)
  const foreign = useStore(requestStore, (state) => state.foreign.length)
  return (
    <header className={css['bar']}>
      <div className={css['inner']}>
        <a className={css['brand']} href="#/debug">
          <Brand />
          JWT Lens
        </a>
        <nav className={css['nav']} aria-label="Main">
          <a href="#/debug" aria-current={view === 'debug' ? 'page' : undefined}>
            Debug
          </a>
        </nav>
        <div className={css['end']}>
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
          <MenuButton
            label="Theme"
            items={THEMES.map((id) => ({ id, label: THEME_LABELS[id], isChosen: id === theme }))}
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
            aria-label="Keyboard shortcuts"
            onClick={openShortcuts}
          >
            <kbd>?</kbd>
          </button>
        </div>
      </div>
    </header>
  )
}
