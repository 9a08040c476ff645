/** Are a person’s own tokens drawn as what they say, and kept out of the address and of files? ux.md 4.11, 4.12. */
import { readFile } from 'node:fs/promises'
import { createHmac } from 'node:crypto'
import type { Page } from '@playwright/test'
import { expect, test } from './lens.ts'
import { ACCESS, PAIR, REFRESH } from './tokens.ts'

const now = (page: Page) => page.getByRole('status', { name: 'Now' })
const events = (page: Page) => page.getByRole('table', { name: 'Events' })
const picture = (page: Page) => page.getByRole('img', { name: 'Timeline' })

test('the notes’ pair is drawn as facts and inferences, and seeds the simulator', async ({
  lens,
}) => {
  const { page } = lens
  await lens.open()
  await lens.paste(PAIR)
  await expect(lens.tabs).toHaveText(['Access', 'Refresh'])
  const title = await page.title()
  await page.getByRole('link', { name: 'Open in Session lab' }).click()
  await expect(picture(page)).toContainText('12:57:39')
  await expect(picture(page)).toContainText(/now is 7 years \d+ months? to the right/)
  await expect(picture(page)).toContainText('if defaults')
  await expect(picture(page)).toContainText(
    'We can’t know what the server has revoked. Only the server can.',
  )
  const main = page.getByRole('main')
  await expect(main).toContainText('Issue time not in the token')
  await expect(main).toContainText('2018-12-19 12:52:39 UTC, so most likely by the same login')
  await expect(now(page)).toContainText('A1 expired 7 years')
  await expect(events(page).getByRole('row')).toHaveCount(6)
  await expect(page.getByRole('group', { name: 'What if' })).toHaveCount(0)
  await lens.button('Travel to 1 s before expiry').click()
  await expect(now(page)).toContainText('By its dates, A1 works for another 1 second.')
  await expect(main).toContainText('Time stands still at 2018-12-19T12:57:38Z')
  await lens.button('Travel to 1 s before expiry').click()
  await expect(now(page)).toContainText('R1 works for another 1 second.')
  await lens.button('Travel to issue').click()
  await expect(now(page)).toContainText('A1 works for another 5 minutes.')
  await lens.button('Now').click()
  await expect(now(page)).toContainText('A1 expired 7 years')
  expect(page.url()).toMatch(/#\/session\/observed$/)
  expect(await page.title()).not.toContain('eyJ')
  expect(title).not.toContain('eyJ')
  await page.getByRole('link', { name: 'Copy into simulator' }).click()
  await expect(page.getByRole('spinbutton', { name: 'Access lifetime' })).toHaveValue('300')
  await expect(page.getByRole('spinbutton', { name: 'Refresh lifetime' })).toHaveValue('86400')
  await expect(page.getByRole('group', { name: 'What if' })).toBeVisible()
  expect(page.url()).not.toContain('eyJ')
  await lens.expectPlainWords()
})

test('files name the tokens, and hold them only where asked for', async ({ lens }) => {
  const { page } = lens
  await lens.open()
  await lens.paste(PAIR)
  await page.getByRole('link', { name: 'Open in Session lab' }).click()
  const save = async (item: RegExp): Promise<string> => {
    await lens.button('Export').click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: item }).click(),
    ])
    return readFile(await download.path(), 'utf8')
  }
  const plain = [await save(/^SVG/), await save(/^Markdown/)]
  for (const text of plain) {
    expect(text).toContain('A1')
    expect(text).toContain('R1')
    expect(text).not.toContain('eyJ')
  }
  expect(plain[0]).not.toContain('var(--')
  await page.getByRole('checkbox', { name: 'Include the tokens' }).check()
  const whole = await save(/^Markdown/)
  expect(whole.replaceAll('\\', '')).toContain(ACCESS)
  expect(whole.replaceAll('\\', '')).toContain(REFRESH)
})

test('a fresh pair runs in real time, with the countdown said aloud', async ({ lens }) => {
  const { page } = lens
  await page.clock.install({ time: 1_800_000_000_000 })
  await lens.open()
  await expect(lens.headline).toContainText('Expires in')
  await page.getByRole('link', { name: 'Open in Session lab' }).click()
  await expect(picture(page)).toContainText('now')
  await expect(now(page)).toContainText(/A1 works for another [45] minutes/)
  const said = page.getByRole('main').locator('[aria-live="polite"].visually-hidden')
  for (const [seconds, words] of [
    [235, 'A1 expires in 60 seconds.'],
    [55, 'A1 expires in 10 seconds.'],
    [15, 'A1 has just expired.'],
  ] as const) {
    // oxlint-disable-next-line no-await-in-loop -- time goes one way
    await page.clock.runFor(seconds * 1000)
    // oxlint-disable-next-line no-await-in-loop -- as above
    await expect(said.filter({ hasText: words })).toHaveCount(1)
  }
  expect(await page.title()).toBe('Session · JWT Lens')
})

const jwt = (claims: string): string => {
  const input = [`{"alg":"HS256"}`, claims].map((part) => Buffer.from(part).toString('base64url'))
  const mac = createHmac('sha256', 'x').update(input.join('.')).digest('base64url')
  return `${input.join('.')}.${mac}`
}

for (const [name, text, told] of [
  ['a single access token', ACCESS, /A1 expired/],
  ['a single refresh token', REFRESH, /R1 expired/],
  ['a token without exp', jwt('{"iat":1700000000}'), /T1 names no end/],
  ['claims that are no JSON', jwt('<b>not</b>'), /T1 cannot be read/],
  [
    'dates that cannot be meant',
    jwt('{"exp":1e99,"iat":"<img>"}'),
    /names no date that can be meant/,
  ],
] as const)
  test(`${name} is drawn as far as it goes`, async ({ lens }) => {
    const { page } = lens
    await lens.open()
    await lens.paste(text)
    await page.getByRole('link', { name: 'Open in Session lab' }).click()
    await expect(page.getByRole('main')).toContainText(told)
    await expect(events(page)).toBeVisible()
    await lens.expectPlainWords()
  })

test('where there is no token it says what to do', async ({ lens }) => {
  await lens.openEmpty()
  await lens.page.evaluate(() => {
    location.hash = '#/session/observed'
  })
  await expect(lens.page.getByRole('main')).toContainText(
    'There is no token in the debugger to draw.',
  )
})
