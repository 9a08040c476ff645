/** Tokens for the tests of this folder, made from a header and a payload as text. */
import { encodeBase64url } from '../../src/token/base64url.ts'
import type { FaultCode, TokenFault } from '../../src/token/fault.ts'
import { readToken, type TokenReading } from '../../src/token/readToken.ts'
import { writeUtf8 } from '../../src/token/utf8.ts'

export const HS256 = '{"alg":"HS256","typ":"JWT"}'
export const HEADER = 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9'
export const PAYLOAD =
  'eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiYWRtaW4iOnRydWUsImlhdCI6MTUxNjIzOTAyMn0'
export const SIGNATURE = '_4KtAgLbv1vDwQBaTxBnO60NDVrLgBSpdo3Dv8qXr7w'

export const encode = (text: string): string => encodeBase64url(writeUtf8(text))
export const tokenOf = (header: string, payload: string): string =>
  `${encode(header)}.${encode(payload)}.${SIGNATURE}`
export const faultsOf = (text: string): TokenFault[] => readToken(text).faults
export const codesOf = (reading: TokenReading): FaultCode[] =>
  reading.faults.map(({ code }) => code)
