/** Can lessons 6, 7, 11 and 12 be played on tokens that nobody thought of, and do they still speak plainly? */
import { describe, expect, it } from 'vitest'
import { see } from '../../src/lessons/boards.ts'
import { carryLesson } from '../../src/lessons/course/carry.ts'
import { djangoLesson } from '../../src/lessons/course/django.ts'
import { productionLesson } from '../../src/lessons/course/production.ts'
import { whyLesson } from '../../src/lessons/course/why.ts'
import { tokenOf } from './tokenOf.ts'
import { NOW } from './tokens.ts'

const TOKENS = {
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
  'markup for claims': tokenOf({ '<img>': '<script>', sub: '`*[x](#/y)', __proto__: null }),
  'as many characters as a lesson takes': tokenOf({ sub: '1', notes: 'x'.repeat(2950) }),
}

describe.each([whyLesson, carryLesson, djangoLesson, productionLesson])('$slug', (lesson) => {
  describe.each(lesson.steps)('$title', (step) => {
    it.each(Object.entries(TOKENS))('is played and told on %s', async (_, token) => {
      const start = await see(step.board, step.start(token), NOW)
      const solved = await see(step.board, step.solution(token), NOW)
      expect(step.goal(start, token)).toBe(false)
      expect(step.goal(solved, token)).toBe(true)
      for (const seen of [start, solved])
        for (const text of [...step.tell(token), ...step.explain(seen, token)])
          expect(text).not.toMatch(/undefined|NaN|null|Infinity|\[object/)
      const { choices = [] } = step.prediction?.(token) ?? {}
      expect(new Set(choices.map(({ text }) => text)).size).toBe(choices.length)
    })
  })
})
