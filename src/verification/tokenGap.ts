/** Why does a text offer no signature that could be checked here, and how is that said? RFC 7515 §5.2, §7.2; RFC 7516 §7.2. */
import { EMPTY } from './plainWords.ts'

export type TokenGap =
  | { code: 'empty' }
  | { code: 'parts'; count: number }
  | { code: 'cut-out'; after: number }
  | { code: 'header' }
  | { code: 'alg-missing' }
  | { code: 'alg-not-text' }

/** `lead` and `rest` make the headline, `reason` stands on the Signature rung. */
export interface GapTold {
  lead: string
  rest: string
  reason: string
}

export function tellTokenGap(gap: TokenGap): GapTold {
  switch (gap.code) {
    case 'empty':
      return {
        lead: EMPTY.lead,
        rest: EMPTY.rest,
        reason: EMPTY.signature,
      }
    case 'parts':
      return gap.count < 3
        ? {
            lead: `Only ${gap.count} of 3 parts.`,
            rest: 'There is no signature to check; the parts that are here are read.',
            reason: 'no signature part',
          }
        : {
            lead: `${gap.count > 5 ? 'More than 5' : gap.count} parts.`,
            rest: 'A signed token has 3 and an encrypted one 5, so there is nothing to check.',
            reason: 'no part can be told to be the signature',
          }
    case 'cut-out':
      return {
        lead: `A piece is missing after character ${gap.after}.`,
        rest: 'Three dots stand in its place, so nothing can be checked. Copy the token again from where all of it is shown.',
        reason: 'a piece of the token is missing',
      }
    case 'header':
      return {
        lead: 'The header can’t be read.',
        rest: 'It says how a token is signed or encrypted, so there is nothing to check.',
        reason: 'the header can’t be read',
      }
    case 'alg-missing':
      return {
        lead: 'The header names no algorithm.',
        rest: 'Without alg nobody can say how to check this token.',
        reason: 'the header names no algorithm',
      }
    case 'alg-not-text':
      return {
        lead: 'The header’s alg is not text.',
        rest: 'Nobody can say how to check this token.',
        reason: 'alg is not text',
      }
    default:
      return gap satisfies never
  }
}

/** Of a signature whose payload is not in the token; `isEmpty` as in the verdict. */
export function tellPayloadApart(isEmpty: boolean): GapTold {
  const where =
    'If it travels apart (detached, RFC 7515 appendix F), paste it under Detached payload.'
  const reason = 'the payload is not in the token'
  return isEmpty
    ? {
        lead: 'The payload part is empty,',
        rest: `and this key did not sign an empty one. ${where}`,
        reason,
      }
    : { lead: 'The payload is not in the token.', rest: where, reason }
}
