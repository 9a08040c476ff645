/** Does the reference answer, from the token and by itself, without asking anybody? */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import { expect, test } from './lens.ts'
import { ACCESS } from './tokens.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

test('a claim, a parameter and a finding lead to their pages', async ({ lens }) => {
  const { page } = lens
  await lens.open()
  await lens.paste(ACCESS)
  const claim = lens.claims.filter({ hasText: 'jti' })
  await claim.getByRole('link', { name: 'RFC 7519 section 4.1' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('jti')
  await expect(page.getByRole('main')).toContainText('What if it were missing?')
  await expect(page.getByRole('link', { name: 'RFC 7519 section 4.1.7' })).toHaveAttribute(
    'href',
    'https://www.rfc-editor.org/rfc/rfc7519.html#section-4.1.7',
  )
  await page.goBack()
  await expect(lens.token).toHaveValue(ACCESS)
  await page
    .getByRole('list', { name: 'Header parameters' })
    .getByRole('link', { name: 'alg' })
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('alg')
  await page.goBack()
  await lens.findings.filter({ hasText: 'No audience' }).getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('No audience')
  await expect(page).toHaveTitle('Reference · JWT Lens')
})

test('a search finds a name first, with the network cut', async ({ lens }) => {
  const { page } = lens
  await page.goto('/#/privacy')
  await expect(page.getByRole('main')).toContainText('it works with the network cut')
  const asked: string[] = []
  page.context().on('request', (request) => asked.push(request.url()))
  await page.context().setOffline(true)
  await page.evaluate(() => {
    location.hash = '#/ref'
  })
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Reference')
  await page.getByRole('searchbox', { name: 'Search the reference' }).fill('x5t#s256')
  const found = page.getByRole('list', { name: 'Found' }).getByRole('link')
  await expect(found.first()).toHaveText('x5t#S256')
  await page.getByRole('searchbox').press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('x5t#S256')
  await expect(page.getByRole('searchbox')).toHaveValue('')
  expect(asked).toEqual([])
})

test('a link to any page works, and one to no page says so', async ({ lens }) => {
  const { page } = lens
  for (const [address, title] of [
    ['claims', 'Claims'],
    ['claims/realm_access', 'realm_access'],
    ['parameters/x5t%23S256', 'x5t#S256'],
    ['algorithms/ES256K', 'ES256K'],
    ['media-types/at%2Bjwt', 'at+jwt'],
    ['findings/unsigned', 'Not signed'],
    ['messages', 'Messages'],
  ]) {
    await page.goto(`/#/ref/${address}`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title ?? '')
  }
  await page.goto('/#/ref/claims/nothing')
  await expect(page.getByRole('main')).toContainText('The reference has no page for ‘nothing’.')
})

for (const theme of ['light', 'dark'] as const)
  test(`has no fault that axe finds, ${theme}`, async ({ lens }) => {
    const { page } = lens
    await page.emulateMedia({ colorScheme: theme })
    for (const address of ['', '/claims', '/claims/exp', '/messages']) {
      await page.goto(`/#/ref${address}`)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(page.getByRole('main').getByRole('link').nth(7)).toBeVisible()
      await page.evaluate(AXE)
      const { violations } = await page.evaluate<AxeResults>('axe.run()')
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
    }
  })
