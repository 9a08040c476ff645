/** Which of ten words everybody tries is the secret of this token? RFC 8725 §3.5. */
import { algorithmOf, readToken } from '../token/readToken.ts'
import { writeUtf8 } from '../token/utf8.ts'
import { HMAC_HASHES, isMac } from '../verification/hmac.ts'

/** All ten stand in the public list of weak secrets, src/workers/jwt.secrets.list. */
export const TEN_WORDS = [
  'password',
  'changeme',
  '123456',
  'admin',
  'jwt',
  'letmein',
  'qwerty',
  'secret',
  'test',
  'token',
] as const

/** The word that made this token’s MAC; null where none of the ten did. */
export function tryWords(token: string): string | null {
  const reading = readToken(token)
  const { payload, signature } = reading
  const hash = HMAC_HASHES.get(algorithmOf(reading) ?? '')
  if (!hash || !payload || !signature) return null
  const input = writeUtf8(token.slice(0, payload.end))
  return TEN_WORDS.find((word) => isMac(hash, writeUtf8(word), input, signature.bytes)) ?? null
}
