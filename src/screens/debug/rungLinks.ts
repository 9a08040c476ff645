/** Where on the page is it decided what a rung of the ladder says, and how does a rung lead there? Arrives late. */
import type { Rung } from '../../judgement/ladder.ts'
import { goTo, PLACES } from '../places.ts'

/** Of several the first that is there: a form without a fault has no finding, and few times are a matter of leeway. */
const DECIDED: Record<Rung['name'], readonly string[]> = {
  Form: ['#findings [data-about="form"]', '#header'],
  Signature: ['#signature'],
  Key: [PLACES['k']?.selector ?? ''],
  Time: ['main:has([data-about="skew"]) #leeway', '#time'],
  Policy: ['#policy'],
}

const isRung = (name: string | undefined): name is Rung['name'] =>
  name !== undefined && Object.hasOwn(DECIDED, name)

/** A press anywhere on a row leads; up and down go from row to row, so that Tab stops at them once. */
export function listenForRungs(): () => void {
  document.addEventListener('click', onClick)
  document.addEventListener('keydown', onKeyDown)
  return () => {
    document.removeEventListener('click', onClick)
    document.removeEventListener('keydown', onKeyDown)
  }
}

const rowOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-rung]') : null

function onClick({ target }: MouseEvent): void {
  const name = rowOf(target)?.dataset['rung']
  // whoever has just marked the words of a row wants to copy them
  if (!isRung(name) || getSelection()?.isCollapsed === false) return
  const place = DECIDED[name].find((selector) => document.querySelector(selector) !== null)
  if (place !== undefined) goTo(place)
}

function onKeyDown(event: KeyboardEvent): void {
  const row = rowOf(event.target)
  const next =
    event.key === 'ArrowDown'
      ? row?.nextElementSibling
      : event.key === 'ArrowUp'
        ? row?.previousElementSibling
        : null
  if (!next) return
  event.preventDefault()
  next.querySelector('button')?.focus()
}
