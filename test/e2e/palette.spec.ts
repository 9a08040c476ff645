/** Is everything found by its name with keys alone, and do single keys act on what is linked? ux.md 6.1. */
import type { Locator } from '@playwright/test'
import { expect, type Lens, test } from './lens.ts'
import { ACCESS } from './tokens.ts'

const field = ({ page }: Lens): Locator =>
  page.getByRole('combobox', { name: 'View, sample, claim, session or page' })
const options = ({ page }: Lens): Locator =>
  page.getByRole('listbox', { name: 'Found' }).getByRole('option')
const linked = ({ page }: Lens): Locator => page.getByRole('status', { name: 'Linked' })

async function leaveFields({ page }: Lens): Promise<void> {
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  })
}

/** Opens, types and presses Enter. */
async function go(lens: Lens, query: string, first: RegExp): Promise<void> {
  await lens.page.keyboard.press('ControlOrMeta+k')
  await expect(field(lens)).toBeFocused()
  await lens.page.keyboard.type(query)
  await expect(options(lens).first()).toHaveText(first)
  await lens.page.keyboard.press('Enter')
  await expect(lens.page.getByRole('dialog')).toHaveCount(0)
}

test.beforeEach(async ({ lens }) => {
  await lens.open()
  await lens.paste(ACCESS)
  await expect(lens.claims).toHaveCount(4)
})

test('views, samples, claims, sessions and pages of the reference are all there', async ({
  lens,
}) => {
  await lens.expectReady()
  await go(lens, 'jti', /^jti.*Claim$/)
  await expect(linked(lens)).toHaveText(/^jti: token characters/)
  await expect(lens.button('Unpin')).toBeVisible()
  await go(lens, 'expired', /Sample$/)
  await expect(lens.headline).toContainText('expired')
  await go(lens, 'two tabs', /Session$/)
  await expect(lens.page).toHaveURL(/#\/session\/two-tabs/)
  await go(lens, 'RS512', /^RS512.*Reference$/)
  await expect(lens.page.getByRole('heading', { name: 'RS512' })).toBeVisible()
  await go(lens, 'compare', /^Compare.*View$/)
  await expect(lens.page).toHaveURL(/#\/compare$/)
})

test('arrows choose, Enter goes, Esc gives the focus back', async ({ lens }) => {
  await lens.key.focus()
  await lens.page.keyboard.press('ControlOrMeta+k')
  await expect(options(lens).nth(0)).toHaveAttribute('aria-selected', 'true')
  await lens.page.keyboard.press('ArrowDown')
  await expect(options(lens).nth(1)).toHaveAttribute('aria-selected', 'true')
  const chosen = await options(lens).nth(1).getAttribute('id')
  await expect(field(lens)).toHaveAttribute('aria-activedescendant', chosen ?? '')
  await lens.page.keyboard.press('ArrowUp')
  await lens.page.keyboard.press('ArrowUp')
  await expect(options(lens).last()).toHaveAttribute('aria-selected', 'true')
  await lens.page.keyboard.type('no such thing anywhere')
  await expect(options(lens)).toHaveCount(0)
  await expect(lens.page.getByRole('dialog')).toContainText('Nothing here has such a name.')
  await lens.page.keyboard.press('Escape')
  await expect(lens.page.getByRole('dialog')).toHaveCount(0)
  await expect(lens.key).toBeFocused()
})

test('a slash opens it too, outside fields and while single keys are on', async ({ lens }) => {
  await lens.key.fill('')
  await lens.key.press('/')
  await expect(lens.key).toHaveValue('/')
  await leaveFields(lens)
  await lens.page.keyboard.press('/')
  await expect(field(lens)).toBeFocused()
  await lens.page.keyboard.press('Escape')
  await lens.button('Keyboard shortcuts').click()
  await lens.page.getByRole('checkbox', { name: /Keys without Ctrl/ }).click()
  await lens.button('Close').click()
  await leaveFields(lens)
  await lens.page.keyboard.press('/')
  await expect(lens.page.getByRole('dialog')).toHaveCount(0)
  await lens.page.keyboard.press('ControlOrMeta+k')
  await expect(field(lens)).toBeFocused()
})

test('it is opened from the list of keys', async ({ lens }) => {
  await lens.button('Keyboard shortcuts').click()
  await lens.button('Go to anything by its name').click()
  await expect(field(lens)).toBeFocused()
})

test('on a claim L keeps its characters lit and C copies its value; G then C goes to the claims', async ({
  lens,
}) => {
  await lens.claims.filter({ hasText: 'exp' }).first().getByRole('button', { name: 'exp' }).focus()
  await expect(linked(lens)).toHaveText(/^exp: token characters 68–89/)
  await lens.page.keyboard.press('c')
  await expect(lens.page.getByRole('status', { name: 'Copied' })).toHaveText(
    'Copied the value of exp.',
  )
  expect(await lens.page.evaluate('navigator.clipboard.readText()')).toBe('1545224259')
  await lens.page.keyboard.press('l')
  await leaveFields(lens)
  await expect(linked(lens)).toHaveText(/^exp: token characters 68–89/)
  await lens.page.keyboard.press('l')
  await expect(linked(lens)).toHaveText('')
  await lens.claims.filter({ hasText: 'jti' }).first().getByRole('button', { name: 'jti' }).focus()
  await lens.page.keyboard.press('g')
  await lens.page.keyboard.press('c')
  await expect(lens.page.getByRole('region', { name: 'Claims' })).toBeFocused()
  expect(await lens.page.evaluate('navigator.clipboard.readText()')).toBe('1545224259')
})
