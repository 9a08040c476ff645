import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
  checkGuess,
  guessAt,
  keepBoard,
  lessonStore,
  openStep,
  progressAt,
  reachGoal,
  resetLessons,
  restartBoard,
} from '../../src/state/lessonStore.ts'
import { loadPreferences, preferencesStore } from '../../src/state/preferencesStore.ts'

let stored: Map<string, string>

beforeEach(() => {
  stored = new Map()
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => stored.get(name) ?? null,
    setItem: (name: string, value: string) => void stored.set(name, value),
  })
  lessonStore.setState(lessonStore.getInitialState(), true)
  preferencesStore.setState(preferencesStore.getInitialState(), true)
})
afterEach(() => vi.unstubAllGlobals())

const KEY = 'signature/3'
const at = (key: string) => progressAt(lessonStore.getState(), key)

function comeBack(): unknown {
  preferencesStore.setState(preferencesStore.getInitialState(), true)
  loadPreferences()
  return preferencesStore.getState()
}

test('ticks and the open step are there at the next visit, and nothing else of a lesson', () => {
  openStep(KEY)
  keepBoard(KEY, { token: 'eyJ.secret', cuts: [1, 2] }, 'eyJ.secret')
  guessAt(KEY, 1)
  checkGuess(KEY)
  reachGoal(KEY)
  reachGoal(KEY)
  expect([...stored.keys()]).toEqual(['jwt-lens'])
  expect(JSON.parse(stored.get('jwt-lens') ?? '')).toEqual({
    theme: 'system',
    hasSingleKeys: true,
    hasPlainEditors: false,
    lastStep: KEY,
    finished: [KEY],
  })
  expect(comeBack()).toMatchObject({ lastStep: KEY, finished: [KEY] })
})

test('a guess is remembered; another one has to be checked anew', () => {
  guessAt(KEY, 0)
  checkGuess(KEY)
  expect(at(KEY)).toMatchObject({ guess: 0, isChecked: true })
  guessAt(KEY, 2)
  expect(at(KEY)).toMatchObject({ guess: 2, isChecked: false })
  expect(at('signature/4')).toMatchObject({ guess: null, isChecked: false })
})

test('starting over leaves guess and tick', () => {
  guessAt(KEY, 1)
  reachGoal(KEY)
  keepBoard(KEY, { access: 1, refresh: 2 }, '')
  restartBoard(KEY)
  expect(at(KEY)).toMatchObject({ board: null, guess: 1, isReached: true })
})

test('forgetting leaves nothing, here and on the device', () => {
  guessAt(KEY, 1)
  reachGoal(KEY)
  resetLessons()
  expect(at(KEY)).toMatchObject({ guess: null, isReached: false })
  expect(comeBack()).toMatchObject({ finished: [] })
})

test.each([
  [
    '{"finished":["signature/3",7,"<b>/1","eyJhbGciOiJIUzI1NiJ9","x/100","__proto__"]}',
    ['signature/3'],
  ],
  ['{"finished":"signature/3"}', undefined],
])('what no build has written is not taken over: %s', (text, finished) => {
  stored.set('jwt-lens', text)
  comeBack()
  expect(preferencesStore.getState().finished).toEqual(finished)
})

test.each(['{"lastStep":"../../x"}', '{"lastStep":{"a":1}}', '{"lastStep":"signature"}'])(
  'a last step that is none is not taken over: %s',
  (text) => {
    stored.set('jwt-lens', text)
    comeBack()
    expect(preferencesStore.getState().lastStep).toBeUndefined()
  },
)
