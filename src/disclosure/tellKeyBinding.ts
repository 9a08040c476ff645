/** How is it told what a key-binding JWT says and lacks? RFC 9901 §4.3. */
import { shown } from '../token/quote.ts'
import { quoted } from '../token/visible.ts'
import type { KeyBindingFault, KeyBindingReading } from './readKeyBinding.ts'

/** One fault, and what follows from it. */
export function tellKeyBindingFault(fault: KeyBindingFault): string {
  switch (fault.code) {
    case 'not-a-jwt':
      return 'What follows the last ~ is no signed JWT of three parts with claims. A server must refuse the token.'
    case 'wrong-type':
      return `Its typ must be ‘kb+jwt’, ${fault.found === null ? 'and it names none' : `but it is ${quoted(fault.found)}`}. A server must refuse it, for another kind of token may have been put here.`
    case 'no-algorithm':
      return 'Its header names no algorithm (alg). A server must refuse it.'
    case 'unsigned':
      return `Its alg is ${shown(fault.spelling)}, so nobody signed it. A server must refuse it.`
    case 'claim-missing':
      return `It has no ${fault.name}, which ${tellPurpose(fault.name)}. A server must refuse it.`
    case 'claim-kind':
      return `Its ${fault.name} must be ${fault.wanted === 'number' ? 'a number of seconds' : 'one text'}, but it is ${tellKind(fault.found)}. A server must refuse it.`
    case 'other-presentation':
      return 'Its sd_hash does not match this token with these disclosures. It was made for another selection, or a part was changed since; a server must refuse it.'
    case 'no-holder-key':
      return 'The issuer’s payload holds no holder’s key (cnf.jwk), so nothing says whose signature this is. A server must refuse it.'
    case 'other-confirmation':
      return `The issuer’s cnf holds ${fault.names.slice(0, 3).map(quoted).join(', ')}, but no jwk. This page can’t find the holder’s key by it.`
    default:
      return fault satisfies never
  }
}

/** Whether `sd_hash` fits what was presented; the holder’s signature is another question. */
export function tellSdHash({ stated, computed }: KeyBindingReading['sdHash']): {
  state: 'pass' | 'fail' | 'not checked'
  text: string
} {
  if (stated === null) return { state: 'fail', text: 'There is no sd_hash to compare.' }
  if (computed === null)
    return { state: 'not checked', text: 'This page does not know the hash that _sd_alg names.' }
  return stated === computed
    ? { state: 'pass', text: 'It matches this token with these disclosures.' }
    : { state: 'fail', text: `It does not match: this presentation gives ${shown(computed)}.` }
}

function tellPurpose(name: Extract<KeyBindingFault, { code: 'claim-missing' }>['name']): string {
  switch (name) {
    case 'iat':
      return 'says when it was made'
    case 'aud':
      return 'says for whom it was made'
    case 'nonce':
      return 'keeps it from being used a second time'
    case 'sd_hash':
      return 'ties it to the disclosures'
    default:
      return name satisfies never
  }
}

function tellKind(kind: Extract<KeyBindingFault, { code: 'claim-kind' }>['found']): string {
  switch (kind) {
    case 'true':
    case 'false':
    case 'null':
      return kind
    case 'object':
      return 'an object'
    case 'array':
      return 'a list'
    case 'string':
      return 'text'
    case 'number':
      return 'a number'
    default:
      return kind satisfies never
  }
}
