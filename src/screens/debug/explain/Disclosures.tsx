/** What does the shown token disclose? */
import type { ReactElement } from 'react'
import { useStore } from 'zustand'
import { inspectorStore } from '../../../state/inspectorStore.ts'
import { assessmentOf } from '../../../state/inspectorView.ts'
import { DisclosureList } from './DisclosureList.tsx'

/** Nothing for a token without disclosures. */
export function Disclosures(): ReactElement | null {
  const { disclosed } = assessmentOf(useStore(inspectorStore))
  if (!disclosed) return null
  const { reading, keyBinding, holder } = disclosed
  return <DisclosureList reading={reading} keyBinding={keyBinding} holderSignature={holder} />
}
