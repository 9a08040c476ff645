/** Which status and body does each outcome get? The table of behaviour.md 3. */
import { type BodyObject, type Answer, SERVER_ERROR } from './exchange.ts'
import type { PythonDict } from './pythonValue.ts'
import type { ClassRefusal, Reason } from './reason.ts'
import { type Checked, messageOf } from './refusal.ts'
import type { Release } from './release.ts'
import { type TokenClass, tokenTypes } from './settings.ts'
import type { Stores } from './stores.ts'

export function reply(
  status: number,
  body: BodyObject | string,
  stores: Stores,
  reason: Reason,
): Answer {
  return { state: 'answered', status, body, stores, reason }
}

export function replyDetail(
  status: number,
  detail: string,
  code: string | null,
  stores: Stores,
  reason: Reason,
): Answer {
  return reply(status, code === null ? { detail } : { detail, code }, stores, reason)
}

export function replyCrash(stores: Stores, reason: Reason): Answer {
  return reply(500, SERVER_ERROR, stores, reason)
}

/** A token view that asks one class. */
export function replyUnpassed(
  checked: Exclude<Checked<PythonDict>, { state: 'passed' }>,
  tokenClass: TokenClass,
  release: Release,
  stores: Stores,
): Answer {
  if (checked.state === 'waiting') return checked
  if (checked.state === 'crashed') return replyCrash(stores, checked.crash)
  const { refusal } = checked
  const reason: Reason = { code: 'token-refused', refusals: [{ tokenClass, refusal }] }
  return replyDetail(401, messageOf(refusal, release), 'token_not_valid', stores, reason)
}

/** A protected view, where every class has its line. */
export function replyRefused(
  refusals: readonly ClassRefusal[],
  release: Release,
  stores: Stores,
): Answer {
  const body = {
    detail: 'Given token not valid for any token type',
    code: 'token_not_valid',
    messages: refusals.map(({ tokenClass, refusal }) => ({
      token_class: tokenClass,
      token_type: tokenTypes[tokenClass],
      message: messageOf(refusal, release),
    })),
  }
  return reply(401, body, stores, { code: 'token-refused', refusals })
}
