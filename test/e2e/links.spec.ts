/** What may a link ask of the page? */
import { expect, test } from './lens.ts'
import { ACCESS, JOHN_DOE } from './tokens.ts'

test('a setting the page does not know is named, and the rest is applied', async ({ lens }) => {
  await lens.page.goto('/#/debug?sampel=rs256&sample=notes-access&speed=60')
  await expect(lens.page.getByRole('main')).toContainText(
    'This link asks for what this page does not know: the setting sampel, the setting speed.',
  )
  await expect(lens.headline).toContainText('(2018-12-19 12:57:39 UTC)')
})

test('a sample or a page that does not exist is named, and the page works', async ({ lens }) => {
  await lens.page.goto('/#/debug?sample=%3Cimg%20src=x%3E')
  await expect(lens.page.getByRole('main')).toContainText('the sample <img src=x>')
  await expect(lens.headline).toContainText('Signature valid')
  await lens.page.goto('/#/sesion/rotation')
  await expect(lens.page.getByRole('main')).toContainText('the page /sesion/rotation')
  await lens.paste(ACCESS)
  await expect(lens.headline).toContainText('Decoded, not verified.')
})

for (const name of ['token', 'id_token', 'access_token'])
  test(`a token in the fragment (#${name}=) is read and taken out of the address bar`, async ({
    lens,
  }) => {
    await lens.page.goto(`/#${name}=${ACCESS}&state=xyz`)
    await expect(lens.token).toHaveValue(ACCESS)
    await expect(lens.headline).toContainText('(2018-12-19 12:57:39 UTC)')
    expect(lens.page.url()).not.toContain('eyJ')
    await lens.page.goBack()
    expect(lens.page.url()).not.toContain('eyJ')
  })

test('a link with a token that is opened in the living page is read and taken out as well', async ({
  lens,
}) => {
  await lens.open()
  await lens.page.evaluate((token) => {
    location.hash = `#token=${token}`
  }, ACCESS)
  await expect(lens.token).toHaveValue(ACCESS)
  await expect(lens.page).toHaveURL(/^(?!.*eyJ)/)
})

test('a link to a sample opened in the living page loads it', async ({ lens }) => {
  await lens.open()
  await lens.page.evaluate(() => {
    location.hash = '#/debug?sample=notes-access'
  })
  await expect(lens.headline).toContainText('(2018-12-19 12:57:39 UTC)')
})

test('a look at the privacy page and back keeps token and key', async ({ lens }) => {
  await lens.open()
  await lens.paste(JOHN_DOE)
  await lens.key.fill('secret')
  await lens.page.getByRole('link', { name: 'Privacy' }).click()
  await expect(lens.page.getByRole('heading', { level: 1 })).toHaveText('Privacy')
  await lens.page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: 'Debug' })
    .click()
  await expect(lens.page.getByRole('heading', { level: 1 })).toHaveCount(1)
  await expect(lens.token).toHaveValue(JOHN_DOE)
  await expect(lens.key).toHaveValue('secret')
  await expect(lens.headline).toContainText('Signature valid, but the secret is 6 bytes.')
})

test('what is pasted never appears in the address bar', async ({ lens }) => {
  await lens.open()
  await lens.paste(JOHN_DOE)
  await lens.key.fill('secret')
  await expect(lens.headline).toContainText('Signature valid')
  expect(new URL(lens.page.url()).hash).toBe('')
})
