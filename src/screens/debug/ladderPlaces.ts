/** Where on the page is it decided what a rung of the ladder says? */
import type { Rung } from '../../judgement/ladder.ts'
import { goTo, PLACES } from '../places.ts'

/** Of several the first that is there: a form without a fault has no finding. */
const DECIDED: Record<Rung['name'], readonly string[]> = {
  Form: ['#findings [data-of-form]', '#header'],
  Signature: ['#signature'],
  Key: [PLACES['k']?.selector ?? ''],
  Time: ['#time'],
  Policy: ['#policy'],
}

/** Puts the focus there; whoever has just marked the words of a row wants to copy them. */
export function leadFrom(name: Rung['name']): void {
  if (getSelection()?.isCollapsed === false) return
  const place = DECIDED[name].find((selector) => document.querySelector(selector) !== null)
  if (place !== undefined) goTo(place)
}
