import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { isOwnFile, LEAK_TARGET, markReady, requestStore } from '../../src/state/requests.ts'

const BASE = 'https://jwt.example/lens/'
const FILES = ['index.html', 'boot.js', 'assets/index-abc.js']

describe('the build’s own files', () => {
  test.each([
    'https://jwt.example/lens/',
    'https://jwt.example/lens/index.html',
    'https://jwt.example/lens/boot.js',
    'https://jwt.example/lens/assets/index-abc.js',
    'https://jwt.example/lens/assets/index-abc.js?v=1#x',
    './boot.js',
    'assets/index-abc.js',
  ])('%s is one', (address) => {
    expect(isOwnFile(address, BASE, FILES)).toBe(true)
    expect(isOwnFile(address, `${BASE}index.html`, FILES)).toBe(true)
  })

  test.each([
    'https://evil.example/lens/boot.js',
    'http://jwt.example/lens/boot.js',
    'https://jwt.example:8443/lens/boot.js',
    'https://jwt.example/boot.js',
    'https://jwt.example/lens-other/boot.js',
    'https://jwt.example/lens/collect?token=eyJ',
    'https://jwt.example/lens/assets/index-abc.js.map',
    'https://jwt.example/lens/boot.js/x',
    'https://jwt.example/lens/../boot.js',
    '//evil.example/lens/boot.js',
    'data:text/plain,boot.js',
  ])('%s is none', (address) => {
    expect(isOwnFile(address, BASE, FILES)).toBe(false)
  })
})

const foreign = (): readonly string[] => requestStore.getState().foreign

describe('the counter', () => {
  let report: (...names: string[]) => void
  let violate: (blockedURI: string) => void
  let earlier: string[]

  beforeEach(() => {
    requestStore.setState(requestStore.getInitialState(), true)
    earlier = []
    vi.spyOn(performance, 'getEntriesByType').mockImplementation(() =>
      earlier.map((name) => ({
        name,
        entryType: 'resource',
        startTime: 0,
        duration: 0,
        toJSON: () => name,
      })),
    )
    vi.stubGlobal(
      'PerformanceObserver',
      class {
        constructor(callback: (list: { getEntries: () => { name: string }[] }) => void) {
          report = (...names) => callback({ getEntries: () => names.map((name) => ({ name })) })
        }
        observe(): void {
          if (earlier.length > 0) report(...earlier)
        }
      },
    )
    vi.stubGlobal('addEventListener', (type: string, act: (event: unknown) => void) => {
      if (type === 'securitypolicyviolation') violate = (blockedURI) => act({ blockedURI })
    })
  })
  afterEach(() => {
    vi.unstubAllGlobals()
    vi.restoreAllMocks()
  })

  test('does not count what the page loaded of its own before it was ready', () => {
    earlier = [`${BASE}boot.js`, `${BASE}assets/index-abc.js`]
    markReady(BASE, FILES)
    expect(foreign()).toEqual([])
    expect(requestStore.getState().isReady).toBe(true)
  })

  test('counts what something else loaded before the page was ready', () => {
    earlier = [`${BASE}boot.js`, 'https://evil.example/a.js']
    markReady(BASE, FILES)
    expect(foreign()).toEqual(['https://evil.example/a.js'])
  })

  test('counts every request after the page is ready, the page’s own files too', () => {
    earlier = [`${BASE}boot.js`]
    markReady(BASE, FILES)
    report(`${BASE}boot.js`, 'https://evil.example/b')
    expect(foreign()).toEqual([`${BASE}boot.js`, 'https://evil.example/b'])
  })

  test('counts what the policy refused', () => {
    markReady(BASE, FILES)
    violate('https://evil.example/c')
    expect(foreign()).toEqual(['https://evil.example/c'])
  })

  test('leaves out the attempts that the Privacy page makes when it is asked to', () => {
    markReady(BASE, FILES)
    for (const tried of [`${LEAK_TARGET}0`, 'wss://leak.invalid/2', 'https://leak.invalid'])
      violate(tried)
    report(`${LEAK_TARGET}1`)
    expect(foreign()).toEqual([])
    violate('https://leak.invalid.example/')
    expect(foreign()).toHaveLength(1)
  })

  test('keeps no query and no fragment, which might hold a token', () => {
    markReady(BASE, FILES)
    report('https://evil.example/d?token=eyJhbGci', 'https://evil.example/e#access_token=eyJ')
    expect(foreign()).toEqual(['https://evil.example/d', 'https://evil.example/e'])
  })

  test('without a list of files, while developing, all of the origin is own', () => {
    markReady(BASE, null)
    report('https://jwt.example/src/main.tsx', 'https://evil.example/f')
    expect(foreign()).toEqual(['https://evil.example/f'])
  })
})
