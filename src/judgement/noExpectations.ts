/** What does a server expect of which nobody has said anything? Apart from the judge, so that it can arrive first. */
import type { Expectations } from './policy.ts'

export const NO_EXPECTATIONS: Expectations = {
  issuer: '',
  audience: '',
  algorithm: '',
  type: '',
  requiredClaims: '',
  maximumAge: null,
}
