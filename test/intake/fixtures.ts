/** What must be found in each kind of text that people paste? ux.md 2.5. */
import type { Request } from '../../src/intake/command.ts'
import type { IntakeKind } from '../../src/intake/intake.ts'

export interface Fixture {
  name: string
  raw: string
  kind: IntakeKind
  /** Text and name of each, in order. */
  tokens: [text: string, name: string | null][]
  sentence: string
  warnings: string[]
  request: Request | null
}
