/** What do people paste, as the study notes have it, and how is a token made for a test? */
import { createHmac } from 'node:crypto'

export const CURL =
  "curl http://127.0.0.1:8000/hello/ -H 'Authorization: Bearer eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJ0b2tlbl90eXBlIjoiYWNjZXNzIiwiZXhwIjoxNTQzODI4NDMxLCJqdGkiOiI3ZjU5OTdiNzE1MGQ0NjU3OWRjMmI0OTE2NzA5N2U3YiIsInVzZXJfaWQiOjF9.Ju70kdcaHKn1Qaz8H42zrOYk0Jx9kIckTn9Xx7vhikY'"

/** The token inside that command; it expired at 2018-12-03 09:13:51 UTC, 1543828431. */
export const CURL_TOKEN = /eyJ[\w.-]+/.exec(CURL)?.[0] ?? ''

export const ACCESS =
  'eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJ0b2tlbl90eXBlIjoiYWNjZXNzIiwiZXhwIjoxNTQ1MjI0MjU5LCJqdGkiOiIyYmQ1NjI3MmIzYjI0YjNmOGI1MjJlNThjMzdjMTdlMSIsInVzZXJfaWQiOjF9.D92tTuVi_YcNkJtiLGHtcn6tBcxLCBxz9FKD3qzhUg8'
export const REFRESH =
  'eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJ0b2tlbl90eXBlIjoicmVmcmVzaCIsImV4cCI6MTU0NTMxMDM1OSwianRpIjoiMjk2ZDc1ZDA3Nzc2NDE0ZjkxYjhiOTY4MzI4NGRmOTUiLCJ1c2VyX2lkIjoxfQ.rA-mnGRg71NEW_ga0sJoaMODS5ABjE5HnxJDb0F8xAo'

/** The answer to a login. */
export const PAIR = `{
  "access": "${ACCESS}",
  "refresh": "${REFRESH}"
}`

/** Signed with the secret `secret`. */
export const JOHN_DOE =
  'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiYWRtaW4iOnRydWV9.TJVA95OrM7E2cBab30RMHrHDcEfxjoYZgeFONFh7HgQ'

/** 42 bytes, so that nothing is said about its length. */
export const SECRET = 'a secret long enough for any HMAC, 42 byte'

export const encode = (data: string | Uint8Array): string => Buffer.from(data).toString('base64url')

/** A token signed with HS256 and SECRET, of a payload as it is written. */
export function signed(
  payload: string | Uint8Array,
  header = '{"alg":"HS256","typ":"JWT"}',
): string {
  const input = `${encode(header)}.${encode(payload)}`
  return `${input}.${createHmac('sha256', SECRET).update(input).digest('base64url')}`
}

/** The bytes of one part of a token. */
export function bytesOf(token: string, part: number): Buffer {
  return Buffer.from(token.split('.')[part] ?? '', 'base64url')
}
