import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { see } from '../../src/lessons/boards.ts'
import { CATALOGUE } from '../../src/lessons/catalogue.ts'
import { plainProse } from '../../src/lessons/readProse.ts'
import coverage from './coverage.json'
import { lessonTokens, NOW } from './tokens.ts'

const features = new Map(Object.entries(coverage.features))

/** False for a step that is not there, and for a feature that nobody shows. */
function isThere(place: string): boolean {
  const [slug = '', number] = place.split('/')
  if (number === undefined) {
    const feature = features.get(place)
    return feature !== undefined && readFileSync(feature.file, 'utf8').includes(feature.shows)
  }
  const entry = CATALOGUE.find(({ lesson }) => lesson.slug === slug)
  return entry?.lesson.steps[Number(number) - 1] !== undefined
}

test('all 68 topics are listed once, each with the notes that hold it', () => {
  expect(coverage.topics.map(({ number }) => number)).toEqual(
    Array.from({ length: 68 }, (_, index) => index + 1),
  )
  for (const { seeds } of coverage.topics) {
    expect(seeds.length).toBeGreaterThan(0)
    expect(seeds.every((seed) => seed >= 0 && seed <= 4)).toBe(true)
  }
})

describe.each(coverage.topics)('$number, $topic', ({ where }) => {
  test.each(where)('is taught in %s', (place) => expect(isThere(place)).toBe(true))
})

/** All that stands in a step, for somebody who tries each card in each place. */
async function textOf(place: string): Promise<string> {
  const [slug = '', number] = place.split('/')
  const step = CATALOGUE.find(({ lesson }) => lesson.slug === slug)?.lesson.steps[
    Number(number) - 1
  ]
  const needs = CATALOGUE.find(({ lesson }) => lesson.slug === slug)?.lesson.needs ?? 'example'
  const [[, token] = []] = lessonTokens(needs)
  if (!step || !token) return ''
  const start = step.start(token)
  const solved = await see(step.board, step.solution(token), NOW)
  const { question = '', choices = [] } = step.prediction?.(token) ?? {}
  const cards = 'bins' in start ? start.cards : []
  return [
    step.title,
    step.hook,
    ...step.tell(token),
    question,
    ...choices.flatMap(({ text, reason }) => [text, reason]),
    step.task,
    ...cards.flatMap(({ text, reason }) => [text, reason]),
    ...cards.flatMap(({ notIn = {} }) => Object.values(notIn)),
    ...step.explain(solved, token),
    ...(step.notes ?? []).flatMap(({ says, isSo }) => [says, isSo]),
  ]
    .map(plainProse)
    .join(' ')
}

const taught = coverage.topics.filter(({ says }) => says !== undefined)

test('every topic that a lesson takes up says what it teaches', () => {
  const inLessons = coverage.topics.filter(({ where }) =>
    where.some((place) => place.includes('/')),
  )
  expect(taught).toEqual(inLessons)
})

test.each(taught)('$number, $topic, is said in its steps', async ({ where, says = [] }) => {
  const texts = await Promise.all(where.map(textOf))
  const text = texts.join(' ')
  for (const one of says) expect(text).toMatch(new RegExp(one))
})

test('every lesson of the catalogue takes up something of the notes', () => {
  const places = new Set(coverage.topics.flatMap(({ where }) => where))
  for (const { lesson } of CATALOGUE)
    expect([...places].some((place) => place.startsWith(`${lesson.slug}/`))).toBe(true)
})

test('a place that is not there is found out', () => {
  expect(isThere('meet/9')).toBe(false)
  expect(isThere('sorcery/1')).toBe(false)
  expect(isThere('debugger:sorcery')).toBe(false)
})
