/** Can each room of the attack lab be broken into, mended and kept open, by keyboard alone? ux.md 5.4. */
import type { Locator, Page } from '@playwright/test'
import { faultsOf } from './faults.ts'
import { expect, test } from './lens.ts'

const ROOMS: { slug: string; moves: string[]; fixes: string[] }[] = [
  { slug: 'unverified', moves: ['Set admin to true'], fixes: ['Check the signature'] },
  {
    slug: 'alg-none',
    moves: ['Set admin to true', 'Set alg to none', 'Leave the signature empty'],
    fixes: ['Accept one algorithm, chosen by the server'],
  },
  {
    slug: 'weak-secret',
    moves: ['Try the ten words on Alice’s token', 'Set admin to true', 'Sign with the word'],
    fixes: ['Use a random secret of 32 bytes'],
  },
  {
    slug: 'alg-confusion',
    moves: ['Set admin to true', 'Set alg to HS256', 'Sign with the public key as the secret'],
    fixes: ['Use a key only for its own kind of algorithm'],
  },
  {
    slug: 'header-key',
    moves: ['Set admin to true', 'Sign with your own key', 'Put your public key into jwk'],
    fixes: ['Ignore a key in the header', 'Look kid up in a table of keys'],
  },
]

const goals = (page: Page): Locator =>
  page.getByRole('list', { name: 'Goals' }).getByRole('listitem')

/** Goes there by Tab alone, as somebody without a mouse does. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  for (let step = 0; step < 60; step++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('Tab never gets there')
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('main').evaluate((main) => main.focus())
  await tabTo(page, page.getByRole('button', { name, exact: true }))
  await page.keyboard.press('Enter')
}

async function mend(page: Page, name: string): Promise<void> {
  await page.getByRole('main').evaluate((main) => main.focus())
  await tabTo(page, page.getByRole('checkbox', { name }))
  await page.keyboard.press('Space')
}

for (const { slug, moves, fixes } of ROOMS)
  test(`${slug}: in, out, and Alice stays in`, async ({ page }) => {
    await page.goto(`/#/attack/${slug}`)
    const feedback = page.getByRole('status', { name: 'Feedback' })
    await expect(feedback).toContainText('Make a token')
    for (const move of moves) await press(page, move)
    await press(page, 'Send my token')
    await expect(feedback).toContainText('You are in.')
    const newest = page.getByRole('list', { name: 'Requests' }).getByRole('listitem').first()
    await expect(newest).toContainText(
      'The forged token got in 200 OK {"hello":"alice","admin":true}',
    )
    await expect(newest).toBeInViewport()
    await expect(page.getByRole('list', { name: 'The server’s code' })).toContainText(
      'let it through',
    )
    for (const fix of fixes) await mend(page, fix)
    await press(page, 'Send my token')
    await expect(feedback).toContainText('Your token is refused.')
    await press(page, 'Send Alice’s token')
    await expect(feedback).toContainText('This room is done.')
    for (const place of [0, 1, 2]) await expect(goals(page).nth(place)).toContainText(': done')
    await page.getByRole('link', { name: 'All rooms' }).click()
    const rooms = page.getByRole('list', { name: 'Rooms' })
    await expect(rooms).toContainText('done')
    await page.reload()
    await expect(rooms.getByRole('listitem').filter({ hasText: 'done' })).toHaveCount(1)
    const stored = await page.evaluate(() => JSON.stringify(localStorage))
    expect(stored, 'a tick, and nothing of a token').not.toMatch(/eyJ|alice/)
  })

test('axe finds nothing serious in the rooms, in any theme, wide or narrow', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  for (const theme of ['light', 'dark', 'projector']) {
    await page.goto('/#/privacy')
    await page.evaluate(
      (stored) => localStorage.setItem('jwt-lens', stored),
      JSON.stringify({ theme }),
    )
    await page.reload()
    for (const [place, width] of [
      ['', 1440],
      ['/header-key', 1440],
      ['/weak-secret', 390],
    ] as const) {
      await page.setViewportSize({ width, height: 844 })
      await page.goto(`/#/attack${place}`)
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
      await expect(page.getByRole('list', { name: /^(?:Rooms|Goals)$/ })).toBeVisible()
      if (place !== '') await page.getByRole('button', { name: 'Send my token' }).click()
      expect.soft(await faultsOf(page), `${theme}, ${width}${place}`).toEqual([])
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect.soft(over, `${theme}, ${width}${place}`).toBeLessThanOrEqual(0)
    }
  }
})

test('a fix that leaves the other way open is told to be half of one', async ({ page }) => {
  await page.goto('/#/attack/header-key')
  for (const move of ['Set admin to true', 'Sign with your own key', 'Or point kid at your upload'])
    await page.getByRole('button', { name: move }).click()
  await page.getByRole('button', { name: 'Send my token' }).click()
  await page.getByRole('checkbox', { name: 'Look kid up in a table of keys' }).check()
  await page.getByRole('button', { name: 'Send my token' }).click()
  await expect(page.getByRole('status', { name: 'Feedback' })).toContainText(
    'another way in is still open',
  )
})

test('a guess is answered, and what was typed by hand is sent as it stands', async ({ page }) => {
  await page.goto('/#/attack/unverified')
  await page.getByRole('textbox', { name: 'Forged payload' }).fill('{"user":"<b>eve</b>", "admin":')
  await page.getByRole('radio', { name: /it lets me in/ }).check()
  await page.getByRole('button', { name: 'Send my token' }).click()
  const requests = page.getByRole('list', { name: 'Requests' })
  await expect(requests).toContainText('The payload is no JSON object.')
  await expect(requests).toContainText('You guessed otherwise.')
  await page.getByRole('button', { name: 'Start over' }).click()
  await expect(page.getByRole('textbox', { name: 'Forged payload' })).toHaveValue(
    /^\{"user":"alice"/,
  )
})

test('a link may ask for the server as it should be; one to nowhere leads to the list', async ({
  page,
}) => {
  await page.goto('/#/attack/alg-none?verifier=fixed')
  for (const box of await page.getByRole('checkbox').all()) await expect(box).toBeChecked()
  await page.goto('/#/attack/%E0%A4%A')
  await expect(page.getByRole('main')).toContainText('There is no room')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Attack lab')
})
