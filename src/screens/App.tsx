/** Which view stands on the page, inside which frame? */
import { lazy, type ReactElement, Suspense, useEffect } from 'react'
import { DebugScreen } from './debug/DebugScreen.tsx'
import { readRoute, useFragment } from './route.ts'
import { TopBar } from './TopBar.tsx'
import { usePasteAnywhere } from './usePasteAnywhere.ts'
import { useShortcuts } from './useShortcuts.tsx'

const PrivacyScreen = lazy(async () => ({
  default: (await import('./PrivacyScreen.tsx')).PrivacyScreen,
}))

const TITLES = { debug: 'Debug', privacy: 'Privacy' } as const

export function App(): ReactElement {
  const route = readRoute(useFragment())
  const { shortcutsDialog, openShortcuts } = useShortcuts()
  usePasteAnywhere()
  useEffect(() => {
    document.title = `${TITLES[route.view]} · JWT Lens`
  }, [route.view])
  return (
    <>
      <a className="skip-link" href="#main">
        Skip to the verdict
      </a>
      <TopBar view={route.view} openShortcuts={openShortcuts} />
      <main id="main" tabIndex={-1}>
        {route.view === 'privacy' ? (
          <Suspense>
            <PrivacyScreen />
          </Suspense>
        ) : (
          <DebugScreen unknownSettings={route.unknown} />
        )}
      </main>
      {shortcutsDialog}
    </>
  )
}
