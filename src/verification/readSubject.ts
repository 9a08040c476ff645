/** How does the token read that a verdict is about? */
import { readSecret } from '../keys/secret.ts'
import { readAnyForm } from '../token/readAnyForm.ts'
import type { TokenReading } from '../token/readToken.ts'
import type { Subject } from './verdict.ts'

/** A payload given apart that cannot be read in its encoding counts as none. */
export function readSubject({
  token,
  chosen = 0,
  detached,
}: Pick<Subject, 'token' | 'chosen' | 'detached'>): TokenReading {
  const given =
    detached && detached.text !== '' ? readSecret(detached.text, detached.encoding) : null
  return readAnyForm(token, { chosen, detached: given?.kind === 'bytes' ? given.bytes : null })
}
