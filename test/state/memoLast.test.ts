import { expect, test } from 'vitest'
import { memoLast } from '../../src/state/memoLast.ts'

test('the same arguments give the same object, others a new one', () => {
  const pairOf = memoLast((a: number, b: string) => ({ a, b }))
  const first = pairOf(1, 'x')
  expect(pairOf(1, 'x')).toBe(first)
  expect(pairOf(2, 'x')).toEqual({ a: 2, b: 'x' })
  expect(pairOf(1, 'x')).not.toBe(first)
})

test('what is no number counts as itself', () => {
  let calls = 0
  const count = memoLast((value: number) => [value, calls++])
  count(Number.NaN)
  count(Number.NaN)
  expect(calls).toBe(1)
  count(0)
  count(-0)
  expect(calls).toBe(3)
})

test('two calls in turn cost two computations where two are remembered', () => {
  let calls = 0
  const read = memoLast((text: string) => [text, calls++], 2)
  const old = read('old')
  const fresh = read('new')
  for (let turn = 0; turn < 5; turn++) {
    expect(read('old')).toBe(old)
    expect(read('new')).toBe(fresh)
  }
  expect(calls).toBe(2)
  read('newest')
  expect(read('new')).toBe(fresh)
  expect(read('old')).not.toBe(old)
})
