/** How does a lesson's copy of a token read, signed here with a secret that everybody may know? */
import { DEMO_SECRET } from '../samples/freshPair.ts'
import { writeUtf8 } from '../token/utf8.ts'
import { signHmacToken } from '../verification/signToken.ts'

export const HS256_HEADER = '{"alg":"HS256","typ":"JWT"}'

/** The payload as it is spelled, under HS256's usual header. */
export const signPayload = (payload: string, secret: string = DEMO_SECRET): string =>
  signHmacToken(HS256_HEADER, payload, 'HS256', writeUtf8(secret))
