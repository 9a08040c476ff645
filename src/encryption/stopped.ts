/** Why does reading an encrypted token end here? The reason travels up as what became of opening it. */
import type { Opening, SealFault } from './opening.ts'

/** Never leaves this folder: whoever is asked from outside catches it. */
export class Stopped extends Error {
  readonly opening: Exclude<Opening, { kind: 'opened' }>
  constructor(opening: Stopped['opening']) {
    super()
    this.opening = opening
  }
}

/** Something no key can mend. */
export const faulty = (fault: SealFault): Stopped => new Stopped({ kind: 'faulty', fault })
