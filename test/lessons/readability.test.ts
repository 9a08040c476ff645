import { expect, test } from 'vitest'
import { countWords, gradeOf, hardSentences, syllablesOf } from './readability.ts'

test.each([
  ['cat', 1],
  ['paper', 2],
  ['make', 1],
  ['table', 2],
  ['copied', 2],
  ['understanding', 4],
])('%s has %i syllables', (word, count) => expect(syllablesOf(word)).toBe(count))

test('long words and long sentences ask for more school', () => {
  const plain = gradeOf(['The cat sat on the mat. The dog ran to the sun.'])
  const heavy = gradeOf([
    'Notwithstanding considerable organizational complications, administrative responsibilities necessitate comprehensive reconsideration of established methodologies.',
  ])
  expect(plain).toBeLessThan(2)
  expect(heavy).toBeGreaterThan(15)
})

test('code and the words of the trade are not held against a text', () => {
  expect(gradeOf(['The `rest_framework_simplejwt` one. The signature is it.'])).toBeLessThan(3)
  expect(countWords(['*two* words'])).toBe(2)
})

test('one hard sentence is found among plain ones', () => {
  const hard =
    'Administrative responsibilities necessitate comprehensive reconsideration of established organizational methodologies.'
  expect(hardSentences([`The cat sat on the mat. ${hard}`, 'It is so.'], 12)).toEqual([hard])
})
