/** What do the forms beside the plain compact one add to a token? RFC 7515 §7.2, appendix F; RFC 7516 §7.2; RFC 7797; RFC 9901 §4. */
import type { JsonObject } from './jsonText.ts'
import type { Segment } from './segment.ts'

export interface MoreThanCompact {
  serialization: 'compact' | 'flattened' | 'general'
  /** How many signatures or recipients there are, and which one is read here, from 0. */
  count: number
  chosen: number
  /** Header members that nothing protects; of an encrypted token, the shared ones. */
  unprotected: JsonObject | null
  /** Of an encrypted token: the header of the recipient alone. */
  recipientHeader: JsonObject | null
  /** Base64url of the additional authenticated data; null where there are none. */
  aad: string | null
  /** `b64: false`: the payload was signed as it is. */
  isUnencoded: boolean
  /** True where the payload does not travel in the token. */
  isDetached: boolean
  /** The disclosures of a selectively disclosable token, and the JWT that binds them to their holder. */
  disclosures: Segment[] | null
  keyBinding: Segment | null
  /** The form as the reason of a passed Form rung. */
  inWords: string
}

/** A compact token that has none of it. */
export const asCompact: MoreThanCompact = {
  serialization: 'compact',
  count: 1,
  chosen: 0,
  unprotected: null,
  recipientHeader: null,
  aad: null,
  isUnencoded: false,
  isDetached: false,
  disclosures: null,
  keyBinding: null,
  inWords: '',
}
