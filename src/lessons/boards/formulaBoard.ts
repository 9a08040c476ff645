/** Which ingredients has a learner put into the formula of the signature, and what does it make of them? RFC 7515 §5.1. */
import { encodeBase64url } from '../../token/base64url.ts'
import { readToken } from '../../token/readToken.ts'
import { writeUtf8 } from '../../token/utf8.ts'
import { computeMac } from '../../verification/hmac.ts'

/** What can stand in a slot. */
export const INGREDIENTS = {
  header: 'the encoded header',
  payload: 'the encoded payload',
  claims: 'the claims as plain JSON',
  secret: 'the secret',
  signature: 'the signature',
} as const

export type Ingredient = keyof typeof INGREDIENTS

export const FORMULA_SLOTS = {
  first: 'Before the dot',
  second: 'After the dot',
  key: 'Key',
} as const

export type FormulaSlot = keyof typeof FORMULA_SLOTS

export interface FormulaState {
  token: string
  secret: string
  slots: Readonly<Record<FormulaSlot, Ingredient | null>>
}

export interface FormulaSeen extends FormulaState {
  /** What the formula makes; null while a slot is empty. */
  made: string | null
  /** The third part of the token. */
  wanted: string
}

export const startFormula = (token: string, secret: string): FormulaState => ({
  token,
  secret,
  slots: { first: null, second: null, key: null },
})

export const solveFormula = (token: string, secret: string): FormulaState => ({
  token,
  secret,
  slots: { first: 'header', second: 'payload', key: 'secret' },
})

export function fillSlot(
  state: FormulaState,
  slot: FormulaSlot,
  ingredient: Ingredient | null,
): FormulaState {
  return { ...state, slots: { ...state.slots, [slot]: ingredient } }
}

/** The HMAC is really computed, whatever stands in the slots. */
export function seeFormula(state: FormulaState): FormulaSeen {
  const { header, payload, signature } = readToken(state.token)
  const texts: Record<Ingredient, string> = {
    header: header?.text ?? '',
    payload: payload?.text ?? '',
    claims: payload?.decoded.text ?? '',
    secret: state.secret,
    signature: signature?.text ?? '',
  }
  const { first, second, key } = state.slots
  const wanted = texts.signature
  if (first === null || second === null || key === null) return { ...state, made: null, wanted }
  const input = writeUtf8(`${texts[first]}.${texts[second]}`)
  const mac = computeMac('SHA-256', writeUtf8(texts[key]), input)
  return { ...state, made: encodeBase64url(mac), wanted }
}
