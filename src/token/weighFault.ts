/** How grave is a fault of form, and how is it named in a few words? decisions.md C. */
import type { TokenFault } from './fault.ts'

/** How much a fault weighs on the Form rung (decisions.md C). */
export function weighFault(fault: TokenFault): 'fail' | 'warning' {
  switch (fault.code) {
    case 'part-count':
    case 'cut-out':
    case 'empty-header':
    case 'illegal-character':
    case 'impossible-length':
    case 'alg-missing':
    case 'alg-not-text':
    case 'b64-without-crit':
      return 'fail'
    case 'not-utf8':
    case 'not-json':
    case 'not-an-object':
      return fault.part === 'header' ? 'fail' : 'warning'
    case 'standard-alphabet':
    case 'padding':
    case 'unused-bits':
    case 'byte-order-mark':
    case 'duplicate-name':
    case 'empty-payload':
      return 'warning'
    case 'of-form':
      return fault.weight
    default:
      return fault satisfies never
  }
}

/** The fault as the reason of the Form rung: no capital where a common word stands first, no full stop. */
export function tellFaultShortly(fault: TokenFault): string {
  switch (fault.code) {
    case 'part-count':
      if (fault.count < 3) return `only ${fault.count} of 3 parts`
      return fault.count === 4 ? '4 parts, neither 3 nor 5' : 'more than 5 parts'
    case 'cut-out':
      return `a piece is missing after character ${fault.start}`
    case 'empty-header':
      return 'the header is empty'
    case 'illegal-character':
      return `character ${fault.start + 1} can’t be in a token`
    case 'standard-alphabet':
      return `the ${fault.part} is base64, not base64url`
    case 'padding':
      return `the ${fault.part} ends in padding`
    case 'impossible-length':
      return `the ${fault.part}’s length can’t be right`
    case 'unused-bits':
      return `unused bits are set at the end of the ${fault.part}`
    case 'not-utf8':
      return `the ${fault.part} isn’t UTF-8 text`
    case 'not-json':
      return fault.part === 'payload'
        ? 'the payload isn’t JSON: a signed message, not a JWT'
        : `the ${fault.part} isn’t JSON`
    case 'byte-order-mark':
      return `the ${fault.part} starts with a byte order mark`
    case 'duplicate-name':
      return `a name appears twice in the ${fault.part}`
    case 'not-an-object':
      return fault.part === 'payload'
        ? 'the payload is no JSON object: a signed message, not a JWT'
        : `the ${fault.part} is no JSON object`
    case 'empty-payload':
      return 'the payload is empty'
    case 'alg-missing':
      return 'the header names no algorithm'
    case 'alg-not-text':
      return 'the header’s alg is not text'
    case 'b64-without-crit':
      return 'b64 is false without being listed in crit'
    case 'of-form':
      return fault.short
    default:
      return fault satisfies never
  }
}
