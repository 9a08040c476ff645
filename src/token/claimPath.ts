/** Where in the claims does something stand, written as people read it? RFC 9901 §6. */
import { shown } from './quote.ts'

/** A name in an object or an index from 0 in an array, below its parent; null stands for the claims set itself. */
export interface ClaimPath {
  parent: ClaimPath | null
  step: string | number
}

const PLAIN = /^[\p{L}\p{N}_@$-]+$/u
/** Deeper paths show their last steps only. */
const MOST_STEPS = 12

/** `address.street_address`, `nationalities[0]` (indexes from 0, as programs write them), `links["a.b"]`. */
export function tellPath(path: ClaimPath): string {
  const steps: (string | number)[] = []
  let here: ClaimPath | null = path
  while (here !== null && steps.length < MOST_STEPS) {
    steps.unshift(here.step)
    here = here.parent
  }
  const text = steps.map(tellStep).join('')
  return here === null ? text.replace(/^\./, '') : `…${text}`
}

function tellStep(step: string | number): string {
  if (typeof step === 'number') return `[${step}]`
  return PLAIN.test(step) ? `.${shown(step)}` : `["${shown(step)}"]`
}
