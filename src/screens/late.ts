/** Which parts of the page may arrive after those that answer? The drawn first screen stands in their place until then. */
import { createElement, lazy, type ReactElement, Suspense } from 'react'
import type * as Parts from './lateParts.ts'
import type { TokenFault } from '../token/fault.ts'

const load = (): Promise<typeof Parts> => import('./lateParts.ts')

export const TopBarEnd = lazy(async () => ({ default: (await load()).TopBarEnd }))
export const PrivacyScreen = lazy(async () => ({ default: (await load()).PrivacyScreen }))
export const TokenTools = lazy(async () => ({ default: (await load()).TokenTools }))
export const KeyPane = lazy(async () => ({ default: (await load()).KeyPane }))
export const SignaturePane = lazy(async () => ({ default: (await load()).SignaturePane }))
export const TimePane = lazy(async () => ({ default: (await load()).TimePane }))
export const ClaimList = lazy(async () => ({ default: (await load()).ClaimList }))
export const FindingList = lazy(async () => ({ default: (await load()).FindingList }))
export const CountdownAnnouncer = lazy(async () => ({ default: (await load()).CountdownAnnouncer }))
const FaultStrips = lazy(async () => ({ default: (await load()).FaultStrips }))

/** Fetches them all. */
export async function loadLateParts(): Promise<void> {
  await load()
}

/** Faults in words; without any, nothing is asked for. */
export function LateFaults({ faults }: { faults: readonly TokenFault[] }): ReactElement | null {
  if (faults.length === 0) return null
  return createElement(Suspense, null, createElement(FaultStrips, { faults }))
}
