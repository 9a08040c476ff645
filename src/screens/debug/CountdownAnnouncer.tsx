/** When is it said aloud how long a token still lives? At 60 and 10 seconds and when it expires. */
import { type ReactElement, useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { meantDate } from '../../claims/numericDate.ts'
import { clock, instantOf } from '../../state/clock.ts'
import { inspectorStore } from '../../state/inspectorStore.ts'
import { claimsOf } from '../../state/inspectorView.ts'

const MARKS = [10, 60]

/** Lies still between those moments, so that a screen reader is not interrupted by every second. */
export function CountdownAnnouncer(): ReactElement {
  const now = useStore(clock, instantOf) ?? 0
  const claims = claimsOf(useStore(inspectorStore))
  const exp = claims && meantDate(claims, 'exp')
  const before = useRef<{ claims: unknown; now: number } | null>(null)
  const [said, setSaid] = useState('')
  useEffect(() => {
    const earlier = before.current
    before.current = { claims, now }
    if (!earlier || earlier.claims !== claims || exp === null) setSaid('')
    else setSaid((words) => announce(exp - earlier.now, exp - now) ?? words)
  }, [claims, exp, now])
  return (
    <div className="visually-hidden" aria-live="polite">
      {said}
    </div>
  )
}

/** What a step from so many seconds left to so many is worth saying; a tab that was asleep takes long steps. */
function announce(earlier: number, left: number): string | null {
  if (earlier > 0 && left <= 0) return 'This token has just expired.'
  const isPassed = MARKS.some((mark) => earlier > mark && left <= mark)
  return isPassed ? `This token expires in ${left} ${left === 1 ? 'second' : 'seconds'}.` : null
}
