/** What happened inside the server at a request, whatever the body says? behaviour.md 2 and 3. */
import { tellDuration } from '../claims/duration.ts'
import { nameInSentence } from '../claims/shortText.ts'
import type { PythonValue } from './pythonValue.ts'
import { type Crash, type Refusal, tellCrash, tellRefusal } from './refusal.ts'
import type { TokenClass } from './settings.ts'
import { nameOf, tellTimes } from './tellValue.ts'

/** Why one class of token said no. */
export interface ClassRefusal {
  readonly tokenClass: TokenClass
  readonly refusal: Refusal
}

export type FieldFault = 'required' | 'null' | 'blank' | 'not text' | 'null character'

export type Reason =
  /** A protected view let the request in. Unix seconds. */
  | {
      readonly code: 'let-in'
      readonly exp: number
      readonly now: number
      readonly leeway: number
    }
  | { readonly code: 'logged-in'; readonly username: string }
  | { readonly code: 'refreshed'; readonly rotation: Rotation }
  | { readonly code: 'slid'; readonly refreshExp: number; readonly exp: number }
  | { readonly code: 'verified'; readonly isBlacklistAsked: boolean }
  | { readonly code: 'blacklisted'; readonly hasApp: boolean }
  | { readonly code: 'token-refused'; readonly refusals: readonly ClassRefusal[] }
  | { readonly code: 'verify-blacklisted'; readonly since: number }
  | { readonly code: 'no-header'; readonly header: string }
  | { readonly code: 'empty-header'; readonly header: string }
  | {
      readonly code: 'other-scheme'
      readonly found: string
      readonly wanted: readonly string[]
    }
  | { readonly code: 'word-count'; readonly count: number }
  | { readonly code: 'no-user-claim'; readonly claim: string }
  | {
      readonly code: 'user-not-found'
      readonly claim: string
      readonly value: PythonValue
    }
  | { readonly code: 'user-inactive'; readonly username: string }
  | { readonly code: 'password-changed'; readonly username: string; readonly claim: string }
  | {
      readonly code: 'login-refused'
      readonly username: string
      readonly why: 'unknown' | 'wrong password' | 'no password' | 'inactive'
    }
  | {
      readonly code: 'fields'
      readonly faults: readonly { readonly name: string; readonly fault: FieldFault }[]
    }
  | { readonly code: 'no-object'; readonly found: string | null }
  | { readonly code: 'method'; readonly method: string; readonly allowed: string }
  | { readonly code: 'no-view'; readonly path: string }
  | { readonly code: 'user-crash'; readonly claim: string; readonly value: PythonValue }
  | Crash

/** What became of the old refresh token. */
export type Rotation = 'kept' | 'replaced' | 'replaced and blacklisted' | 'replaced, app missing'

/** What the table shows under "Why": one or two sentences, more only where several classes of token each said no. */
export function tellReason(reason: Reason): string {
  switch (reason.code) {
    case 'let-in':
      return tellLetIn(reason)
    case 'logged-in':
      return `Name and password of ${nameInSentence(reason.username)} are right.`
    case 'refreshed':
      return tellRotation(reason.rotation)
    case 'slid': {
      const [exp = '', end = ''] = tellTimes(reason.exp, reason.refreshExp)
      const first = `The same token with a later exp, ${exp}; it can be refreshed until ${end} (UTC).`
      return reason.exp > reason.refreshExp ? `${first} It even works longer than that.` : first
    }
    case 'verified':
      return reason.isBlacklistAsked
        ? 'Signature and dates are in order, and it is not on the blacklist.'
        : 'Signature and dates are in order. Nobody looked at the blacklist, and nobody asked for the user.'
    case 'blacklisted':
      return reason.hasApp
        ? 'The refresh token is on the blacklist now. Access tokens work on until their exp.'
        : 'Nothing happened: the blacklist app is not installed, so the token works on.'
    case 'token-refused':
      return tellRefusals(reason.refusals)
    case 'verify-blacklisted':
      return tellRefusal({ code: 'blacklisted', since: reason.since })
    case 'no-header':
      return `There is no ${reason.header} header.`
    case 'empty-header':
      return `The ${reason.header} header is empty.`
    case 'other-scheme':
      return `The header starts with ${nameOf(reason.found)}, this server only knows ${reason.wanted.map(nameOf).join(' or ')}, in exactly this spelling. So no token came.`
    case 'word-count':
      return `The header has ${tellWords(reason.count)}. It needs 2: the scheme and the token.`
    case 'no-user-claim':
      return `The token names no user: the claim ${nameOf(reason.claim)} is missing.`
    case 'user-not-found':
      return `${nameOf(reason.claim)} is ${nameOf(reason.value)}, and there is no such user now.`
    case 'user-inactive':
      return `The token is in order, but the user ${nameInSentence(reason.username)} is deactivated.`
    case 'password-changed':
      return `${nameOf(reason.claim)} does not match the password that ${nameInSentence(reason.username)} has now.`
    case 'login-refused':
      return tellLoginRefused(reason.username, reason.why)
    case 'fields':
      return `${reason.faults.map(({ name, fault }) => tellFieldFault(name, fault)).join('; ')}.`
    case 'no-object':
      return reason.found === null
        ? 'The body is null instead of a JSON object.'
        : `The body is not a JSON object: Python reads it as ${reason.found}.`
    case 'method':
      return `This address takes ${reason.allowed}, not ${nameInSentence(reason.method)}.`
    case 'no-view':
      return `Nothing is at ${nameInSentence(reason.path)}.`
    case 'user-crash':
      return `${nameOf(reason.claim)} is ${nameOf(reason.value)}: Django cannot look for a user with it, and the error is caught nowhere.`
    case 'crash-claim':
    case 'crash-no-id':
    case 'crash-depth':
      return tellCrash(reason)
    default:
      return reason satisfies never
  }
}

function tellLetIn({ exp, now, leeway }: Extract<Reason, { code: 'let-in' }>): string {
  const [end = '', clock = ''] = tellTimes(exp, now)
  return exp > now
    ? `exp is ${end}, the server’s clock says ${clock} (UTC): ${tellDuration(now, exp)} left.`
    : `exp is ${end}, the server’s clock says ${clock} (UTC): the ${leeway} s leeway still lets it in.`
}

function tellRotation(rotation: Rotation): string {
  switch (rotation) {
    case 'kept':
      return 'The refresh token is in order and stays: rotation is off.'
    case 'replaced':
      return 'There is a new refresh token. The old one works on too, because BLACKLIST_AFTER_ROTATION is off.'
    case 'replaced and blacklisted':
      return 'There is a new refresh token, and the old one is on the blacklist now.'
    case 'replaced, app missing':
      return 'There is a new refresh token. The old one works on too, because the blacklist app is not installed.'
    default:
      return rotation satisfies never
  }
}

function tellRefusals(refusals: readonly ClassRefusal[]): string {
  const [first, ...others] = refusals
  if (first === undefined) return 'AUTH_TOKEN_CLASSES is empty, so no token is accepted.'
  const told = tellRefusal(first.refusal)
  if (others.every(({ refusal }) => tellRefusal(refusal) === told)) return told
  return refusals
    .map(({ tokenClass, refusal }) => `${tokenClass}: ${tellRefusal(refusal)}`)
    .join(' ')
}

const tellWords = (count: number): string => (count === 1 ? '1 word' : `${count} words`)

function tellLoginRefused(
  username: string,
  why: Extract<Reason, { code: 'login-refused' }>['why'],
): string {
  const name = nameInSentence(username)
  switch (why) {
    case 'unknown':
      return `There is no user ${name}. The body does not tell.`
    case 'wrong password':
      return `The password of ${name} is another one.`
    case 'no password':
      return `${name} has no password that could be right.`
    case 'inactive':
      return `The password is right, but ${name} is deactivated. The body does not tell.`
    default:
      return why satisfies never
  }
}

function tellFieldFault(name: string, fault: FieldFault): string {
  switch (fault) {
    case 'required':
      return `${name} is missing`
    case 'null':
      return `${name} is null`
    case 'blank':
      return `${name} is empty`
    case 'not text':
      return `${name} is not text`
    case 'null character':
      return `${name} holds the character U+0000`
    default:
      return fault satisfies never
  }
}
