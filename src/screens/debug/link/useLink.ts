/** What is linked, and how does an element of the page link something? */
import { useStore } from 'zustand'
import { inspectorStore } from '../../../state/inspectorStore.ts'
import { isPinnedTo, point } from '../../../state/linkActs.ts'
import { linkStore } from '../../../state/linkStore.ts'
import { isLinkedIn, type Linked, linkedOf } from '../../../state/linkView.ts'
import type { ByteRange } from '../../../token/carrier.ts'

/** Redraws whenever something else becomes linked. */
export function useLink(): Linked | null {
  const inspector = useStore(inspectorStore)
  return useStore(linkStore, (state) => linkedOf(inspector, state))
}

/** Redraws only when these bytes become linked, pinned or free. */
export function useIsLinked(range: ByteRange | null): { isLinked: boolean; isPinned: boolean } {
  const isLinked = useStore(
    linkStore,
    (state) => range !== null && isLinkedIn(linkedOf(inspectorStore.getState(), state), range),
  )
  const isPinned = useStore(linkStore, () => range !== null && isPinnedTo(range))
  return { isLinked, isPinned }
}

/** For an element that stands for these bytes: the pointer on it links them. */
export function hoverLinks(range: ByteRange | null): {
  onPointerEnter: () => void
  onPointerLeave: () => void
} {
  return {
    onPointerEnter: () => point('hover', range),
    onPointerLeave: () => point('hover', null),
  }
}
