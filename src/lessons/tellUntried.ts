/** What of several things has the learner not tried yet? */
import { listed } from '../token/quote.ts'
import { coded } from './readProse.ts'

/** A sentence; null once all were tried. */
export function tellUntried(all: readonly string[], tried: readonly string[]): string | null {
  const left = all.filter((one) => !tried.includes(one))
  return left.length === 0 ? null : `Still to try: ${listed(left.map(coded))}.`
}
