/** What happened inside the server at a request, whatever the body says? behaviour.md 2 and 3. */
import type { PythonValue } from './pythonValue.ts'
import type { Crash, Refusal } from './refusal.ts'
import type { TokenClass } from './settings.ts'

/** Why one class of token said no. */
export interface ClassRefusal {
  readonly tokenClass: TokenClass
  readonly refusal: Refusal
}

export type FieldFault = 'required' | 'null' | 'blank' | 'not text' | 'null character'

export type Reason =
  /** A protected view let the request in. Unix seconds; null where the token has no such claim as a number. */
  | {
      readonly code: 'let-in'
      readonly exp: number | null
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
