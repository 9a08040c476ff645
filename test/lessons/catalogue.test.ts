import { describe, expect, test } from 'vitest'
import { type BoardSeen, type BoardState, see } from '../../src/lessons/boards.ts'
import { CATALOGUE, GROUPS, PATHS } from '../../src/lessons/catalogue.ts'
import type { Lesson, Step } from '../../src/lessons/lesson.ts'
import type { LessonToken } from '../../src/lessons/lessonToken.ts'
import { plainProse } from '../../src/lessons/readProse.ts'
import { countWords, gradeOf, hardSentences } from './readability.ts'
import { lessonTokens, NOW } from './tokens.ts'

const MOST_WORDS = 90
const HIGHEST_GRADE = 9
/** One alone may be longer. */
const HARDEST_SENTENCE = 12

const seen = async (step: Step, state: BoardState): Promise<BoardSeen> =>
  see(step.board, state, NOW)

interface Case {
  name: string
  lesson: Lesson
  step: Step
  token: LessonToken
}

const cases: Case[] = CATALOGUE.flatMap(({ lesson }) =>
  lesson.steps.flatMap((step, index) =>
    lessonTokens(lesson.needs).map(([whose, token]) => ({
      name: `${lesson.slug}/${index + 1} on ${whose}`,
      lesson,
      step,
      token,
    })),
  ),
)

describe('the list of lessons', () => {
  test('has each slug once, in the order of its groups and numbers', () => {
    const slugs = CATALOGUE.map(({ lesson }) => lesson.slug)
    expect(new Set(slugs).size).toBe(slugs.length)
    const groups = CATALOGUE.map(({ group }) => GROUPS.indexOf(group))
    expect(groups).toEqual(groups.toSorted((a, b) => a - b))
    const numbers = CATALOGUE.map(({ number }) => number ?? 99)
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
  })

  test.each(PATHS)('leads somewhere for: $who', ({ slugs }) => {
    expect(slugs.some((slug) => CATALOGUE.some(({ lesson }) => lesson.slug === slug))).toBe(true)
  })

  test.each(CATALOGUE.map(({ lesson }) => [lesson.slug, lesson] as const))(
    '%s has its steps, times and something for the teacher',
    (slug, { steps, teacher, minutes, aha }) => {
      expect(slug).toMatch(/^[a-z]+$/)
      expect(steps.length).toBeGreaterThanOrEqual(3)
      expect(steps.length).toBeLessThanOrEqual(5)
      expect(new Set(steps.map(({ title }) => title)).size).toBe(steps.length)
      expect(teacher.minutes).toHaveLength(steps.length)
      expect(teacher.minutes.reduce((sum, one) => sum + one, 0)).toBe(minutes)
      expect(teacher.sketch.length).toBeGreaterThan(0)
      expect(teacher.beliefs.length).toBeGreaterThan(0)
      expect(aha).toMatch(/\.$/)
    },
  )

  test.each(CATALOGUE.map(({ lesson }) => [lesson.slug, lesson] as const))(
    '%s is as plain where it sorts cards, and for the teacher',
    (_slug, { steps, needs, hook, aha, teacher }) => {
      const [[, token] = []] = lessonTokens(needs)
      const cards = steps.flatMap((step) => {
        const start = token ? step.start(token) : null
        return start !== null && 'cards' in start ? start.cards : []
      })
      const texts = [
        hook,
        aha,
        ...teacher.beliefs.flatMap(({ belief, answer }) => [belief, answer]),
        ...cards.flatMap(({ text, reason }) => [text, reason]),
        ...cards.flatMap(({ notIn = {} }) => Object.values(notIn)),
      ]
      expect(gradeOf(texts)).toBeLessThanOrEqual(8)
      expect(hardSentences(texts, HARDEST_SENTENCE)).toEqual([])
    },
  )
})

describe.each(cases)('$name', ({ lesson, step, token }) => {
  test('the start does not meet the goal, the solution does', async () => {
    const start = await seen(step, step.start(token))
    expect(step.goal(start, token)).toBe(false)
    const solved = await seen(step, step.solution(token))
    expect(step.goal(solved, token)).toBe(true)
  })

  test('says what is missing while the goal is not met', async () => {
    expect(step.feedback(await seen(step, step.start(token)), token)).toMatch(/\w/)
  })

  test('state and start are plain data, and begin the same each time', () => {
    const start = step.start(token)
    expect(structuredClone(start)).toEqual(start)
    expect(step.start(token)).toEqual(start)
  })

  test('one choice is right, and each has a reason of its own', () => {
    const choices = step.prediction?.(token).choices ?? []
    if (step.prediction) expect(choices.filter(({ isRight }) => isRight)).toHaveLength(1)
    for (const one of ['text', 'reason'] as const) {
      const texts = choices.map((choice) => choice[one].trim())
      expect(texts.every((text) => text !== '')).toBe(true)
      expect(new Set(texts).size).toBe(texts.length)
    }
  })

  test('its words are few, plain and finished', async () => {
    const solved = await seen(step, step.solution(token))
    const start = await seen(step, step.start(token))
    const { choices = [], question } = step.prediction?.(token) ?? {}
    const tell = step.tell(token)
    const reasons = choices.map(({ reason }) => reason)
    const explain = step.explain(solved, token)
    const feedback = [start, solved].flatMap((one) => step.feedback(one, token) ?? [])
    const notes = (step.notes ?? []).flatMap(({ says, isSo }) => [says, isSo])
    expect(countWords(tell)).toBeLessThanOrEqual(MOST_WORDS)
    expect(explain.length).toBeGreaterThan(0)
    const sentences = [...tell, ...reasons, ...explain, ...feedback, ...notes, step.task]
    for (const text of [...sentences, ...(question ? [question] : [])]) {
      expect(text).not.toMatch(/undefined|NaN|\[object|!(?:\s|$)|\s{2}/)
      expect(plainProse(text)).toMatch(/[.?:]['’”)]?$/)
    }
    expect(gradeOf(sentences)).toBeLessThanOrEqual(HIGHEST_GRADE)
    expect(hardSentences(sentences, HARDEST_SENTENCE)).toEqual([])
  })

  test('no token that was signed or made here passes for the learner’s', () => {
    expect(token.reason === null).toBe(token.origin === 'own')
    if (lesson.needs !== 'readable') expect(token.origin).not.toBe('own')
    if (token.origin === 'copy') expect(token.reason).toMatch(/^Lesson copy\b.*\bdemo key/)
    if (token.origin === 'example') expect(token.reason).toMatch(/example/)
  })
})
