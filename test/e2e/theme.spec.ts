/** Does the page look as its reader chose, from the first paint on? */
import type { Page } from '@playwright/test'
import { expect, test } from './lens.ts'

async function expectTheme(page: Page, choice: string, resolved: string): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('data-theme-choice', choice)
  await expect(page.locator('html')).toHaveAttribute('data-theme', resolved)
}

const groundOf = (page: Page): Promise<string> =>
  page.evaluate(() => getComputedStyle(document.body).backgroundColor)

test('without a choice the page follows the system, also while it changes', async ({ lens }) => {
  await lens.page.emulateMedia({ colorScheme: 'light' })
  await lens.open()
  await expectTheme(lens.page, 'system', 'light')
  const light = await groundOf(lens.page)
  await lens.page.emulateMedia({ colorScheme: 'dark' })
  await expectTheme(lens.page, 'system', 'dark')
  expect(await groundOf(lens.page)).not.toBe(light)
  await lens.page.emulateMedia({ contrast: 'more' })
  await expectTheme(lens.page, 'system', 'projector')
})

for (const [label, theme, system] of [
  ['Light', 'light', 'dark'],
  ['Dark', 'dark', 'light'],
  ['Projector', 'projector', 'dark'],
] as const)
  test(`the choice ${label} survives a reload, before any script of the page has arrived`, async ({
    lens,
  }) => {
    await lens.page.emulateMedia({ colorScheme: system })
    await lens.open()
    await lens.pick('Theme', new RegExp(`^${label}`))
    await expectTheme(lens.page, theme, theme)
    const ground = await groundOf(lens.page)
    await lens.page.route('**/assets/*.js', () => undefined)
    await lens.page.reload({ waitUntil: 'commit' })
    await expect(lens.headline).toBeVisible()
    await expectTheme(lens.page, theme, theme)
    expect(await groundOf(lens.page)).toBe(ground)
    await lens.page.unroute('**/assets/*.js')
    await lens.open()
    await expectTheme(lens.page, theme, theme)
    await lens.button('Theme').click()
    await expect(lens.page.getByRole('menuitemradio', { checked: true })).toHaveAccessibleName(
      label,
    )
  })

test('going back to System is a choice as well', async ({ lens }) => {
  await lens.page.emulateMedia({ colorScheme: 'dark' })
  await lens.open()
  await lens.pick('Theme', /^Light/)
  await lens.pick('Theme', /^System/)
  await lens.page.reload()
  await expectTheme(lens.page, 'system', 'dark')
})

test('a stored preference that is broken is as good as none', async ({ lens }) => {
  await lens.page.addInitScript(() => localStorage.setItem('jwt-lens', '{"theme":["<b>"'))
  await lens.page.emulateMedia({ colorScheme: 'light' })
  await lens.open()
  await expectTheme(lens.page, 'system', 'light')
})
