/** What does a person read who pastes what they have? */
import type { Locator } from '@playwright/test'
import { expect, test } from './lens.ts'
import { ACCESS, CURL, CURL_TOKEN, PAIR, REFRESH } from './tokens.ts'

const SIZES = [
  { width: 1440, height: 900 },
  { width: 1366, height: 768 },
  { width: 390, height: 844 },
]

for (const viewport of SIZES)
  test.describe(`at ${viewport.width}×${viewport.height}`, () => {
    test.use({ viewport })

    async function expectInside(shown: Locator): Promise<void> {
      await expect(shown).toBeInViewport({ ratio: 1 })
      const box = await shown.boundingBox()
      expect(box?.y).toBeGreaterThanOrEqual(0)
      expect(box?.x).toBeGreaterThanOrEqual(0)
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(viewport.height)
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(viewport.width)
    }

    test('a curl command pasted anywhere says whose token it is, that it is expired and that no key was checked, without scrolling', async ({
      lens,
    }) => {
      await lens.open()
      await lens.paste(CURL)
      await expect(lens.headline).toHaveText(
        /^Access token for user 1, HS256\.\s*Decoded, not verified\. Add a key to check who made it\.\s*Expired \d+ years( \d+ months?| \d+ days?)? ago \(2018-12-03 09:13:51 UTC\)\.\s*$/,
      )
      await lens.expectRungs('pass', 'not checked', 'not checked', 'fail', 'not checked')
      await expect(lens.token).toHaveValue(CURL_TOKEN)
      await expect(lens.key).toHaveValue('')
      await expect(lens.intake).toContainText('Found in a curl command, header Authorization.')
      await expectInside(lens.headline)
      await expectInside(lens.rungs.last())
      await expectInside(lens.token)
      await expectInside(lens.key)
      expect(await lens.page.evaluate(() => scrollY)).toBe(0)
    })

    test('nothing is wider than the screen', async ({ lens }) => {
      await lens.open()
      await lens.paste(CURL)
      await expect(lens.token).toHaveValue(CURL_TOKEN)
      expect(
        await lens.page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0)
    })
  })

test('the JSON answer to a login gives an access and a refresh tab', async ({ lens }) => {
  await lens.open()
  await lens.paste(PAIR)
  await expect(lens.intake).toContainText('Found 2 tokens in a JSON body: access and refresh.')
  await expect(lens.tabs).toHaveText(['Access', 'Refresh'])
  await expect(lens.page.getByRole('link', { name: 'See them on a timeline' })).toBeVisible()
  await expect(lens.token).toHaveValue(ACCESS)
  await expect(lens.headline).toContainText('(2018-12-19 12:57:39 UTC)')
  await lens.tabs.nth(1).click()
  await expect(lens.token).toHaveValue(REFRESH)
  await expect(lens.headline).toContainText('Refresh token for user 1, HS256.')
  await expect(lens.headline).toContainText('(2018-12-20 12:52:39 UTC)')
})

test('a paste over the token field takes the token out of the command', async ({ lens }) => {
  await lens.open()
  await lens.pasteInto(lens.token, CURL)
  await expect(lens.token).toHaveValue(CURL_TOKEN)
})

test('Undo puts the text back exactly as it was pasted, and it is still read', async ({ lens }) => {
  await lens.open()
  const raw = `  ${CURL}\t\n`
  await lens.paste(raw)
  await expect(lens.token).toHaveValue(CURL_TOKEN)
  await lens.button('Undo').click()
  await expect(lens.token).toHaveValue(raw)
  await expect(lens.headline).toContainText('Access token for user 1, HS256.')
})

test('a key pasted anywhere goes to the key box and leaves the token alone', async ({ lens }) => {
  await lens.open()
  await lens.paste(ACCESS)
  await expect(lens.token).toHaveValue(ACCESS)
  const jwk = '{"kty":"oct","k":"c2VjcmV0"}'
  await lens.paste(jwk)
  await expect(lens.intake).toContainText('That is a key, not a token: placed in the key box.')
  await expect(lens.key).toHaveValue(jwk)
  await expect(lens.token).toHaveValue(ACCESS)
  await expect(lens.headline).toContainText('Signature does not match.')
})

test('Clear everything forgets tokens, key and instant', async ({ lens }) => {
  await lens.open()
  await lens.paste(PAIR)
  await lens.key.fill('secret')
  await lens.judgeAt('2018-12-19T12:57:38Z')
  await lens.button('Clear everything').click()
  await expect(lens.headline).toContainText(
    'Paste a token to begin. Nothing you paste leaves this tab.',
  )
  for (const field of [lens.token, lens.key, lens.header, lens.payload])
    await expect(field).toHaveValue('')
  await expect(lens.claims).toHaveCount(0)
  await expect(lens.tabs).toHaveCount(0)
  await expect(lens.asOf.getByRole('option', { selected: true })).toHaveText('Now')
  await lens.expectRungs('not checked', 'not checked', 'not checked', 'not checked', 'not checked')
  await expect(lens.button('Undo')).toHaveCount(0)
})

test('the title never tells anything of a token', async ({ lens }) => {
  await lens.open()
  await expect(lens.page).toHaveTitle('Debug · JWT Lens')
  await lens.paste(CURL)
  await expect(lens.token).toHaveValue(CURL_TOKEN)
  await expect(lens.page).toHaveTitle('Debug · JWT Lens')
  await lens.page.getByRole('link', { name: 'Privacy' }).click()
  await expect(lens.page).toHaveTitle('Privacy · JWT Lens')
})
