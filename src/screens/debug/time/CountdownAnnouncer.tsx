/** When is it said aloud how long a token still lives? At 60 and 10 seconds and when it expires. */
import { type ReactElement, useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { tellCountdown } from '../../../claims/countdown.ts'
import { meantDate } from '../../../claims/numericDate.ts'
import { clock, instantOf } from '../../../state/clock.ts'
import { inspectorStore } from '../../../state/inspectorStore.ts'
import { claimsOf } from '../../../state/inspectorView.ts'

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
    else setSaid((words) => tellCountdown('This token', exp - earlier.now, exp - now) ?? words)
  }, [claims, exp, now])
  return (
    <div className="visually-hidden" aria-live="polite">
      {said}
    </div>
  )
}
