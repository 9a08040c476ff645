/** Where in the token does the address lead? ux.md 2.2. */
import { useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { inspectorStore } from '../../../state/inspectorStore.ts'
import { readingOf } from '../../../state/inspectorView.ts'
import { currentToken, point } from '../../../state/linkActs.ts'
import { linkStore } from '../../../state/linkStore.ts'
import { walkTo } from '../../../state/walk.ts'
import { readPlace } from '../../../token/linkPlace.ts'
import { quoted } from '../../../token/visible.ts'
import { readRoute, useFragment } from '../../route.ts'

/** Follows each address once, as soon as its token is there; what the token does not have is said. */
export function useLinkedPlace(): void {
  const fragment = useFragment()
  const inspector = useStore(inspectorStore)
  const followed = useRef('')
  useEffect(() => {
    if (followed.current === fragment) return
    const { sample, focus, walk } = readRoute(fragment)
    const isThere = sample === null || sample === inspector.sample.token
    if (!isThere || readingOf(inspector).form === 'empty') return
    followed.current = fragment
    const missing = follow(focus, walk)
    if (missing !== null) linkStore.setState({ missing })
  }, [fragment, inspector])
}

function follow(focus: string | undefined, walk: string | undefined): string | null {
  if (focus !== undefined) {
    const range = readPlace(currentToken(), focus)
    if (!range) return `This link leads to ${quoted(focus)}, which this token does not have.`
    point('pin', range)
  }
  if (walk === undefined || walkTo(Number(walk) - 1)) return null
  return `This link leads to stop ${quoted(walk)} of the walk, which has no such stop.`
}
