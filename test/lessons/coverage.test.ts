import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { CATALOGUE } from '../../src/lessons/catalogue.ts'
import coverage from './coverage.json'

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

test('every lesson of the catalogue takes up something of the notes', () => {
  const taught = new Set(coverage.topics.flatMap(({ where }) => where))
  for (const { lesson } of CATALOGUE)
    expect([...taught].some((place) => place.startsWith(`${lesson.slug}/`))).toBe(true)
})

test('a place that is not there is found out', () => {
  expect(isThere('meet/9')).toBe(false)
  expect(isThere('sorcery/1')).toBe(false)
  expect(isThere('debugger:sorcery')).toBe(false)
})
