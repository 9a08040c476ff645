/** How does a test of the lessons get a token with these claims? */
import { readToken } from '../../src/token/readToken.ts'
import { DEMO_SECRET, signClaims } from '../../src/samples/freshPair.ts'
import type { LessonToken } from '../../src/lessons/lessonToken.ts'

/** Signed with HS256 and the demo secret, as a lesson’s copy is. */
export function tokenOf(claims: object): LessonToken {
  const text = signClaims(claims)
  const reading = readToken(text)
  const root = reading.payload?.json.root
  if (root?.kind !== 'object') throw new TypeError('the claims are not an object')
  return {
    text,
    reading,
    claims: root,
    secret: DEMO_SECRET,
    origin: 'copy',
    reason: 'Lesson copy.',
    name: 'Lesson copy, HS256',
  }
}
