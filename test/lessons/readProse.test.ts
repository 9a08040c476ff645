import { expect, test } from 'vitest'
import { coded, plainProse, readProse } from '../../src/lessons/readProse.ts'

test('nouns of a part, emphasis, code and links within the page are told apart', () => {
  expect(readProse('The *payload* and *not* `exp`, see [exp](#/ref/claims/exp).')).toEqual([
    { kind: 'plain', text: 'The ' },
    { kind: 'part', part: 'payload', text: 'payload' },
    { kind: 'plain', text: ' and ' },
    { kind: 'strong', text: 'not' },
    { kind: 'plain', text: ' ' },
    { kind: 'code', text: 'exp' },
    { kind: 'plain', text: ', see ' },
    { kind: 'link', address: '#/ref/claims/exp', text: 'exp' },
    { kind: 'plain', text: '.' },
  ])
})

test.each(['2 * 3 is 6', 'a ` alone', '[out](https://example.com)', '[x](javascript:alert(1))'])(
  'what is no markup stays as it is: %s',
  (text) => {
    expect(plainProse(text)).toBe(text)
    expect(readProse(text).every(({ kind }) => kind === 'plain')).toBe(true)
  },
)

test.each([
  ['a`b*c*', 'a’b*c*'],
  ['[x](#/debug)', '[x](#/debug)'],
  ['a'.repeat(60), `${'a'.repeat(40)}…`],
])('a value of the learner stays one piece of code: %s', (value, shown) => {
  expect(readProse(`It says ${coded(value)}.`)).toEqual([
    { kind: 'plain', text: 'It says ' },
    { kind: 'code', text: shown },
    { kind: 'plain', text: '.' },
  ])
})

test('a mark that turns the text around is made visible', () => {
  expect(coded('ab\u202Ecd')).not.toContain('\u202E')
})
