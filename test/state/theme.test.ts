// @vitest-environment happy-dom
import { readFileSync } from 'node:fs'
import { runInThisContext } from 'node:vm'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { choosePreferences, preferencesStore, THEMES } from '../../src/state/preferencesStore.ts'
import { followTheme } from '../../src/state/theme.ts'

let asked: Set<string>
let listeners: (() => void)[]

/** The system asks for these features from now on. */
function ask(...features: string[]): void {
  asked = new Set(features)
  for (const listener of listeners) listener()
}

const DARK = '(prefers-color-scheme: dark)'
const CONTRAST = '(prefers-contrast: more)'
const SYSTEMS = [[], [DARK], [CONTRAST], [DARK, CONTRAST]]
const data = (): string => {
  const { theme, themeChoice } = document.documentElement.dataset
  return `${theme} by ${themeChoice}`
}

beforeEach(() => {
  asked = new Set()
  listeners = []
  vi.stubGlobal('matchMedia', (feature: string) => ({
    get matches() {
      return asked.has(feature)
    },
    addEventListener: (_type: string, listener: () => void) => listeners.push(listener),
  }))
  localStorage.clear()
  preferencesStore.setState(preferencesStore.getInitialState(), true)
})
afterEach(() => vi.unstubAllGlobals())

describe('the theme in force', () => {
  test('follows the system until one is chosen', () => {
    followTheme()
    expect(data()).toBe('light by system')
    ask(DARK)
    expect(data()).toBe('dark by system')
    ask(DARK, CONTRAST)
    expect(data()).toBe('projector by system')
    choosePreferences({ theme: 'light' })
    expect(data()).toBe('light by light')
    ask()
    ask(DARK)
    expect(data()).toBe('light by light')
    choosePreferences({ theme: 'system' })
    expect(data()).toBe('dark by system')
  })

  test.each(THEMES)('is the same before the page’s script has run: %s', (theme) => {
    choosePreferences({ theme })
    const boot = readFileSync('public/boot.js', 'utf8')
    const seen = SYSTEMS.map((features) => {
      asked = new Set(features)
      runInThisContext(boot)
      return data()
    })
    followTheme()
    const followed = SYSTEMS.map((features) => {
      ask(...features)
      return data()
    })
    expect(seen).toEqual(followed)
  })

  test('stored nonsense leaves the choice to the system before the script and after it', () => {
    for (const stored of ['{', 'null', '{"theme":"mauve"}', '[]']) {
      localStorage.setItem('jwt-lens', stored)
      runInThisContext(readFileSync('public/boot.js', 'utf8'))
      expect(data()).toBe('light by system')
    }
  })
})
