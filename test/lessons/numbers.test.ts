/** Are the numbers that lessons say in plain words those that are measured, set or computed? */
import { describe, expect, it } from 'vitest'
import facts from '../../src/lessons/data/server-facts.json'
import {
  firstTooMany,
  viewHeader,
  type PermissionsState,
} from '../../src/lessons/boards/permissionsBoard.ts'
import { carryLesson } from '../../src/lessons/course/carry.ts'
import { claimsLesson } from '../../src/lessons/course/claims.ts'
import { leakLesson } from '../../src/lessons/course/leak.ts'
import type { Lesson } from '../../src/lessons/lesson.ts'
import { scenarioWith } from '../../src/simulation/preset.ts'
import { grouped } from '../../src/token/grouped.ts'
import { tokenOf } from './tokenOf.ts'

const token = tokenOf({ token_type: 'access', exp: 1_900_000_000, user_id: '1' })
const line = (stack: PermissionsState['stack'], count: number): ReturnType<typeof viewHeader> =>
  viewHeader({ stack, count }, token)

/** All that a lesson says beside its boards. */
const textOf = ({ steps, teacher }: Lesson): string =>
  JSON.stringify([
    teacher,
    steps.map((step) => [step.tell(token), step.prediction?.(token), step.notes]),
  ])

describe('lesson 7', () => {
  it('says the longest line that was measured behind nginx and gunicorn', () => {
    const { limit } = line('nginx+gunicorn', 1)
    expect(textOf(carryLesson).match(/\b\d,\d{3}\b/g)).toEqual([grouped(limit), grouped(limit)])
  })

  it('says what one permission costs, and what ten times too many come to', () => {
    const each = (line('runserver', 200).lineLength - line('runserver', 100).lineLength) / 100
    expect(Math.round(each)).toBe(27)
    const tenfold = 10 * ((firstTooMany('nginx+gunicorn', token) ?? 0) - 1)
    const { lineLength, limit } = line('runserver', tenfold)
    expect(lineLength).toBeGreaterThan(limit)
  })
})

it('lesson 9 says the lifetimes that SimpleJWT comes with', () => {
  const { accessLifetime, refreshLifetime } = scenarioWith({})
  expect(accessLifetime).toBe(5 * 60_000)
  expect(refreshLifetime).toBe(24 * 60 * 60_000)
})

it('lesson 10 tells the theft that its last session runs', () => {
  const [start] = leakLesson.steps.slice(-1).map((step) => step.start(token))
  expect(start).toMatchObject({
    scenario: { tabs: 2, theft: { what: 'both', at: 130_000, every: 5_000 } },
  })
})

it('lesson 12 says how long was waited on the measured servers', () => {
  const { gunicorn, 'nginx+gunicorn': nginx } = facts.slowClient
  expect(Math.round(gunicorn.fast.seconds)).toBe(30)
  expect(Math.round(nginx.slow.closedAfterSeconds)).toBe(60)
  expect(Math.round(facts.gunicornFrozen.seconds)).toBe(60)
  expect(facts.gunicornFrozen.status).toBe(504)
  expect(facts.gunicornStopped).toMatchObject({ status: 502, seconds: 0 })
  expect(facts.static.gunicorn).toContain(' 404 ')
})

it('lesson 4 asks for the first second of 2100', () => {
  const [, seconds = ''] = /exp\\*": (\d{10})/.exec(textOf(claimsLesson)) ?? []
  expect(new Date(1000 * Number(seconds)).toISOString()).toBe('2100-01-01T00:00:00.000Z')
})
