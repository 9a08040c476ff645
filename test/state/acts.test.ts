import { beforeEach, describe, expect, test, vi } from 'vitest'
import { encode, hmacToken, keyPairs, spki, strongSecret } from '../verification/makeToken.ts'
import { judgeValidity } from '../../src/claims/validity.ts'

const token = hmacToken('HS256', strongSecret, '{"token_type":"access","user_id":1}')
const other = hmacToken('HS256', strongSecret, '{"token_type":"access","user_id":2}')
const refresh = hmacToken('HS256', strongSecret, '{"token_type":"refresh","user_id":1}')
const pair = JSON.stringify({ access: token, refresh })
const curl = `curl -H 'Authorization: Bearer ${token}' http://127.0.0.1:8000/hello/`
const NOW = 1_767_225_600

/** A page of its own, in which no late code has arrived yet. */
async function openPage() {
  vi.resetModules()
  const [acts, store, tokens, parts, view, time, instants, forget] = await Promise.all([
    import('../../src/state/acts.ts'),
    import('../../src/state/inspectorStore.ts'),
    import('../../src/state/tokenActs.ts'),
    import('../../src/state/editPart.ts'),
    import('../../src/state/inspectorView.ts'),
    import('../../src/state/clock.ts'),
    import('../../src/state/chooseInstant.ts'),
    import('../../src/state/forget.ts'),
  ])
  time.clock.setState({ live: NOW })
  const state = store.inspectorStore.getState
  return {
    ...acts,
    ...store,
    ...tokens,
    ...parts,
    ...view,
    ...time,
    ...instants,
    ...forget,
    state,
    box: () => store.boxTextOf(state()),
    sentence: () => view.toldOf(state()).sentence,
    /** The late reader is here, and what waited for it is done. */
    arrive: async () => {
      await acts.loadIntake()
    },
  }
}
type Page = Awaited<ReturnType<typeof openPage>>

/** A change of the token box that replaces all of it. */
const whole = (text: string, inserted: string | null = null) => ({ text, isWhole: true, inserted })
const part = (text: string, inserted: string | null = null) => ({ text, isWhole: false, inserted })

describe('once the reader has arrived', () => {
  let page: Page
  beforeEach(async () => {
    page = await openPage()
    await page.arrive()
  })

  test('a paste over everything is read at once', () => {
    page.takeEdit(whole(curl, curl))
    expect(page.box()).toBe(token)
    expect(page.isEdited(page.state())).toBe(false)
  })

  test('typing over everything is read at once', () => {
    page.takeEdit(whole(token))
    expect(page.state().pasted.tokens).toEqual([token])
  })

  test('an edit inside the text leaves it as it was typed, and reads the token found in it', () => {
    page.loadText(token)
    page.takeEdit(part(`Bearer ${token}`))
    expect(page.box()).toBe(`Bearer ${token}`)
    expect(page.readingOf(page.state()).text).toBe(token)
    expect(page.isEdited(page.state())).toBe(true)
  })

  test('a token pasted into the midst of a text is a fresh paste', () => {
    page.loadText('some notes')
    page.takeEdit(part(`some ${curl} notes`, curl))
    expect(page.box()).toBe(token)
    expect(page.isEdited(page.state())).toBe(false)
  })

  test('a few characters pasted into a token are an edit of it', () => {
    page.loadText(token)
    page.takeEdit(part(`${token}abc`, 'abc'))
    expect(page.box()).toBe(`${token}abc`)
    expect(page.isEdited(page.state())).toBe(true)
  })

  test('a key pasted into the token box goes to the key box and leaves the token alone', () => {
    const pem = spki(keyPairs.rsa)
    page.loadText(token)
    page.takeEdit(whole(pem, pem))
    expect(page.box()).toBe(token)
    expect(page.state().key.text).toContain('BEGIN PUBLIC KEY')
  })

  test('a key pasted into the midst of a token leaves the token as it was', () => {
    const pem = spki(keyPairs.rsa)
    page.loadText(token)
    page.takeEdit(part(`${token.slice(0, 9)}${pem}${token.slice(9)}`, pem))
    expect(page.box()).toBe(token)
    expect(page.state().key.text).toContain('BEGIN PUBLIC KEY')
  })

  test('an edit is told anew, and Back to what I pasted tells what was pasted', () => {
    page.loadText(curl)
    const pasted = page.sentence()
    page.takeEdit(part(`${token} ${refresh}`))
    expect(page.sentence()).not.toBe(pasted)
    page.backToPasted()
    expect(page.sentence()).toBe(pasted)
  })

  test('a new token is judged by the clock again, and the page says so', () => {
    page.loadText(token)
    page.freezeAt(7)
    page.loadText(other)
    expect(page.clock.getState().frozen).toBeNull()
    expect(page.state().isInstantReset).toBe(true)
    page.loadText(token)
    expect(page.state().isInstantReset).toBe(false)
  })

  test('an edit and a key keep the chosen instant', () => {
    page.loadText(token)
    page.freezeAt(7)
    page.takeEdit(part(`${token}x`))
    page.loadText(spki(keyPairs.rsa))
    page.backToPasted()
    expect(page.clock.getState().frozen).toBe(7)
  })

  test('Undo brings back what was pasted, and reads it', () => {
    page.loadText(pair)
    page.restoreRaw()
    expect(page.box()).toBe(pair)
    expect(page.readingOf(page.state()).text).toBe(token)
  })

  test('Clear everything empties all and goes back to now', () => {
    page.loadText(token)
    page.editKey({ text: 'secret' })
    page.freezeAt(7)
    page.forgetEverything()
    expect(page.state()).toEqual(page.inspectorStore.getInitialState())
    expect(page.clock.getState()).toMatchObject({ frozen: null, typed: null, live: NOW })
  })
})

describe('before the reader has arrived', () => {
  let page: Page
  beforeEach(async () => {
    page = await openPage()
  })

  test('a pasted text stands in the box at once and is cleaned later', async () => {
    page.loadText(curl)
    expect(page.box()).toBe(curl)
    await page.arrive()
    expect(page.box()).toBe(token)
    expect(page.sentence()).toBe('Found in a curl command, header Authorization.')
  })

  test('a plain token is read at once', () => {
    page.loadText(token)
    expect(page.readingOf(page.state()).text).toBe(token)
    expect(page.claimsOf(page.state())?.members).toHaveLength(2)
  })

  test('the last of several pastes counts', async () => {
    page.loadText(curl)
    page.loadText(other)
    await page.arrive()
    expect(page.box()).toBe(other)
    expect(page.isEdited(page.state())).toBe(false)
  })

  test('typing after a paste is kept', async () => {
    page.loadText(token)
    page.takeEdit(part(`${token}x`))
    await page.arrive()
    expect(page.box()).toBe(`${token}x`)
  })

  test('typing in an empty box is kept, key by key', async () => {
    page.takeEdit(whole('e'))
    page.takeEdit(part('ey'))
    page.takeEdit(part('eyJ'))
    await page.arrive()
    expect(page.box()).toBe('eyJ')
  })

  test('an edit in a pane after a paste is kept', async () => {
    page.loadText(token)
    const inspector = page.state()
    const { payload } = page.readingOf(inspector)
    const found = page.foundOf(inspector)
    const pane = page.paneOf(inspector, 'payload')
    if (!payload || !pane || !found) throw new Error('nothing to edit')
    const { projection } = pane
    page.editPart(
      'payload',
      { found, segment: payload, projection },
      projection.text.replace('1', '7'),
    )
    await page.arrive()
    expect(page.readingOf(page.state()).payload?.decoded.text).toBe(
      '{"token_type":"access","user_id":7}',
    )
  })

  test('Clear everything after a paste leaves nothing', async () => {
    page.loadText(token)
    page.forgetEverything()
    await page.arrive()
    expect(page.state()).toEqual(page.inspectorStore.getInitialState())
  })

  test('an example chosen after a paste is the one that stays', async () => {
    page.loadText(curl)
    await page.loadSample('no-exp')
    await page.arrive()
    expect(page.state().sample.token).toBe('no-exp')
  })

  test('a key that was typed is kept beside a paste', async () => {
    page.editKey({ text: 'mine' })
    page.loadText(curl)
    page.editKey({ encoding: 'base64' })
    await page.arrive()
    expect(page.state().key).toMatchObject({ text: 'mine', encoding: 'base64' })
  })

  test('a pasted key does not cost the token', async () => {
    page.loadFreshPair()
    const before = page.box()
    page.loadText(spki(keyPairs.rsa))
    await page.arrive()
    expect(page.state().key.text).toContain('BEGIN PUBLIC KEY')
    expect(page.box()).toBe(before)
  })

  test('Undo after a paste brings the text back', async () => {
    page.loadText(curl)
    page.restoreRaw()
    await page.arrive()
    expect(page.box()).toBe(curl)
    expect(page.readingOf(page.state()).text).toBe(token)
  })

  test('text that stood in the box stays as it stands', async () => {
    page.loadEarly(curl)
    expect(page.box()).toBe(curl)
    await page.arrive()
    expect(page.box()).toBe(curl)
    expect(page.readingOf(page.state()).text).toBe(token)
  })

  test('text that stood in the box and was typed on is kept as typed', async () => {
    page.loadEarly(token.slice(0, -1))
    page.takeEdit(part(token))
    await page.arrive()
    expect(page.box()).toBe(token)
  })
})

describe('an example', () => {
  let page: Page
  beforeEach(async () => {
    page = await openPage()
  })

  test('brings its tokens, its key and its words', async () => {
    await page.loadSample('fresh-pair')
    expect(page.state().pasted.names).toEqual(['Access', 'Refresh'])
    expect(page.state().sample).toEqual({ token: 'fresh-pair', key: 'fresh-pair' })
    expect(page.state().key.text).not.toBe('')
    expect(page.sentence()).toBe(
      'Example token, made in your browser just now. Paste yours to replace it.',
    )
  })

  test('is made at the page’s time', () => {
    page.loadFreshPair()
    expect(judgeValidity(page.claimsOf(page.state()), NOW, 0)).toMatchObject({
      state: 'in time',
      exp: NOW + 300,
    })
  })

  test('is never made twice the same', () => {
    page.loadFreshPair()
    const first = page.box()
    page.loadFreshPair()
    expect(page.box()).not.toBe(first)
  })

  test('goes back to now', async () => {
    page.freezeAt(7)
    await page.loadSample('notes-access')
    expect(page.clock.getState().frozen).toBeNull()
    expect(page.state().isInstantReset).toBe(true)
  })

  test('that takes time is dropped when another was chosen after it', async () => {
    await Promise.all([page.loadSample('rs256'), page.loadSample('none')])
    expect(page.state().sample.token).toBe('none')
  })

  test('that takes time is dropped when something was pasted meanwhile', async () => {
    await page.arrive()
    const slow = page.loadSample('rs256')
    page.loadText(token)
    await slow
    expect(page.box()).toBe(token)
    expect(page.state().sample.token).toBeNull()
  })

  test('that takes time is dropped when everything was cleared meanwhile', async () => {
    page.loadFreshPair()
    const slow = page.loadSample('rs256')
    page.forgetEverything()
    await slow
    expect(page.box()).toBe('')
  })

  test('that takes time is dropped when the user has typed meanwhile', async () => {
    await page.arrive()
    page.loadText(token)
    const slow = page.loadSample('rs256')
    page.takeEdit(part(`${token}x`))
    await slow
    expect(page.box()).toBe(`${token}x`)
  })

  test('that takes time leaves a key that was typed meanwhile', async () => {
    page.loadFreshPair()
    const slow = page.loadSample('rs256')
    page.editKey({ text: 'my own secret' })
    await slow
    expect(page.state().sample.token).toBe('rs256')
    expect(page.state().key.text).toBe('my own secret')
  })

  test('can be cleared and chosen again', async () => {
    await page.loadSample('none')
    page.forgetEverything()
    await page.loadSample('none')
    expect(page.box().startsWith(encode('{"alg":"none"}'))).toBe(true)
  })
})
