/** What of a whole session would answer the question that is asked? What is still to come; ux.md 4.8. */
import type { ReactElement } from 'react'
import css from './Picture.module.css'
import { type Scale, xOf } from './scale.ts'
import { useSession } from './useSession.ts'

export function LifeVeil({ scale, height }: { scale: Scale; height: number }): ReactElement {
  const x = useSession(({ playhead }) => xOf(scale, playhead.instant))
  const right = scale.at(-1)?.right ?? 0
  return <rect className={css['veil']} x={x} y={0} width={right - x} height={height} />
}
