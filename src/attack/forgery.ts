/** How does a token read that somebody made up out of one they were given? RFC 7515 §7.1. */
import type { NewKey } from '../samples/newKey.ts'
import { encodeBase64url } from '../token/base64url.ts'
import { readJson } from '../token/jsonText.ts'
import { readToken } from '../token/readToken.ts'
import { writeUtf8 } from '../token/utf8.ts'
import { computeMac, HMAC_HASHES } from '../verification/hmac.ts'

/** What stands behind the second dot: the old signature, nothing, a MAC by a guessed secret, or a signature by the forger’s own key. */
export type Seal = 'kept' | 'empty' | 'secret' | 'own-key'

export interface Forgery {
  /** JSON, as typed. */
  header: string
  payload: string
  seal: Seal
  /** For the MAC; may be empty. */
  secret: string
}

/** The token as it was given, ready to be changed. */
export function startForgery(token: string): Forgery {
  const { header, payload } = readToken(token)
  return {
    header: header?.decoded.text ?? '',
    payload: payload?.decoded.text ?? '',
    seal: 'kept',
    secret: '',
  }
}

/** True where a move would change nothing. */
export const isSameForgery = (one: Forgery, other: Forgery): boolean =>
  one.header === other.header &&
  one.payload === other.payload &&
  one.seal === other.seal &&
  one.secret === other.secret

/**
 * The forged token. Whatever was typed is encoded as it stands, JSON or not. `given` is the token that the old
 * signature is taken from. A MAC uses the hash that the header’s alg names, and SHA-256 where it names none.
 * Without a key of one’s own, or where it cannot sign, the third part stays empty.
 */
export async function writeForgery(
  forgery: Forgery,
  given: string,
  own: NewKey | null,
): Promise<string> {
  const { header, payload, seal } = forgery
  const input = [header, payload].map((part) => encodeBase64url(writeUtf8(part))).join('.')
  switch (seal) {
    case 'kept':
      return `${input}.${readToken(given).signature?.text ?? ''}`
    case 'empty':
      return `${input}.`
    case 'secret': {
      const hash = HMAC_HASHES.get(algIn(header)) ?? 'SHA-256'
      const mac = computeMac(hash, writeUtf8(forgery.secret), writeUtf8(input))
      return `${input}.${encodeBase64url(mac)}`
    }
    case 'own-key':
      return (await own?.signTexts(header, payload)) ?? `${input}.`
    default:
      return seal satisfies never
  }
}

function algIn(header: string): string {
  const root = readJson(header).root
  const member = root?.kind === 'object' && root.members.findLast(({ name }) => name === 'alg')
  return member && member.value.kind === 'string' ? member.value.value : ''
}

/** One member of a JSON text set to a value, the others as they were written; text that is no object stays. */
export function withMember(text: string, name: string, value: unknown): string {
  try {
    const parsed: unknown = JSON.parse(text)
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return text
    return JSON.stringify({ ...parsed, [name]: value })
  } catch {
    return text
  }
}
