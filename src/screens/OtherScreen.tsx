/** Which of the views beside the debugger does the address name? They arrive together, after the parts of the first screen. */
import { lazy, type ReactElement } from 'react'
import { CompareScreen } from './compare/CompareScreen.tsx'
import { MoreScreen } from './MoreScreen.tsx'
import { PrivacyScreen } from './privacy/PrivacyScreen.tsx'
import { ReferenceScreen } from './reference/ReferenceScreen.tsx'
import type { Route } from './route.ts'

/** As large as a view of its own, so they come in pieces of their own. */
const LearnScreen = lazy(() =>
  import('./learn/LearnScreen.tsx').then(({ LearnScreen: Learn }) => ({ default: Learn })),
)
const AttackScreen = lazy(() =>
  import('./attack/AttackScreen.tsx').then(({ AttackScreen: Attack }) => ({ default: Attack })),
)

/** Within a frame by whose width they set themselves, so that larger type makes them as narrow as a smaller screen does. */
export function OtherScreen({ route }: { route: Route }): ReactElement {
  return (
    <div className="view">
      <Chosen route={route} />
    </div>
  )
}

function Chosen({ route }: { route: Route }): ReactElement {
  if (route.view === 'learn') return <LearnScreen />
  if (route.view === 'attack') return <AttackScreen />
  if (route.view === 'more') return <MoreScreen />
  if (route.view === 'privacy') return <PrivacyScreen />
  return route.view === 'compare' ? <CompareScreen route={route} /> : <ReferenceScreen />
}
