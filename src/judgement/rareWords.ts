/** What is a token of any form and kind, in one sentence, and what is said of its odd times? It arrives late. */
import { oddTimes } from '../claims/oddTimes.ts'
import { tellTokenKind } from '../claims/plainKind.ts'
import { readTokenKind } from '../claims/tokenKind.ts'
import type { JsonObject } from '../token/jsonText.ts'
import type { TokenReading } from '../token/readToken.ts'
import { type RareWords, tellAlgorithm, tellLength } from './headline.ts'
import type { FaultsTold } from './ladder.ts'

/** What it is, by its own word: "Access token for user 1, HS256."; empty where nothing was pasted. */
export function tellWhat(
  reading: TokenReading,
  claims: JsonObject | null,
  faults: FaultsTold | null,
): string {
  if (reading.form === 'empty') return ''
  const inWords = tellAlgorithm(reading)
  if (reading.form === 'jwe' && reading.more === null && reading.joseHeader === null)
    return 'Five parts, as an encrypted token (JWE) has them.'
  if (reading.form === 'jwe' && claims === null) return `Encrypted token (JWE), ${inWords}.`
  if (reading.form === 'unknown') return tellLength(reading)
  const kind = readTokenKind(reading.joseHeader, claims)
  const isMessage = reading.form === 'jws' && !claims && faults?.state !== 'fail'
  const noun = isMessage ? 'Signed message' : tellTokenKind(kind)
  const { more } = reading
  const part =
    more && more.count > 1
      ? `, ${reading.form === 'jwe' ? 'recipient' : 'signature'} ${more.chosen + 1} of ${more.count}`
      : ''
  return `${noun}, ${reading.form === 'jwe' ? 'encrypted, ' : ''}${inWords}${part}.`
}

export const rareWords: RareWords = { times: oddTimes, tellWhat }
