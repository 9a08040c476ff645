/** How are the outcomes told that a first visit meets: nothing yet, still checking, and a good signature? */
import { grouped } from '../token/grouped.ts'

export const EMPTY = {
  lead: 'Paste a token to begin.',
  rest: 'Nothing you paste leaves this tab.',
  signature: 'nothing pasted',
  key: 'no token yet',
}

export const CHECKING = {
  lead: 'Checking the signature…',
  rest: '',
  signature: 'checking…',
  key: 'checking…',
}

export const NOT_LOADED = {
  lead: 'A part of this page did not load.',
  rest: 'Reload the page; what is decoded here still holds.',
  signature: 'a part of this page did not load',
  key: 'not tried',
}

/** V4 of ux.md 3.5. */
export function tellPassed(alg: string): { lead: string; rest: string } {
  return { lead: 'Signature valid:', rest: `this key signed exactly these bytes (${alg}).` }
}

/** `characters` is the length of the signing input. */
export function tellCovered(alg: string, characters: number): string {
  return `${alg} over ${characters === 1 ? 'this 1 character' : `these ${grouped(characters)} characters`}`
}

/** `bytes` is the length of the secret. */
export function tellSecret(bytes: number): string {
  return `the secret you gave, ${grouped(bytes)} ${bytes === 1 ? 'byte' : 'bytes'}`
}
