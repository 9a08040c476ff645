import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { editKey, inspectorStore } from '../../src/state/inspectorStore.ts'
import { editToken } from '../../src/state/tokenActs.ts'
import {
  choosePreferences,
  loadPreferences,
  preferencesStore,
} from '../../src/state/preferencesStore.ts'

let stored: Map<string, string>

const storage = {
  getItem: (name: string) => stored.get(name) ?? null,
  setItem: (name: string, value: string) => void stored.set(name, value),
}

const refuse = (): never => {
  throw new DOMException('The operation is insecure.', 'SecurityError')
}

beforeEach(() => {
  stored = new Map()
  vi.stubGlobal('localStorage', storage)
  preferencesStore.setState(preferencesStore.getInitialState(), true)
  inspectorStore.setState(inspectorStore.getInitialState(), true)
})
afterEach(() => vi.unstubAllGlobals())

/** What a page opened later would start with. */
function comeBack(): unknown {
  preferencesStore.setState(preferencesStore.getInitialState(), true)
  loadPreferences()
  return preferencesStore.getState()
}

test('a choice is there at the next visit', () => {
  choosePreferences({ theme: 'dark' })
  choosePreferences({ hasSingleKeys: false })
  expect(comeBack()).toEqual({ theme: 'dark', hasSingleKeys: false, hasPlainEditors: false })
  choosePreferences({ hasPlainEditors: true })
  expect(comeBack()).toMatchObject({ hasPlainEditors: true })
  choosePreferences({ hasSingleKeys: true, theme: 'system', hasPlainEditors: false })
  expect(comeBack()).toEqual({ theme: 'system', hasSingleKeys: true, hasPlainEditors: false })
})

test('a choice before anything was loaded leaves what is stored', async () => {
  vi.resetModules()
  const anew = await import('../../src/state/preferencesStore.ts')
  stored.set('jwt-lens', '{"theme":"dark","finished":["meet/1"]}')
  anew.choosePreferences({ lastStep: 'meet/2' })
  expect(JSON.parse(stored.get('jwt-lens') ?? '')).toEqual({
    theme: 'dark',
    hasSingleKeys: true,
    hasPlainEditors: false,
    finished: ['meet/1'],
    lastStep: 'meet/2',
  })
})

test('a tick before anything was loaded joins those that are stored', async () => {
  vi.resetModules()
  const anew = await import('../../src/state/preferencesStore.ts')
  stored.set('jwt-lens', '{"finished":["meet/1"]}')
  anew.tick('attack/2')
  anew.tick('attack/2')
  expect(JSON.parse(stored.get('jwt-lens') ?? '')).toMatchObject({
    finished: ['meet/1', 'attack/2'],
  })
})

test('nothing but the listed preferences is written, under one name', () => {
  editToken('eyJhbGciOiJIUzI1NiJ9.e30.AAAA')
  editKey({ text: 'my secret' })
  expect(stored.size).toBe(0)
  choosePreferences({ theme: 'light' })
  expect([...stored.keys()]).toEqual(['jwt-lens'])
  expect(JSON.parse(stored.get('jwt-lens') ?? '')).toEqual({
    theme: 'light',
    hasSingleKeys: true,
    hasPlainEditors: false,
  })
})

test('what an older build has left is not carried on', () => {
  stored.set('jwt-lens', '{"theme":"dark","token":"eyJ","key":"secret"}')
  loadPreferences()
  choosePreferences({ theme: 'projector' })
  expect(stored.get('jwt-lens')).not.toContain('secret')
  expect(stored.get('jwt-lens')).not.toContain('eyJ')
})

describe('what cannot be read keeps the defaults', () => {
  test.each([
    ['nothing', null],
    ['no JSON', '{theme:'],
    ['null', 'null'],
    ['a number', '7'],
    ['a list', '["dark"]'],
    ['a theme that there is not', '{"theme":"__proto__","hasSingleKeys":"no"}'],
    ['other types', '{"theme":{"x":1},"hasSingleKeys":0}'],
  ])('%s', (_what, text) => {
    if (text !== null) stored.set('jwt-lens', text)
    expect(comeBack()).toEqual({ theme: 'system', hasSingleKeys: true, hasPlainEditors: false })
  })

  test('one good choice beside a bad one counts', () => {
    stored.set('jwt-lens', '{"theme":"mauve","hasSingleKeys":false}')
    expect(comeBack()).toEqual({ theme: 'system', hasSingleKeys: false, hasPlainEditors: false })
  })
})

describe('where storage is shut', () => {
  test('a choice lasts as long as the page', () => {
    vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse })
    loadPreferences()
    choosePreferences({ theme: 'dark' })
    expect(preferencesStore.getState().theme).toBe('dark')
  })

  test('touching it at all may throw', () => {
    vi.stubGlobal('localStorage', undefined)
    Object.defineProperty(globalThis, 'localStorage', { get: refuse, configurable: true })
    loadPreferences()
    choosePreferences({ hasSingleKeys: false })
    expect(preferencesStore.getState()).toEqual({
      theme: 'system',
      hasSingleKeys: false,
      hasPlainEditors: false,
    })
  })

  test('full storage loses nothing but the memory', () => {
    stored.set('jwt-lens', '{"theme":"light"}')
    vi.stubGlobal('localStorage', { ...storage, setItem: refuse })
    loadPreferences()
    choosePreferences({ theme: 'dark' })
    expect(preferencesStore.getState().theme).toBe('dark')
    expect(comeBack()).toMatchObject({ theme: 'light' })
  })
})
