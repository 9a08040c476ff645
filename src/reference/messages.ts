/** Which messages can this page give, each as it would say it? Every case of every union that is told stands here once. ux.md 7.1. */
import { tellOpening } from '../encryption/tellOpening.ts'
import { tellKeyFault } from '../keys/keyFault.ts'
import { tellSecretFault } from '../keys/secret.ts'
import { tellRefusal } from '../token/critical.ts'
import { tellFault } from '../token/tellFault.ts'
import { tellSigningRefusal } from '../verification/signRefusal.ts'
import { tellVerdict } from '../verification/tellVerdict.ts'
import { tellUnusable } from '../verification/unusableKey.ts'
import { tellConcern } from '../verification/usedKey.ts'
import {
  FAULTS,
  HS256,
  KEY_FAULTS,
  REFUSALS,
  SECRET_FAULTS,
  UNUSABLE,
  VERDICTS,
} from './examples.ts'
import { CONCERNS, OPENINGS, SIGNING_REFUSALS } from './moreExamples.ts'

interface Message {
  /** Unique among the messages. */
  id: string
  /** What it is about, in a word or two. */
  group: string
  lead: string
  rest: string
}

/** All of them, with values of an example in their places. */
export function messages(): Message[] {
  return [
    ...all('form', 'Form', FAULTS, (fault) => {
      const { title, text } = tellFault(fault)
      return { lead: title, rest: text }
    }),
    ...all('signature', 'Signature', VERDICTS, tellVerdict),
    ...all('crit', 'Critical extensions', REFUSALS, tellRefusal),
    ...all('key', 'Key', UNUSABLE, (reason) => tellUnusable(reason, HS256)),
    ...all('key-text', 'Key', KEY_FAULTS, (fault) => ({
      lead: 'Can’t read this key:',
      rest: `${tellKeyFault(fault)}.`,
    })),
    ...all('secret-text', 'Key', SECRET_FAULTS, (fault) => ({
      lead: 'Can’t read this secret as base64:',
      rest: `${tellSecretFault(fault, 'base64')}.`,
    })),
    ...all('key-warning', 'Key', CONCERNS, (concern) => {
      const { clause, reason } = tellConcern(concern, HS256.name)
      return { lead: 'Signature valid,', rest: clause ?? `but with ${reason}.` }
    }),
    ...all('signing', 'Signing', SIGNING_REFUSALS, tellSigningRefusal),
    ...all('opening', 'Encryption', OPENINGS, tellOpening),
  ]
}

function all<Code extends string, Case>(
  prefix: string,
  group: string,
  cases: Record<Code, Case>,
  tell: (one: Case) => { lead: string; rest: string },
): Message[] {
  return Object.entries<Case>(cases).map(([code, one]) => {
    const { lead, rest } = tell(one)
    return { id: `${prefix}-${code}`, group, lead, rest }
  })
}
