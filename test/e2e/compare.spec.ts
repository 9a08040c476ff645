/** Do two tokens tell their differences, on a wide screen and a narrow one? */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Locator, Page } from '@playwright/test'
import type { AxeResults } from 'axe-core'
import { expect, test } from './lens.ts'
import { ACCESS, CURL, CURL_TOKEN, JOHN_DOE, PAIR, REFRESH, signed } from './tokens.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const SAME_LOGIN =
  'If their lifetimes are SimpleJWT’s defaults, both were issued at 2018-12-19 12:52:39 UTC, so most likely by the same login.'

interface Compared {
  first: Locator
  second: Locator
  summary: Locator
  intake: Locator
  rowOf: (claim: string) => Locator
}

const compared = (page: Page): Compared => ({
  first: page.getByRole('textbox', { name: 'First token', exact: true }),
  second: page.getByRole('textbox', { name: 'Second token', exact: true }),
  summary: page.getByRole('region', { name: 'Summary', exact: true }).getByRole('status'),
  intake: page.getByRole('status', { name: 'Intake' }),
  rowOf: (claim) =>
    page
      .getByRole('table', { name: 'Differences' })
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: claim, exact: true }) }),
})

test('a link with the pair of the notes tells their differences and infers one login', async ({
  lens,
}) => {
  await lens.page.goto('/#/compare?sample=notes-access,notes-refresh')
  const { first, second, summary, rowOf } = compared(lens.page)
  await expect(first).toHaveValue(ACCESS)
  await expect(second).toHaveValue(REFRESH)
  await expect(summary).toContainText('3 of 4 claims differ: token_type, exp and jti.')
  await expect(summary).toContainText(`Inferred ${SAME_LOGIN}`)
  await expect(rowOf('exp').getByRole('cell').last()).toHaveText(
    'The second expires 23 hours 55 minutes later.',
  )
  await expect(lens.page.getByRole('heading', { level: 1 })).toHaveText(['Compare'])
  await expect(lens.page).toHaveTitle('Compare · JWT Lens')
  await lens.expectPlainWords()
})

test('the debugger’s pair is compared, and each of the two opens there again', async ({ lens }) => {
  await lens.open()
  await lens.paste(PAIR)
  await expect(lens.tabs).toHaveText(['Access', 'Refresh'])
  await lens.page.evaluate(() => {
    location.hash = '#/compare'
  })
  const { first, second } = compared(lens.page)
  await expect(first).toHaveValue(ACCESS)
  await expect(second).toHaveValue(REFRESH)
  await lens.page.getByRole('link', { name: 'Open in Debugger' }).nth(1).click()
  await expect(lens.tabs.nth(1)).toHaveAttribute('aria-selected', 'true')
  await expect(lens.headline).toContainText('(2018-12-20 12:52:39 UTC)')
})

test('a command and a plain token are pasted into the boxes, and swapped', async ({ lens }) => {
  await lens.openEmpty()
  await lens.page.goto('/#/compare')
  const { first, second, summary, intake, rowOf } = compared(lens.page)
  await expect(summary).toHaveText('Paste two tokens to see how they differ. ')
  await lens.pasteInto(first, CURL)
  await expect(first).toHaveValue(CURL_TOKEN)
  await expect(intake).toHaveText('Found in a curl command, header Authorization.')
  await lens.paste(JOHN_DOE)
  await expect(second).toHaveValue(JOHN_DOE)
  await expect(rowOf('exp').getByRole('cell').last()).toHaveText(
    'Only in the first: the second never expires.',
  )
  await lens.button('Swap').click()
  await expect(first).toHaveValue(JOHN_DOE)
  await expect(rowOf('exp').getByRole('cell').last()).toHaveText(
    'Only in the second: the first never expires.',
  )
  await lens.page.getByRole('checkbox', { name: 'Only differences' }).check()
  await expect(rowOf('alg')).toHaveCount(0)
  await expect(lens.page).toHaveURL(/#\/compare$/)
})

test('numbers that programs round to one stay two', async ({ lens }) => {
  await lens.page.goto('/#/compare')
  const { first, second, rowOf } = compared(lens.page)
  await lens.pasteInto(first, signed('{"id":12345678901234567890}'))
  await lens.pasteInto(second, signed('{"id":12345678901234567891}'))
  await expect(rowOf('id').getByRole('cell')).toHaveText([
    '12345678901234567890',
    '12345678901234567891',
    'Other number.',
  ])
})

for (const theme of ['light', 'dark'] as const)
  test(`axe finds nothing serious, wide and narrow, in the theme ${theme}`, async ({ lens }) => {
    const { page } = lens
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await page.goto('/#/compare?sample=notes-access,notes-refresh')
    const { summary } = compared(page)
    await expect(summary).toContainText(SAME_LOGIN)
    for (const viewport of [
      { width: 1440, height: 900 },
      { width: 390, height: 844 },
    ]) {
      await page.setViewportSize(viewport)
      await page.evaluate(AXE)
      const { violations } = await page.evaluate<AxeResults>(
        "axe.run(document, { resultTypes: ['violations'], preload: false })",
      )
      const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
      expect(grave.map(({ id }) => id)).toEqual([])
    }
  })

test.describe('on a narrow screen', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('nothing scrolls sideways, and the table is still a table', async ({ lens }) => {
    await lens.page.goto('/#/compare')
    const long = 'x'.repeat(5000)
    const { first, second, rowOf } = compared(lens.page)
    await lens.pasteInto(first, signed(`{"sub":"${long}","${long}":1}`))
    await lens.pasteInto(second, signed(`{"sub":"${long}y","scope":"a"}`))
    await expect(rowOf('sub').getByRole('cell')).toHaveCount(3)
    await expect(rowOf('sub').getByRole('cell').last()).toHaveText(
      'Other subject. The first 5,000 characters are the same.',
    )
    await expect(lens.page.getByRole('columnheader')).toHaveCount(4)
    const moved = await lens.page.evaluate(() => {
      scrollTo(400, 0)
      return scrollX
    })
    expect(moved).toBe(0)
  })
})
