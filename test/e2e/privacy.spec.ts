/** Does everything stay in the tab? */
import { generateKeyPairSync } from 'node:crypto'
import { expect, type Lens, test } from './lens.ts'
import { ACCESS, CURL, JOHN_DOE, PAIR } from './tokens.ts'

/** As decisions.md B writes it. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'none'; worker-src blob:; manifest-src 'self'; base-uri 'none'; form-action 'none'"

test('the policy stands in the page and in the header, which also forbids framing', async ({
  lens,
}) => {
  const response = await lens.page.goto('/')
  expect(response?.headers()['content-security-policy']).toBe(`${POLICY}; frame-ancestors 'none'`)
  expect(response?.headers()['referrer-policy']).toBe('no-referrer')
  await expect(lens.page.locator('meta[http-equiv="Content-Security-Policy"]')).toHaveAttribute(
    'content',
    POLICY,
  )
})

/** All that a person can do, with keys of each kind. */
async function useEverything(lens: Lens): Promise<void> {
  const { page } = lens
  await lens.paste(CURL)
  await lens.paste(PAIR)
  await lens.tabs.nth(1).click()
  const samples = page.getByRole('menu', { name: 'Samples' }).getByRole('menuitem')
  await lens.button('Samples').click()
  const count = await samples.count()
  await page.keyboard.press('Escape')
  for (let index = 0; index < count; index++) {
    await lens.button('Samples').click()
    await samples.nth(index).click()
    await expect(lens.headline).not.toContainText('Checking')
  }
  for (const [sample, made] of [
    ['RS256', generateKeyPairSync('rsa', { modulusLength: 2048 })],
    ['ES256', generateKeyPairSync('ec', { namedCurve: 'P-256' })],
    ['EdDSA', generateKeyPairSync('ed25519')],
  ] as const) {
    await lens.pick('Samples', new RegExp(String.raw`^${sample}\b`))
    await expect(lens.headline).toContainText(
      `Signature valid: this key signed exactly these bytes (${sample}).`,
    )
    await lens.key.fill(made.publicKey.export({ type: 'spki', format: 'pem' }).toString())
    await expect(lens.headline).toContainText('Signature does not match.')
    await lens.key.fill(JSON.stringify(made.publicKey.export({ format: 'jwk' })))
    await expect(lens.headline).toContainText('Signature does not match.')
    await lens.key.fill(made.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString())
    await expect(lens.headline).toContainText('private key')
  }
  for (const [sample, act] of [
    ['ES256K', 'Generate key'],
    ['Ed448', 'Generate key'],
    ['ML-DSA-44', 'Generate key'],
    ['Encrypted', 'Generate key'],
    ['Nested', 'Step inside'],
  ] as const) {
    await lens.pick('Samples', new RegExp(String.raw`^${sample}\b`))
    await expect(lens.headline).toContainText(/Signature valid|Decrypted/)
    await lens.button(act).click()
    if (sample !== 'Nested' && sample !== 'Encrypted') {
      await lens.button('Sign').click()
      await expect(lens.headline).toContainText('Signature valid')
    }
  }
  await page.getByRole('link', { name: 'Compare' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Compare' })).toBeVisible()
  await page.getByRole('link', { name: 'Debug', exact: true }).click()
  await lens.paste(JOHN_DOE)
  await lens.key.fill('secret')
  await lens.typeOver(lens.payload, 'John', 'Jane')
  await expect(lens.headline).toContainText('Signature does not match.')
  await lens.button('Back to what I pasted').click()
  await lens.judgeAt('2018-12-19T12:57:38Z')
  await lens.leeway.fill('30')
  await lens.button('Copy token').click()
  for (const exact of await lens.button('Exact text').all()) await exact.click()
  await lens.pick('Theme', /^Dark/)
  await lens.button('Keyboard shortcuts').click()
  await lens.button('Close').click()
  await page.getByRole('link', { name: 'Privacy' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Privacy' })).toBeVisible()
  await page.getByRole('link', { name: 'Debug', exact: true }).click()
  await lens.button('Clear everything').click()
}

test('once it is ready the page asks for nothing, whatever is done, and needs no network', async ({
  lens,
}) => {
  test.slow()
  const { page } = lens
  const asked: string[] = []
  await page.addInitScript(() => {
    const violations: string[] = []
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      violations.push(`${violatedDirective} ${blockedURI}`),
    )
    Object.assign(window, { violations })
  })
  page.context().on('request', (request) => asked.push(request.url()))
  await lens.open()
  await page.getByRole('link', { name: 'Privacy' }).click()
  await expect(page.getByRole('main')).toContainText('it works with the network cut')
  await expect(page.getByRole('main')).toContainText('0 requests')
  await page.getByRole('link', { name: 'Debug', exact: true }).click()
  await page.waitForLoadState('networkidle')
  expect(asked).not.toEqual([])
  asked.length = 0
  await page.context().setOffline(true)
  await useEverything(lens)
  expect(asked).toEqual([])
  expect(await page.evaluate('violations')).toEqual([])
  await expect(page.getByRole('banner')).toContainText('0 requests')
})

test('only the preferences are stored, under one name', async ({ lens }) => {
  test.slow()
  await lens.open()
  await useEverything(lens)
  const kept = await lens.page.evaluate(async () => ({
    names: Object.keys(localStorage),
    preferences: localStorage.getItem('jwt-lens') ?? '',
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    cookies: document.cookie,
    history: JSON.stringify(history.state),
  }))
  expect(kept).toMatchObject({ names: ['jwt-lens'], session: 0, databases: 0, caches: 0 })
  expect(kept).toMatchObject({ workers: 0, cookies: '', history: 'null' })
  expect(JSON.parse(kept.preferences)).toEqual({
    theme: 'dark',
    hasSingleKeys: true,
    hasPlainEditors: false,
  })
  expect(await lens.page.context().cookies()).toEqual([])
})

test.describe('with nothing chosen', () => {
  test.use({ editors: 'rich' })

  test('a visit stores nothing', async ({ lens }) => {
    await lens.open()
    await lens.expectReady()
    await lens.paste(ACCESS)
    await lens.key.fill('secret')
    expect(await lens.page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0)
  })
})

test('the token field is not remembered across a reload', async ({ lens }) => {
  await lens.open()
  await lens.paste(ACCESS)
  await lens.key.fill('my secret')
  await lens.page.reload()
  await lens.settled()
  await expect(lens.token).not.toHaveValue(ACCESS)
  await expect(lens.key).not.toHaveValue('my secret')
})

test('addresses in a token are shown and never followed', async ({ lens }) => {
  await lens.open()
  const header = Buffer.from(
    '{"alg":"RS256","jku":"https://keys.example/jwks","x5u":"https://keys.example/x"}',
  ).toString('base64url')
  const payload = Buffer.from('{"iss":"https://login.example","picture":"https://x.example/a.png"}')
  await lens.paste(`${header}.${payload.toString('base64url')}.${'A'.repeat(342)}`)
  await expect(lens.findings.filter({ hasText: '(jku)' })).toContainText('never fetches it')
  await expect(lens.page.locator('a[href^="http"], img, iframe')).toHaveCount(0)
})
