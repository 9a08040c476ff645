/** Do the steps of lessons 1 to 5 and 8 hold on whatever token a learner brings, and is the reason told where it cannot be that one? */
import { describe, expect, it } from 'vitest'
import { see } from '../../src/lessons/boards.ts'
import { claimsLesson } from '../../src/lessons/course/claims.ts'
import { headerLesson } from '../../src/lessons/course/header.ts'
import { issuerLesson } from '../../src/lessons/course/issuer.ts'
import { meetLesson } from '../../src/lessons/course/meet.ts'
import { readableLesson } from '../../src/lessons/course/readable.ts'
import { signatureLesson } from '../../src/lessons/course/signature.ts'
import { lessonTokenFor, type TokenNeeds } from '../../src/lessons/lessonToken.ts'
import { makeSample } from '../../src/samples/makeSample.ts'
import type { SampleId } from '../../src/samples/sampleIds.ts'
import { readAnyForm } from '../../src/token/readAnyForm.ts'
import { signPayload } from '../../src/lessons/signPayload.ts'
import { NOW } from './ownTokens.ts'

const sample = async (id: SampleId): Promise<string> =>
  (await makeSample(id, { now: NOW, makeId: () => '0'.repeat(32) }))?.tokens.texts[0] ?? ''

/** `reason` is what stands over the board of a lesson that needs no more than a readable token; null where it is the learner's own. */
const TOKENS: readonly { name: string; text: string; reason: RegExp | null }[] = [
  { name: 'an RS256 token', text: await sample('rs256'), reason: null },
  { name: 'an encrypted token', text: await sample('jwe'), reason: /is encrypted/ },
  { name: 'an SD-JWT', text: await sample('sd-jwt'), reason: /not in the plain compact form/ },
  {
    name: 'hostile names',
    text: signPayload('{"__proto__":{"a":1},"<b>":"\\u202e","email":"a","role":"x"}'),
    reason: null,
  },
  {
    name: 'markup for claims',
    text: signPayload('{"<img src=x onerror=alert(1)>":"<script>","sub":"`*[x](#/y)"}'),
    reason: null,
  },
  { name: 'Arabic claims', text: signPayload('{"الاسم":"ليلى","sub":"١"}'), reason: null },
  {
    name: 'an address of its own',
    text: signPayload('{"email":"ada@lovelace.example","sub":"1"}'),
    reason: null,
  },
  { name: 'no claims', text: signPayload('{}'), reason: /makes no claims/ },
  {
    name: 'a token of 8 KB',
    text: signPayload(JSON.stringify({ sub: '1', notes: 'x'.repeat(6000) })),
    reason: /too long/,
  },
  { name: 'two parts', text: 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0', reason: /its three parts/ },
  { name: 'a payload that is no JSON', text: 'eyJhbGciOiJIUzI1NiJ9.AAAA.AAAA', reason: /claims/ },
]

const tokenFor = (text: string, needs: TokenNeeds): ReturnType<typeof lessonTokenFor> =>
  lessonTokenFor(
    { reading: readAnyForm(text, { chosen: 0, detached: null }), isSample: false, secret: null },
    needs,
    NOW,
  )

describe.each(TOKENS)('$name', ({ text, reason }) => {
  it('is the lesson’s own, or an example stands in for it and says why', () => {
    const token = tokenFor(text, 'readable')
    if (reason === null) expect(token).toMatchObject({ text, origin: 'own', reason: null })
    else {
      expect(token.origin).toBe('example')
      expect(token.reason).toMatch(reason)
      expect(token.reason).toContain('Your token is untouched.')
    }
  })

  describe.each([
    meetLesson,
    readableLesson,
    headerLesson,
    claimsLesson,
    signatureLesson,
    issuerLesson,
  ])('$slug', ({ needs, steps }) => {
    const token = tokenFor(text, needs)
    it.each(steps.map((step, index) => [index + 1, step.title, step] as const))(
      'step %i, %s, holds',
      async (_number, _title, step) => {
        const at = async (state: ReturnType<typeof step.start>) => see(step.board, state, NOW)
        const start = await at(step.start(token))
        const solved = await at(step.solution(token))
        expect(step.goal(start, token)).toBe(false)
        expect(step.goal(solved, token)).toBe(true)
        for (const told of [...step.explain(start, token), ...step.explain(solved, token)])
          expect(told).not.toMatch(/undefined|null|NaN/)
      },
    )
  })
})
