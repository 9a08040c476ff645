/** Does every hostile input get the answer that its case asks for, with nothing asked, kept, run or logged? */
import { HOSTILE, type Expected } from './hostile.ts'
import { expect, type Lens, test } from './lens.ts'
import { inputOf, keyTextOf, readVectors, type Vector } from './vectors.ts'

const { HOSTILE: FILE = 'test/vectors/hostile-inputs.json' } = process.env
const CASES = readVectors(FILE)

/** Long enough for the slowest computer; not a measurement. */
const PATIENCE = { timeout: 45_000 }

for (const vector of CASES)
  test(vector.id, async ({ lens, page }) => {
    test.slow(vector.generate !== undefined)
    await lens.openEmpty()
    await lens.expectReady()
    const noise: string[] = []
    page.context().on('request', (request) => noise.push(`asked for ${request.url()}`))
    page.on('console', (message) => noise.push(`logged ${message.text()}`))

    await lens.paste(inputOf(vector))
    const [key] = vector.keys
    if (key) await lens.key.fill(keyTextOf(key), PATIENCE)
    const expected = HOSTILE[vector.id]
    if (expected) await expectSaid(lens, expected)
    else await expectRoughly(lens, vector)
    await NEXT[vector.id]?.(lens, vector)

    await lens.expectPlainWords(expected?.quotes)
    await expectHarmless(lens)
    expect(noise).toEqual([])
  })

test('each expectation belongs to a case of the published file', () => {
  const ids = readVectors('test/vectors/hostile-inputs.json').map(({ id }) => id)
  expect(Object.keys(HOSTILE).toSorted()).toEqual(ids.toSorted())
})

async function expectSaid(lens: Lens, expected: Expected): Promise<void> {
  const { headline, rungs, says = [], never = [] } = expected
  await expect(lens.headline).toContainText(headline, PATIENCE)
  await lens.expectRungs(...rungs, 'not checked')
  if (expected.intake !== undefined) await expect(lens.intake).toContainText(expected.intake)
  for (const sentence of says)
    await expect(lens.page.getByRole('main')).toContainText(sentence, PATIENCE)
  for (const pane of ['header', 'payload'] as const) {
    const shown = expected[pane]
    if (shown !== undefined) await expect(lens[pane]).toHaveValue(asPattern(shown), PATIENCE)
  }
  const words = await lens.words()
  for (const word of never) expect(words).not.toMatch(asPattern(word))
  if (rungs[1] !== 'pass') expectNotVerified(words)
}

/** Of a case without a sentence of its own: what its fields `decode` and `signature` ask for. */
async function expectRoughly(lens: Lens, { expect: asked, keys }: Vector): Promise<void> {
  const { decode = '', signature = '' } = asked ?? {}
  const encoding = keys[0]?.encoding ?? 'utf8'
  if (encoding !== 'utf8') await lens.encoding.selectOption(ENCODINGS[encoding])
  await expect(lens.headline).not.toContainText('Checking', PATIENCE)
  const state = lens.rungs.nth(1)
  if (/^(?:valid|decrypted)(?:,.*)?$/.test(signature)) await expect(state).toContainText('pass')
  else if (signature === 'invalid') await expect(state).toContainText('fail')
  else if (/^(?:none|not-checked|not-decrypted|unsupported)$/.test(signature)) {
    await expect(state).toHaveText(/^Signature\s*(?:fail|not checked)/)
    expectNotVerified(await lens.words())
  }
  if (decode === 'ok') await expect(lens.header).toHaveValue(/\S/)
}

const ENCODINGS = { utf8: 'Text (UTF-8)', base64: 'Base64', base64url: 'Base64url', hex: 'Hex' }

const asPattern = (text: string | RegExp): RegExp =>
  typeof text === 'string' ? new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)) : text

/** Neither by the headline nor by any other word. */
function expectNotVerified(words: string): void {
  expect(words).not.toMatch(/Signature valid|(?<!\bnot )\bverified\b|Decrypted/i)
}

/** What no input may ever bring about. */
async function expectHarmless(lens: Lens): Promise<void> {
  await expect(
    lens.page.locator('#root').locator('img, iframe, script, a[href^="http"]'),
  ).toHaveCount(0)
  const harm = await lens.page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return {
      ran: '__xss' in window,
      polluted: 'polluted' in {} || 'admin' in {},
      wider: scrollWidth > clientWidth,
      stored: localStorage.length + sessionStorage.length,
      cookies: document.cookie,
      address: location.hash + location.search,
    }
  })
  const none = { ran: false, polluted: false, wider: false, stored: 0, cookies: '' }
  expect(harm).toEqual({ ...none, address: '#/debug' })
}

/** What a person does next, where the case asks for it. */
const NEXT: Readonly<Record<string, (lens: Lens, vector: Vector) => Promise<void>>> = {
  'two-parts': async (lens, vector) => {
    await expect(lens.token).toHaveValue(inputOf(vector))
  },
  'alg-unknown': async (lens) => {
    await expect(lens.claims).toHaveCount(4)
  },
  'embedded-jwk': async (lens) => {
    await lens.button('Check with it all the same').click()
    await expect(lens.headline).toContainText(
      'Signature valid, but only with the key that the token itself brings. Anyone can make such a token; it proves nothing about the issuer.',
    )
    await lens.expectRungs('pass', 'pass', 'warning', 'warning', 'not checked')
    await expect(lens.rungs.nth(2)).toContainText('self-asserted: the key came with the token')
  },
  'x5c-expired-selfsigned': async (lens) => {
    await lens.button('Check with it all the same').click()
    await expect(lens.headline).toContainText('but only with the key that the token itself brings.')
    await expect(lens.rungs.nth(2)).toHaveText(/^Key\s*warning/)
  },
  'two-tokens': async (lens) => {
    await expect(lens.tabs).toHaveCount(2)
    await lens.tabs.nth(1).click()
    await expect(lens.headline).toContainText('Signature valid')
  },
  'proto-claim': async (lens) => {
    await expect(lens.page.getByRole('listitem', { name: '__proto__, Private' })).toBeVisible()
  },
  'duplicate-claims': async (lens) => {
    await expect(lens.claims.filter({ hasText: /^admin/ })).toHaveCount(2)
  },
  'lone-surrogate': async (lens, vector) => {
    await lens.button('Copy token').click()
    expect(await lens.page.evaluate(() => navigator.clipboard.readText())).toBe(inputOf(vector))
    await lens.payload.press('ControlOrMeta+End')
    await lens.page.keyboard.type(' ')
    await expect(lens.headline).toContainText('Signature does not match.')
    await lens.page.keyboard.press('Backspace')
    await expect(lens.token).toHaveValue(inputOf(vector))
  },
  'payload-10mb': async (lens) => {
    await expect(lens.payload).not.toBeEditable()
    await lens.button('Keyboard shortcuts').click(PATIENCE)
    await lens.button('Close').click(PATIENCE)
    await expect(lens.page.getByRole('dialog')).toHaveCount(0, PATIENCE)
  },
  'secret-base64-ambiguity': async (lens) => {
    await lens.button('Read as base64').click()
    await expect(lens.headline).toContainText('Token for 1234567890, HS256. Signature valid.')
    await lens.expectRungs('pass', 'pass', 'pass', 'warning', 'not checked')
  },
  'nested-jwt': async (lens, { keys }) => {
    await lens.button('Step inside').click()
    await expect(lens.headline).not.toContainText('Signature valid')
    await lens.key.fill(keys[1] ? keyTextOf(keys[1]) : '')
    await expect(lens.headline).toContainText('Token for 1234567890, HS256. Signature valid.')
    await lens.button('Step out').click()
    await expect(lens.headline).toContainText('Decrypted: this key opens it (dir, A256GCM).')
  },
  'json-general-mixed': async (lens) => {
    await lens.page.getByRole('tab', { name: 'Signature 2, ES256' }).click()
    await expect(lens.headline).toContainText('Token for 1234567890, ES256, signature 2 of 2.')
    await expect(lens.headline).not.toContainText('Signature valid')
    await lens.expectRungs('pass', 'not checked', 'fail', 'warning', 'not checked')
    await expect(lens.header).toHaveValue(/"alg": "ES256"/)
  },
}
