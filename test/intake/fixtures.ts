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

/** One token without a name, no warning and no request, unless told otherwise. */
export function one(
  name: string,
  raw: string,
  token: string,
  sentence: string,
  more: Partial<Fixture> = {},
): Fixture {
  const tokens: Fixture['tokens'] = [[token, null]]
  return { name, raw, kind: 'token', tokens, sentence, warnings: [], request: null, ...more }
}

export function several(
  name: string,
  raw: string,
  tokens: Fixture['tokens'],
  sentence: string,
  more: Partial<Fixture> = {},
): Fixture {
  return { name, raw, kind: 'tokens', tokens, sentence, warnings: [], request: null, ...more }
}

export function none(name: string, raw: string, kind: IntakeKind, sentence: string): Fixture {
  return { name, raw, kind, tokens: [], sentence, warnings: [], request: null }
}
