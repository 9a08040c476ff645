/** What happened inside the server with families, whatever the body says? RFC 9700 §4.14.2, RFC 6749 §5.2. */
import { nameInSentence } from '../claims/shortText.ts'
import { type Reason, tellReason } from '../simplejwt/reason.ts'
import { type Refusal, tellRefusal } from '../simplejwt/refusal.ts'
import { tellTimes } from '../simplejwt/tellValue.ts'

/** Instants are unix milliseconds. */
export type FamilyReason =
  | { readonly code: 'let-in'; readonly as: Extract<Reason, { code: 'let-in' }> }
  | { readonly code: 'logged-in'; readonly username: string }
  | {
      readonly code: 'refreshed'
      readonly how: 'kept' | 'replaced' | 'old works on' | 'in overlap'
    }
  | { readonly code: 'logged-out'; readonly isAccessAsked: boolean }
  | { readonly code: 'token-refused'; readonly refusal: Refusal }
  | { readonly code: 'spent'; readonly at: number }
  /** This request gave the reuse away. */
  | { readonly code: 'reuse-found'; readonly at: number }
  | { readonly code: 'family-revoked'; readonly at: number; readonly cause: 'reuse' | 'logout' }
  | { readonly code: 'no-token' }
  | { readonly code: 'unknown-token' }
  | { readonly code: 'no-view'; readonly path: string }

/** What the table shows under "Why": at most two sentences. */
export function tellFamilyReason(reason: FamilyReason): string {
  switch (reason.code) {
    case 'let-in':
      return tellReason(reason.as)
    case 'logged-in':
      return `${nameInSentence(reason.username)} logged in on the issuer’s own page. A new token family begins.`
    case 'refreshed':
      return tellHow(reason.how)
    case 'logged-out':
      return reason.isAccessAsked
        ? 'The family is revoked, and the API looks that up for access tokens too.'
        : 'The family is revoked. Access tokens work on until their exp.'
    case 'token-refused':
      return tellRefusal(reason.refusal)
    case 'spent':
      return `This token was used up at ${timeOf(reason.at)} (UTC). The rest of its family lives on.`
    case 'reuse-found':
      return `This token was used up at ${timeOf(reason.at)} (UTC), and it came again: the server takes that for theft. The whole family is revoked now.`
    case 'family-revoked':
      return reason.cause === 'reuse'
        ? `Its family was revoked at ${timeOf(reason.at)} (UTC), when a used token came again.`
        : `Its family was revoked at ${timeOf(reason.at)} (UTC), by a logout.`
    case 'no-token':
      return 'The request carries no token.'
    case 'unknown-token':
      return 'The signature matches, but no login here led to this token.'
    case 'no-view':
      return `Nothing is at ${nameInSentence(reason.path)}.`
    default:
      return reason satisfies never
  }
}

function tellHow(how: Extract<FamilyReason, { code: 'refreshed' }>['how']): string {
  switch (how) {
    case 'kept':
      return 'The refresh token is in order and stays: rotation is off.'
    case 'replaced':
      return 'There is a new refresh token, and the old one is used up.'
    case 'old works on':
      return 'There is a new refresh token. The old one works on too: this server does not look for reuse.'
    case 'in overlap':
      return 'The token was used just before, and the overlap still lets it in. There is another new pair.'
    default:
      return how satisfies never
  }
}

const timeOf = (at: number): string => tellTimes(at / 1000)[0] ?? ''
