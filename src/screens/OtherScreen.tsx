/** Which of the views beside the debugger does the address name? They arrive together, after the first answers. */
import type { ReactElement } from 'react'
import { CompareScreen } from './compare/CompareScreen.tsx'
import { PrivacyScreen } from './PrivacyScreen.tsx'
import { ReferenceScreen } from './reference/ReferenceScreen.tsx'
import type { Route } from './route.ts'

export function OtherScreen({ route }: { route: Route }): ReactElement {
  if (route.view === 'privacy') return <PrivacyScreen />
  return route.view === 'compare' ? <CompareScreen route={route} /> : <ReferenceScreen />
}
