// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from 'vitest'
import { SAMPLE_IDS } from '../../src/samples/sampleIds.ts'
import {
  currentRoute,
  onRoute,
  readRoute,
  takeTokenFromAddress,
  tokenInFragment,
} from '../../src/screens/route.ts'

describe('the route', () => {
  test.each(['', '#', '#/', '#/debug', '#/debug?', '#main'])('%j is the debugger', (fragment) => {
    expect(readRoute(fragment)).toEqual({ view: 'debug', sample: null, unknown: [] })
  })

  test('#/privacy is the page on privacy', () => {
    expect(readRoute('#/privacy').view).toBe('privacy')
  })

  test.each(['#/ref', '#/ref/', '#/ref/claims/exp', '#/reference'])('%s is the reference', (at) => {
    expect(readRoute(at)).toMatchObject({ view: 'reference', unknown: [] })
  })

  test('what only begins like a view is named as a page that there is not', () => {
    expect(readRoute('#/refuse')).toMatchObject({ view: 'debug', unknown: ['the page /refuse'] })
  })

  test('#/compare is the view of two tokens, with the samples that it names', () => {
    expect(readRoute('#/compare')).toMatchObject({ view: 'compare', samples: [], unknown: [] })
    expect(readRoute('#/compare?sample=notes-access,notes-refresh')).toEqual({
      view: 'compare',
      sample: null,
      samples: ['notes-access', 'notes-refresh'],
      unknown: [],
    })
  })

  test('leaves the settings of the lab to the lab', () => {
    expect(readRoute('#/session').view).toBe('session')
    expect(readRoute('#/session/sliding?al=60&t=9')).toMatchObject({ view: 'session', unknown: [] })
    expect(readRoute('#/sessions').view).toBe('debug')
  })

  test('of the samples to compare, those that this page does not know are named', () => {
    expect(readRoute('#/compare?sample=rs257,none&rotat=1')).toMatchObject({
      samples: ['none'],
      unknown: ['the sample rs257', 'the setting rotat'],
    })
    expect(readRoute('#/debug?sample=none,rs256')).toMatchObject({
      sample: null,
      unknown: ['the sample none,rs256'],
    })
  })

  test.each(SAMPLE_IDS)('a link can ask for the sample %s', (id) => {
    expect(readRoute(`#/debug?sample=${id}`)).toEqual({ view: 'debug', sample: id, unknown: [] })
  })

  test('what a link asks for and this page does not know is named, and the rest is applied', () => {
    expect(readRoute('#/debug?rotat=1&sample=none&x=')).toEqual({
      view: 'debug',
      sample: 'none',
      unknown: ['the setting rotat', 'the setting x'],
    })
    expect(readRoute('#/debug?sample=rs257').unknown).toEqual(['the sample rs257'])
    expect(readRoute('#/lern').unknown).toEqual(['the page /lern'])
  })

  test('names that every object has are as unknown as others', () => {
    expect(readRoute('#/debug?sample=__proto__&constructor=1')).toEqual({
      view: 'debug',
      sample: null,
      unknown: ['the sample __proto__', 'the setting constructor'],
    })
  })

  test('a broken escape stops nothing', () => {
    expect(readRoute('#/debug?sample=%E0%A4%A').view).toBe('debug')
  })

  test('what a link asks for is named with nothing invisible in it', () => {
    const { unknown } = readRoute('#/debug?sample=%E2%80%AEevil')
    expect(unknown.join()).not.toContain('\u202e')
  })
})

describe('a token in the fragment', () => {
  test.each([
    ['#token=a.b.c', 'a.b.c'],
    ['#id_token=a.b.c', 'a.b.c'],
    ['#access_token=a.b.c', 'a.b.c'],
    ['#state=x&access_token=a.b.c&token_type=Bearer', 'a.b.c'],
    ['#access_token=a%2Eb%2Ec', 'a.b.c'],
    ['#access_token=&id_token=a.b.c', 'a.b.c'],
    ['#/debug?t=a.b.c', 'a.b.c'],
    ['#/debug?focus=claim:exp&t=a.b.c', 'a.b.c'],
  ])('%s', (fragment, token) => {
    expect(tokenInFragment(fragment)).toBe(token)
  })

  test('token comes before id_token, and id_token before access_token, wherever they stand', () => {
    expect(tokenInFragment('#access_token=3&id_token=2&token=1')).toBe('1')
    expect(tokenInFragment('#access_token=3&id_token=2')).toBe('2')
  })

  test.each([
    '',
    '#',
    '#/debug',
    '#/debug?sample=none',
    '#token=',
    '#mytoken=a.b.c',
    '#token',
    '#/privacy?t',
    '#/session/notes-defaults?rl=60&t=300:7',
  ])('%j holds none', (fragment) => {
    expect(tokenInFragment(fragment)).toBeNull()
  })
})

describe('the address bar', () => {
  afterEach(() => {
    location.hash = ''
  })

  test('does not keep a token that a link brought', () => {
    location.hash = '#access_token=a.b.c&state=x'
    expect(takeTokenFromAddress()).toBe('a.b.c')
    expect(location.hash).toBe('#/debug')
    expect(location.href).not.toContain('a.b.c')
    expect(takeTokenFromAddress()).toBeNull()
  })

  test('without a token stays as it is', () => {
    location.hash = '#/debug?sample=none'
    expect(takeTokenFromAddress()).toBeNull()
    expect(location.hash).toBe('#/debug?sample=none')
    expect(currentRoute().sample).toBe('none')
  })

  test('is followed as it changes', () => {
    const act = vi.fn()
    onRoute(act)
    location.hash = '#/privacy'
    dispatchEvent(new Event('hashchange'))
    expect(act).toHaveBeenLastCalledWith({ view: 'privacy', sample: null, unknown: [] })
  })
})
