/** Do the steps of lessons 6, 7, 11 and 12 keep what every step has to, on each token that a learner may bring? */
import { describe, expect, it } from 'vitest'
import { see } from '../../src/lessons/boards.ts'
import { carryLesson } from '../../src/lessons/carry.ts'
import { djangoLesson } from '../../src/lessons/django.ts'
import { productionLesson } from '../../src/lessons/production.ts'
import { plainProse } from '../../src/lessons/readProse.ts'
import { whyLesson } from '../../src/lessons/why.ts'
import { tokenOf } from './tokenOf.ts'

const NOW = 1_700_000_000

const TOKENS = {
  'a SimpleJWT access token': tokenOf({
    token_type: 'access',
    exp: 1_545_224_259,
    jti: '2bd56272b3b24b3f8b522e58c37c17e1',
    user_id: 1,
  }),
  'John Doe of the notes': tokenOf({ sub: '1234567890', name: 'John Doe', admin: true }),
  'an ID token': tokenOf({
    iss: 'https://login.example',
    sub: 'a-very-long-subject-of-a-provider|1234567890',
    aud: ['one', 'two'],
    exp: 1_900_000_000,
    iat: 1_899_996_400,
    address: { country: 'GB', lines: [] },
  }),
  'dates that cannot be meant': tokenOf({ exp: 'later', iat: 1e300, nbf: null, user_id: -4 }),
  'permissions of its own': tokenOf({ permissions: ['a', 'b'], exp: 1 }),
}

const words = (texts: readonly string[]): number =>
  texts.map(plainProse).join(' ').split(/\s+/).filter(Boolean).length

describe.each([whyLesson, carryLesson, djangoLesson, productionLesson])('$slug', (lesson) => {
  it('has minutes for each step', () => {
    expect(lesson.teacher.minutes).toHaveLength(lesson.steps.length)
    expect(lesson.teacher.minutes.reduce((sum, one) => sum + one)).toBe(lesson.minutes)
  })

  describe.each(lesson.steps)('$title', (step) => {
    it.each(Object.entries(TOKENS))(
      'starts outside its goal and can be solved on %s',
      async (_, token) => {
        expect(step.goal(await see(step.board, step.start(token), NOW), token)).toBe(false)
        expect(step.goal(await see(step.board, step.solution(token), NOW), token)).toBe(true)
      },
    )

    it.each(Object.entries(TOKENS))('explains itself before and after on %s', async (_, token) => {
      const seen = [
        await see(step.board, step.start(token), NOW),
        await see(step.board, step.solution(token), NOW),
      ]
      for (const one of seen) {
        const told = step.explain(one, token)
        expect(told.length).toBeGreaterThan(0)
        for (const text of [...told, ...step.tell(token)])
          expect(text).not.toMatch(/undefined|NaN|null|Infinity|\[object|!/)
      }
    })

    it.each(Object.entries(TOKENS))(
      'asks with one right answer and other reasons on %s',
      (_, token) => {
        const { choices = [] } = step.prediction?.(token) ?? {}
        expect(choices.filter(({ isRight }) => isRight)).toHaveLength(1)
        expect(new Set(choices.map(({ text }) => text)).size).toBe(choices.length)
        expect(new Set(choices.map(({ reason }) => reason)).size).toBe(choices.length)
      },
    )

    it('is told in at most 90 words', () => {
      expect(words([step.hook, ...step.tell(TOKENS['an ID token'])])).toBeLessThanOrEqual(90)
    })
  })
})
