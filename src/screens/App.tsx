/** Which view stands on the page, inside which frame? */
import { type ReactElement, Suspense, useEffect } from 'react'
import { JumpLink } from '../ui/JumpLink.tsx'
import { DebugScreen } from './debug/DebugScreen.tsx'
import { CompareScreen, PrivacyScreen, SessionScreen } from './late.ts'
import { readRoute, useFragment } from './route.ts'
import { TopBar } from './TopBar.tsx'

const TITLES = {
  debug: 'Debug',
  privacy: 'Privacy',
  compare: 'Compare',
  session: 'Session',
} as const
const LATE = {
  debug: null,
  privacy: PrivacyScreen,
  compare: CompareScreen,
  session: SessionScreen,
} as const

export function App(): ReactElement {
  const route = readRoute(useFragment())
  useEffect(() => {
    document.title = `${TITLES[route.view]} · JWT Lens`
  }, [route.view])
  const Late = LATE[route.view]
  return (
    <>
      <JumpLink className="skip-link" to="main">
        Skip to the verdict
      </JumpLink>
      <TopBar view={route.view} />
      <main id="main" tabIndex={-1}>
        {Late === null ? (
          <DebugScreen unknownSettings={route.unknown} />
        ) : (
          <Suspense>
            <Late route={route} />
          </Suspense>
        )}
      </main>
    </>
  )
}
