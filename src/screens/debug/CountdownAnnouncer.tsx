/** When is it said aloud how long a token still lives? At 60 and 10 seconds and when it expires. */
import { type ReactElement, useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { clock, instantOf } from '../../state/clock.ts'
import { inspectorStore } from '../../state/inspectorStore.ts'
import { validityAt } from '../../state/inspectorView.ts'

/** Lies still between those moments, so that a screen reader is not interrupted by every second. */
export function CountdownAnnouncer(): ReactElement {
  const now = useStore(clock, instantOf) ?? 0
  const validity = validityAt(useStore(inspectorStore), now)
  const left = validity.state === 'in time' ? validity.exp - now : null
  const before = useRef<number | null>(null)
  const [said, setSaid] = useState('')
  useEffect(() => {
    const earlier = before.current
    before.current = left
    if (earlier === null) return
    // oxlint-disable react/set-state-in-effect -- what is said depends on the second that went before
    if (left === null && earlier <= 1) setSaid('This token has just expired.')
    else if (left !== null && earlier > left && (left === 60 || left === 10))
      setSaid(`This token expires in ${left} seconds.`)
    // oxlint-enable react/set-state-in-effect
  }, [left])
  return (
    <div className="visually-hidden" aria-live="polite">
      {said}
    </div>
  )
}
