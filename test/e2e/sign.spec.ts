/** Is a token signed here a good one, and is the one before never lost? */
import type { Locator } from '@playwright/test'
import { expect, type Lens, test } from './lens.ts'
import { bytesOf, encode, JOHN_DOE } from './tokens.ts'

const SECRET = 'a secret that is long enough for HS256'

const edited = (lens: Lens): Locator => lens.page.getByText('Edited.')

/** Goes on with Tab until that control has the focus, as a person without a pointer would. */
async function tabTo(lens: Lens, target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  for (let presses = 0; presses < 60; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await lens.page.keyboard.press('Tab')
  }
  throw new Error('Tab never reached it')
}

test('an edited payload is signed by keyboard, and the token before comes back', async ({
  lens,
}) => {
  await lens.open()
  await lens.paste(JOHN_DOE)
  await lens.key.fill(SECRET)
  await lens.typeOver(lens.payload, 'John Doe', 'Johanna')
  await expect(lens.headline).toContainText('Signature does not match.')
  await expect(edited(lens)).toBeVisible()
  const before = await lens.token.inputValue()
  await lens.key.focus()
  await tabTo(lens, lens.button('Sign'))
  await lens.page.keyboard.press('Enter')
  await expect(lens.headline).toContainText('Signature valid')
  await expect(lens.page.getByText('Signed with HS256 just now:')).toBeVisible()
  await expect(edited(lens)).toBeVisible()
  const after = await lens.token.inputValue()
  expect(after.split('.').slice(0, 2)).toEqual(before.split('.').slice(0, 2))
  await tabTo(lens, lens.button('Back to the one before'))
  await lens.page.keyboard.press('Enter')
  await expect(lens.token).toHaveValue(before)
  await expect(lens.headline).toContainText('Signature does not match.')
  await lens.button('Back to what I pasted').click()
  await expect(lens.token).toHaveValue(JOHN_DOE)
})

test('Sign without a key says what is missing and changes nothing', async ({ lens }) => {
  await lens.openEmpty()
  await lens.paste(JOHN_DOE)
  await lens.button('Sign').click()
  await expect(lens.page.getByRole('alert')).toHaveText(
    'A key is missing. HS256 signs with a shared secret of at least 32 bytes. Put it in the key box, or press Generate key.',
  )
  await expect(lens.token).toHaveValue(JOHN_DOE)
})

for (const [alg, made, kind] of [
  ['HS512', 'A secret of 64 bytes', 'the secret you gave'],
  ['RS256', 'An RSA private key of 2048 bits', 'private key'],
  ['PS384', 'An RSA private key of 2048 bits', 'private key'],
  ['ES512', 'An EC private key on P-521', 'private key'],
  ['Ed25519', 'An Ed25519 private key', 'private key'],
  ['ML-DSA-44', 'An ML-DSA-44 private key', 'private key'],
  ['ES256K', 'An EC private key on secp256k1', 'private key'],
  ['Ed448', 'An Ed448 private key', 'private key'],
] as const) {
  test(`a key generated for ${alg} signs, and its token passes`, async ({ lens }) => {
    await lens.open()
    await lens.paste(JOHN_DOE)
    await lens.key.fill(SECRET)
    await lens.typeOver(lens.header, 'HS256', alg)
    await lens.button('Generate key').click()
    await expect(lens.page.getByText(`${made} was made here for ${alg}.`)).toBeVisible()
    await expect(lens.page.getByRole('alert')).toHaveCount(0)
    await lens.button('Sign').click()
    await expect(lens.page.getByText(`Signed with ${alg} just now:`)).toBeVisible()
    await expect(lens.headline).toContainText('Signature valid')
    await expect(lens.rungs.nth(2)).toContainText(kind)
    await lens.button('Undo: put the old key back').click()
    await expect(lens.key).toHaveValue(SECRET)
  })
}

test('the public half of a generated key checks what its private half signed', async ({ lens }) => {
  await lens.open()
  await lens.paste(JOHN_DOE)
  await lens.typeOver(lens.header, 'HS256', 'ML-DSA-65')
  await lens.button('Generate key').click()
  await lens.button('Sign').click()
  await expect(lens.headline).toContainText('Signature valid')
  for (const form of ['PEM', 'JWK']) {
    await lens.button(`Copy public key as ${form}`).click()
    await expect
      .poll(() => lens.page.evaluate(() => navigator.clipboard.readText()))
      .toContain(form === 'PEM' ? 'BEGIN PUBLIC KEY' : '"pub"')
    const copied = await lens.page.evaluate(() => navigator.clipboard.readText())
    expect(copied).not.toContain('priv')
    await lens.key.fill(copied)
    await expect(lens.headline).toContainText('Signature valid')
    await expect(lens.rungs.nth(2)).toContainText('the ML-DSA-65 public key you gave')
  }
})

test('a payload is encrypted where the header asks for it', async ({ lens }) => {
  await lens.openEmpty()
  await lens.paste(JOHN_DOE)
  await lens.header.fill('{"alg":"ECDH-ES","enc":"A256GCM"}')
  await lens.button('Generate key').click()
  await lens.button('Encrypt').click()
  await expect(lens.page.getByText('Encrypted with ECDH-ES just now:')).toBeVisible()
  expect((await lens.token.inputValue()).split('.')).toHaveLength(5)
  await lens.button('Back to the one before').click()
  expect((await lens.token.inputValue()).split('.')).toHaveLength(3)
})

test('a time claim is set by keyboard, and its token is signed again', async ({ lens }) => {
  await lens.open()
  await lens.paste(`${encode('{"alg":"HS256"}')}.${encode('{"exp":1,"n":1.50}')}.`)
  await lens.key.fill(SECRET)
  await expect(lens.claims).toHaveCount(2)
  const claim = lens.claims.filter({ hasText: 'Set time' })
  await claim.locator('summary').filter({ hasText: 'Set time' }).focus()
  await lens.page.keyboard.press('Enter')
  const inAnHour = claim.getByRole('button', { name: 'exp: in 1 hour, +1 h', exact: true })
  await tabTo(lens, inAnHour)
  const from = Math.floor(Date.now() / 1000)
  await lens.page.keyboard.press('Enter')
  await expect(lens.payload).toHaveValue(/"exp": \d{10},\n {2}"n": 1\.50/)
  const { exp } = JSON.parse(bytesOf(await lens.token.inputValue(), 1).toString())
  expect(exp).toBeGreaterThanOrEqual(from + 3600 - 1)
  expect(exp).toBeLessThanOrEqual(Math.floor(Date.now() / 1000) + 3600)
  await expect(inAnHour).toBeFocused()
  await lens.button('Sign').click()
  await expect(lens.headline).toContainText('Signature valid')
  await expect(lens.headline).toContainText('Expires in 59 minutes')
})

test('signing and generating ask the network for nothing', async ({ lens }) => {
  await lens.open()
  await expect
    .poll(() =>
      lens.page.evaluate(() =>
        performance
          .getEntriesByType('resource')
          .map(({ name }) => name)
          .join(' '),
      ),
    )
    .toMatch(/encryptToken.*ed448|ed448.*encryptToken/)
  await lens.page.waitForLoadState('networkidle')
  const asked: string[] = []
  lens.page.on('request', (request) => asked.push(request.url()))
  await lens.paste(JOHN_DOE)
  for (const alg of ['ES256K', 'Ed448', 'RS256']) {
    await lens.header.fill(`{"alg":"${alg}"}`)
    await lens.button('Generate key').click()
    await expect(lens.page.getByText(`was made here for ${alg}.`)).toBeVisible()
    await lens.button('Sign').click()
    await expect(lens.headline).toContainText('Signature valid')
  }
  expect(asked).toEqual([])
})
