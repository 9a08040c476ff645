/** On which tokens is every lesson tried? The learner's may be any. */
import { type LessonToken, lessonTokenFor, type TokenNeeds } from '../../src/lessons/lessonToken.ts'
import { DEMO_SECRET, makeFreshPair } from '../../src/samples/freshPair.ts'
import { readToken } from '../../src/token/readToken.ts'
import { EXAMPLE, NOTES_ACCESS } from '../intake/tokens.ts'

export const NOW = 1_760_000_000

const [FRESH = ''] = makeFreshPair({ now: NOW, makeId: () => '0'.repeat(32) }).tokens.texts

const OWN: Record<string, { text: string; isSample: boolean; secret: string | null }> = {
  'the example of a first visit': { text: FRESH, isSample: true, secret: DEMO_SECRET },
  'an access token of 2018': { text: NOTES_ACCESS, isSample: false, secret: null },
  'John Doe': { text: EXAMPLE, isSample: false, secret: null },
  'no token at all': { text: '', isSample: false, secret: null },
}

/** The lesson's token for each of them. */
export const lessonTokens = (needs: TokenNeeds): [string, LessonToken][] =>
  Object.entries(OWN).map(([name, { text, isSample, secret }]) => [
    name,
    lessonTokenFor({ reading: readToken(text), isSample, secret }, needs, NOW),
  ])
