/** Do the steps of lessons 2, 3, 4 and 8 hold on whatever token a learner brings? */
import { describe, expect, it } from 'vitest'
import { see } from '../../src/lessons/boards.ts'
import { claimsLesson } from '../../src/lessons/course/claims.ts'
import { headerLesson } from '../../src/lessons/course/header.ts'
import { issuerLesson } from '../../src/lessons/course/issuer.ts'
import { readableLesson } from '../../src/lessons/course/readable.ts'
import { NOW, ownToken, sampleToken } from './ownTokens.ts'

const TOKENS = [
  ['an RS256 token', await sampleToken('rs256')],
  ['an encrypted token', await sampleToken('jwe')],
  ['hostile names', ownToken('{"__proto__":{"a":1},"<b>":"\\u202e","email":"a","role":"x"}')],
  ['an address of its own', ownToken('{"email":"ada@lovelace.example","sub":"1"}')],
] as const

for (const lesson of [readableLesson, headerLesson, claimsLesson, issuerLesson])
  describe(lesson.slug, () => {
    for (const [name, token] of TOKENS)
      it.each(lesson.steps.map((step, index) => [index + 1, step.title, step] as const))(
        `step %i, %s, holds on ${name}`,
        async (_number, _title, step) => {
          const at = async (state: ReturnType<typeof step.start>) => see(step.board, state, NOW)
          const start = await at(step.start(token))
          const solved = await at(step.solution(token))
          expect(step.goal(start, token)).toBe(false)
          expect(step.goal(solved, token)).toBe(true)
          for (const text of [...step.explain(start, token), ...step.explain(solved, token)])
            expect(text).not.toMatch(/undefined|null|NaN/)
        },
      )
  })
