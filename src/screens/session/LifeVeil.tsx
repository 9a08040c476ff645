/** What of a whole session would answer the question that is asked? What is still to come; ux.md 4.8. */
import type { ReactElement } from 'react'
import { hasThiefIn } from './events.ts'
import css from './Picture.module.css'
import { type Scale, xOf } from './scale.ts'
import { useSession, useTimeline } from './useSession.ts'

/** Without a thief the lives of the app’s tokens answer nothing. */
export function LifeVeil({ scale, height }: { scale: Scale; height: number }): ReactElement | null {
  const hasThief = hasThiefIn(useTimeline())
  const x = useSession(({ playhead }) => xOf(scale, playhead.instant))
  const right = scale.at(-1)?.right ?? 0
  if (!hasThief) return null
  return <rect className={css['veil']} x={x} y={0} width={right - x} height={height} />
}
