import { expect, test } from 'vitest'
import { compareParts, namesOfOther } from '../../src/attack/difference.ts'

const GIVEN = 'eyJhbGciOiJIUzI1NiJ9.eyJ1c2VyIjoiYWxpY2UiLCJhZG1pbiI6ZmFsc2V9.AAAABBBBCCCCDDDD'

test('the same token differs nowhere', () => {
  const parts = compareParts(GIVEN, GIVEN)
  expect(parts.map(({ relation, other }) => [relation, other])).toEqual([
    ['same', ''],
    ['same', ''],
    ['same', ''],
  ])
  expect(parts[0]).toMatchObject({ before: 'eyJhbG', after: '…NiJ9' })
  expect(namesOfOther(parts)).toBe('')
})

test('the first characters that differ are in sight, wherever they stand', () => {
  const forged = 'eyJhbGciOiJIUzI1NiJ9.eyJ1c2VyIjoiYWxpY2UiLCJhZG1pbiI6dHJ1ZX0.BBBB'
  const [header, payload, signature] = compareParts(forged, GIVEN)
  expect(header?.relation).toBe('same')
  expect(payload).toMatchObject({ before: 'eyJ1…I6', other: 'dHJ1ZX0', after: '' })
  expect(signature).toMatchObject({ before: '', other: 'BBBB', after: '' })
  expect(namesOfOther(compareParts(forged, GIVEN))).toBe('payload and signature')
})

test('a part that is gone is empty, and one that only became shorter is another', () => {
  const [header, payload, signature] = compareParts('eyJhbGciOiJ.x.', GIVEN)
  expect(header).toMatchObject({ relation: 'other', other: '' })
  expect(payload).toMatchObject({ relation: 'other', other: 'x' })
  expect(signature).toMatchObject({ relation: 'empty' })
  expect(namesOfOther(compareParts('', GIVEN))).toBe('header, payload and signature')
})
