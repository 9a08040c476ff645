import { beforeEach, expect, test } from 'vitest'
import { editKey, inspectorStore } from '../../src/state/inspectorStore.ts'
import { findingsOf, keyReadingOf } from '../../src/state/lateView.ts'
import { hmacToken, strongSecret } from '../verification/makeToken.ts'
import { paste, reset } from './inspector.ts'

const NOW = 1_767_225_600
const state = inspectorStore.getState
const titles = (live: number): string[] =>
  findingsOf(state(), NOW - 9, live).map(({ title }) => title)

beforeEach(reset)

test('the key in the box is read in its encoding, and once while it stays the same', () => {
  expect(keyReadingOf(state()).kind).toBe('nothing')
  editKey({ text: 'zz', encoding: 'hex' })
  expect(keyReadingOf(state()).kind).toBe('unreadable-secret')
  editKey({ encoding: 'utf8' })
  const reading = keyReadingOf(state())
  expect(reading).toMatchObject({ kind: 'secret', encoding: 'utf8' })
  paste(hmacToken('HS256', strongSecret, '{}'))
  expect(keyReadingOf(state())).toBe(reading)
})

test('whether a token is alive is told by this computer’s time, not by the instant judged by', () => {
  paste(hmacToken('HS256', strongSecret, JSON.stringify({ iss: 'a', aud: 'b', exp: NOW + 60 })))
  expect(titles(NOW)).toEqual(['This token is still alive.'])
  expect(titles(NOW + 9999)).toEqual([])
})

test('an empty page has no findings', () => {
  expect(titles(NOW)).toEqual([])
})
