/** On which tokens do learners come into a lesson? */
import { makeSample } from '../../src/samples/makeSample.ts'
import type { SampleId } from '../../src/samples/sampleIds.ts'
import { type LessonToken, lessonTokenFor, type TokenNeeds } from '../../src/lessons/lessonToken.ts'
import { readToken } from '../../src/token/readToken.ts'
import { signPayload } from '../../src/lessons/signPayload.ts'

/** 2026-01-01 00:00:00 UTC. */
export const NOW = 1_767_225_600

export async function sampleToken(
  id: SampleId,
  needs: TokenNeeds = 'readable',
): Promise<LessonToken> {
  const sample = await makeSample(id, { now: NOW, makeId: () => '0'.repeat(32) })
  const text = sample?.tokens.texts[0] ?? ''
  return lessonTokenFor({ reading: readToken(text), isSample: true, secret: null }, needs, NOW)
}

/** A token of the learner's own, with these claims as JSON text. */
export function ownToken(payload: string, needs: TokenNeeds = 'readable'): LessonToken {
  const reading = readToken(signPayload(payload))
  return lessonTokenFor({ reading, isSample: false, secret: null }, needs, NOW)
}
