/** Which view stands on the page, inside which frame? */
import { type ReactElement, Suspense, useEffect } from 'react'
import { JumpLink } from '../ui/JumpLink.tsx'
import { DebugScreen } from './debug/DebugScreen.tsx'
import { OtherScreen, SessionScreen } from './late.ts'
import { readRoute, useFragment } from './route.ts'
import { TopBar } from './TopBar.tsx'

export function App(): ReactElement {
  const route = readRoute(useFragment())
  useEffect(() => {
    document.title = `${route.view[0]?.toUpperCase()}${route.view.slice(1)} · JWT Lens`
  }, [route.view])
  const Late = route.view === 'session' ? SessionScreen : OtherScreen
  return (
    <>
      <JumpLink className="skip-link" to="main">
        Skip to the content
      </JumpLink>
      <TopBar view={route.view} />
      <main id="main" tabIndex={-1}>
        {route.view === 'debug' ? (
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
