/** What leaves the page when a person shares on purpose, and what comes back in? */
import { expect, type Lens, test } from './lens.ts'
import { ACCESS, JOHN_DOE } from './tokens.ts'

const dialog = (lens: Lens) => lens.page.getByRole('dialog', { name: 'Share' })

test('a link with the token brings it back, without the key, and out of the address bar', async ({
  lens,
}) => {
  await lens.open()
  await lens.paste(ACCESS)
  await lens.key.fill('my own secret')
  await lens.button('Share').click()
  await lens.button('Include the token').click()
  await expect(dialog(lens)).toContainText(/This token expired \d+ years .*ago\. Servers refuse it/)
  await lens.button('Make the link all the same').click()
  const link = await dialog(lens).getByRole('textbox', { name: 'Link with the token' }).inputValue()
  expect(link).not.toContain('my')
  await lens.button('Copy link with the token').click()
  expect(await lens.page.evaluate(() => navigator.clipboard.readText())).toBe(link)
  expect(new URL(lens.page.url()).hash).toBe('')
  await lens.page.keyboard.press('Escape')
  await expect(dialog(lens)).toBeHidden()

  await lens.page.goto('about:blank')
  await lens.page.goto(link)
  await expect(lens.token).toHaveValue(ACCESS)
  await expect(lens.key).toHaveValue('')
  expect(lens.page.url()).not.toContain('eyJ')
})

test('an example is shared by its name', async ({ lens }) => {
  await lens.open()
  await lens.pick('Samples', /^Notes access/)
  await lens.button('Share').click()
  const link = await dialog(lens).getByRole('textbox', { name: 'Link to the example' }).inputValue()
  expect(new URL(link).hash).toBe('#/debug?sample=notes-access')
})

test('a safe twin reads like the token and holds none of its values', async ({ lens }) => {
  await lens.open()
  await lens.paste(JOHN_DOE)
  await lens.button('Share').click()
  await lens.button('Make a safe twin').click()
  const twin = await dialog(lens).getByRole('textbox', { name: 'Safe twin' }).inputValue()
  await lens.button('Close').click()
  await lens.paste(twin)
  await expect(lens.payload).toHaveValue(
    /"sub": "0000000000",\s+"name": "Xxxx Xxx",\s+"admin": true/,
  )
})

test('redacted, the screen shows dots, and copying still gives the token', async ({ lens }) => {
  await lens.open()
  await lens.paste(JOHN_DOE)
  await lens.key.fill('secret')
  await lens.button('Share').click()
  await dialog(lens)
    .getByRole('checkbox', { name: /^Redact/ })
    .check()
  await lens.button('Close').click()
  for (const hidden of [
    lens.token,
    lens.header,
    lens.payload,
    lens.key,
    lens.claims.first().locator('bdi'),
    lens.page.getByRole('group', { name: 'Signature bytes' }),
    lens.headline.locator('p').first(),
  ])
    await expect(hidden).toHaveCSS('-webkit-text-security', 'disc')
  await lens.button('Copy token').click()
  expect(await lens.page.evaluate(() => navigator.clipboard.readText())).toBe(JOHN_DOE)
  await lens.button('Show again').click()
  await expect(lens.token).toHaveCSS('-webkit-text-security', 'none')
})
