/** What does the page say of a signature, once there is a key? */
import { generateKeyPairSync, type KeyPairKeyObjectResult } from 'node:crypto'
import { expect, test } from './lens.ts'
import { JOHN_DOE } from './tokens.ts'

const MISMATCH =
  'Signature does not match. Either the token was changed after signing, or this is not the key that signed it.'

test('the notes example fits its secret, and the secret is called weak in the same sentence', async ({
  lens,
}) => {
  await lens.open()
  await lens.paste(JOHN_DOE)
  await expect(lens.headline).toContainText(
    'Decoded, not verified. Add a key to check who made it.',
  )
  await lens.key.fill('secret')
  await expect(lens.headline).toContainText(
    'Signature valid, but the secret is 6 bytes. HS256 needs at least 32; this one can be guessed.',
  )
  await lens.expectRungs('pass', 'pass', 'warning', 'warning', 'not checked')
  await expect(lens.token).toHaveValue(JOHN_DOE)
})

test('typing a key never signs the token anew', async ({ lens }) => {
  await lens.open()
  await lens.paste(JOHN_DOE)
  await lens.key.pressSequentially('another')
  await expect(lens.headline).toContainText(MISMATCH)
  await expect(lens.token).toHaveValue(JOHN_DOE)
  await lens.expectRungs('pass', 'fail', 'not checked', 'warning', 'not checked')
})

test('a secret given as base64 but read as text is a near miss, one press from right', async ({
  lens,
}) => {
  await lens.open()
  await lens.paste(JOHN_DOE)
  await lens.key.fill('c2VjcmV0')
  await expect(lens.headline).toContainText(
    `${MISMATCH} Close: it matches if the secret is read as base64.`,
  )
  await lens.button('Read as base64').click()
  await expect(lens.encoding.getByRole('option', { selected: true })).toHaveText('Base64')
  await expect(lens.headline).toContainText('Signature valid, but the secret is 6 bytes.')
})

test('a secret can be read as text, base64, base64url and hex', async ({ lens }) => {
  await lens.open()
  await lens.paste(JOHN_DOE)
  for (const [encoding, text] of [
    ['Text (UTF-8)', 'secret'],
    ['Base64', 'c2VjcmV0'],
    ['Base64url', 'c2VjcmV0'],
    ['Hex', '736563726574'],
  ] as const) {
    await lens.key.fill('')
    await expect(lens.headline).toContainText('Decoded, not verified.')
    await lens.encoding.selectOption(encoding)
    await lens.key.fill(text)
    await expect(lens.headline).toContainText('Signature valid, but the secret is 6 bytes.')
  }
})

const pemOf = ({ publicKey }: KeyPairKeyObjectResult): string =>
  publicKey.export({ type: 'spki', format: 'pem' }).toString()
const STRANGERS = {
  rs256: () => pemOf(generateKeyPairSync('rsa', { modulusLength: 2048 })),
  es256: () => pemOf(generateKeyPairSync('ec', { namedCurve: 'P-256' })),
  eddsa: () => pemOf(generateKeyPairSync('ed25519')),
}
const NAMES = { rs256: 'RS256', es256: 'ES256', eddsa: 'EdDSA' }

for (const sample of ['rs256', 'es256', 'eddsa'] as const)
  test(`${NAMES[sample]} verifies with its PEM, is not checked without, and does not match a stranger’s`, async ({
    lens,
  }) => {
    await lens.page.goto(`/#/debug?sample=${sample}`)
    const passed = `Signature valid: this key signed exactly these bytes (${NAMES[sample]}).`
    await expect(lens.headline).toContainText(passed)
    const own = await lens.key.inputValue()
    expect(own).toMatch(/^-----BEGIN PUBLIC KEY-----/)
    await lens.key.fill('')
    await expect(lens.headline).toContainText('Decoded, not verified.')
    await lens.expectRungs('pass', 'not checked', 'not checked', 'pass', 'not checked')
    await lens.key.fill(STRANGERS[sample]())
    await expect(lens.headline).toContainText(MISMATCH)
    await lens.expectRungs('pass', 'fail', 'not checked', 'pass', 'not checked')
    await lens.key.fill(own)
    await expect(lens.headline).toContainText(passed)
    await lens.expectRungs('pass', 'pass', 'pass', 'pass', 'not checked')
  })

test('a key of the wrong kind is named, and nothing counts as checked', async ({ lens }) => {
  await lens.page.goto('/#/debug?sample=rs256')
  await expect(lens.headline).toContainText('Signature valid')
  await lens.key.fill(STRANGERS.es256())
  await expect(lens.headline).toContainText('Wrong kind of key.')
  await lens.expectRungs('pass', 'not checked', 'fail', 'pass', 'not checked')
})

test('a public key offered as an HMAC secret is stopped', async ({ lens }) => {
  await lens.open()
  await lens.paste(JOHN_DOE)
  await lens.key.fill(STRANGERS.rs256())
  await expect(lens.headline).toContainText('Stop: HS256 with a public key.')
  await lens.expectRungs('pass', 'not checked', 'fail', 'warning', 'not checked')
})

test('an answer that comes late is never shown for another token', async ({ lens }) => {
  await lens.page.addInitScript(() => {
    const real = crypto.subtle.verify.bind(crypto.subtle)
    const held: (() => void)[] = []
    let isHolding = false
    Object.assign(window, {
      hold: () => {
        isHolding = true
      },
      release: () => {
        isHolding = false
        for (const answer of held.splice(0)) answer()
      },
    })
    crypto.subtle.verify = async (...given: Parameters<typeof real>) => {
      if (isHolding)
        await new Promise<void>((resolve) => {
          held.push(resolve)
        })
      return real(...given)
    }
  })
  await lens.page.goto('/#/debug?sample=rs256')
  await expect(lens.headline).toContainText('Signature valid')
  await lens.page.evaluate('hold()')
  await lens.typeOver(lens.payload, '42', '43')
  await expect(lens.headline).toContainText('Checking the signature…')
  await lens.paste(JOHN_DOE)
  await lens.key.fill('secret')
  const answer = 'Signature valid, but the secret is 6 bytes.'
  await expect(lens.headline).toContainText(answer)
  await lens.page.evaluate('release()')
  // a tick later everything that was held has been answered
  const second = await lens.instant.inputValue()
  await expect(lens.instant).not.toHaveValue(second)
  await expect(lens.headline).toContainText(answer)
})
