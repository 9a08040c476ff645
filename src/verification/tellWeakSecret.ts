/** What does a search through the list of known secrets mean for the token, in words? RFC 8725 §3.5. */
import { grouped } from '../token/grouped.ts'
import { quoted } from '../token/visible.ts'
import type { SearchOutcome } from './weakSecrets.ts'

export interface SearchTold {
  state: 'fail' | 'warning' | 'note'
  lead: string
  rest: string
}

/** Never “strong”: a list can only show that a secret is weak. Lines count from 1. */
export function tellSearch({ found, typed, lines }: SearchOutcome): SearchTold {
  if (found)
    return {
      state: 'fail',
      lead: found.secret === '' ? 'The secret is empty:' : `The secret is ${quoted(found.secret)}:`,
      rest: `it is in the public list of known secrets, line ${grouped(found.line)}. Anyone can forge this token.`,
    }
  const lead = `Not in the public list of ${grouped(lines)} secrets.`
  return typed
    ? {
        state: 'warning',
        lead,
        rest: `But the secret in the key box is in it, line ${grouped(typed.line)}. Do not sign with it.`,
      }
    : { state: 'note', lead, rest: 'That does not make it strong.' }
}
