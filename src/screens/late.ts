/** Which parts of the page may arrive after those that answer? The drawn first screen stands in their place until then. */
import { type ComponentType, createElement, lazy, type ReactElement, Suspense } from 'react'
import type { PlacedFaultsProps } from './debug/explain/PlacedFaults.tsx'
import type * as Parts from './lateParts.ts'

const load = (): Promise<typeof Parts> => import('./lateParts.ts')

/** A part that does not arrive says so in its place and leaves the others alone. */
function late<Props>(pick: (parts: typeof Parts) => ComponentType<Props>): ComponentType<Props> {
  return lazy(async () => ({ default: await load().then(pick, () => Missing) }))
}

function Missing(): ReactElement {
  return createElement('p', null, 'This part of the page did not load. Reload the page.')
}

export const TopBarEnd = late((parts) => parts.TopBarEnd)
export const TokenTabs = late((parts) => parts.TokenTabs)
export const PartMap = late((parts) => parts.PartMap)
export const LinkedLine = late((parts) => parts.LinkedLine)
export const LinkNote = late((parts) => parts.LinkNote)
export const BytesPane = late((parts) => parts.BytesPane)
export const TokenTools = late((parts) => parts.TokenTools)
export const KeyPane = late((parts) => parts.KeyPane)
export const SignaturePane = late((parts) => parts.SignaturePane)
export const FormTools = late((parts) => parts.FormTools)
export const HeaderList = late((parts) => parts.HeaderList)
export const PolicyPane = late((parts) => parts.PolicyPane)
export const Disclosures = late((parts) => parts.Disclosures)
export const TimePane = late((parts) => parts.TimePane)
export const ClaimList = late((parts) => parts.ClaimList)
export const FindingList = late((parts) => parts.FindingList)
export const CountdownAnnouncer = late((parts) => parts.CountdownAnnouncer)
/** Views of their own, which the first screen does not wait for. */
export const SessionScreen = lazy(() =>
  import('./session/SessionScreen.tsx').then(
    ({ SessionScreen: Lab }) => ({ default: Lab }),
    () => ({ default: Missing }),
  ),
)
export const OtherScreen = lazy(() =>
  import('./OtherScreen.tsx').then(
    ({ OtherScreen: Other }) => ({ default: Other }),
    () => ({ default: Missing }),
  ),
)
const PlacedFaults = late((parts) => parts.PlacedFaults)

/** Fetches them all, and what they ask for only when a button is pressed. */
export async function loadLateParts(): Promise<void> {
  await load()
}

/** Faults in words; without any, nothing is asked for. */
export function LateFaults(props: PlacedFaultsProps): ReactElement | null {
  if (props.faults.length === 0) return null
  return createElement(Suspense, null, createElement(PlacedFaults, props))
}
