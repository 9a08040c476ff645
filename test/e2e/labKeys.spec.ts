/** Does each key of the lab do what it says, and none where it would be in the way? ux.md 4.7, 6.2. */
import type { Locator, Page } from '@playwright/test'
import { expect, stopClock, test } from './lens.ts'

const now = (page: Page): Locator => page.getByRole('status', { name: 'Now' })
const playhead = (page: Page): Locator => page.getByRole('slider', { name: 'Playhead' })
const scenario = (page: Page): Locator => page.getByRole('combobox', { name: 'Scenario' })
const narration = (page: Page): Locator => page.getByRole('status', { name: 'Narration' })
const current = (page: Page): Locator =>
  page.getByRole('table', { name: 'Events' }).locator('tr[aria-current]')

async function open(page: Page, rest: string): Promise<void> {
  await page.goto(`/#/session/${rest}`)
  await expect(playhead(page)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Theme' })).toBeVisible()
}

const at = (page: Page, seconds: number): Promise<void> =>
  expect(playhead(page)).toHaveAttribute('aria-valuenow', String(seconds))

/** The stretch that is shown, in seconds. */
const stretch = (page: Page): Promise<number[]> =>
  Promise.all(
    ['Window start', 'Window end'].map(async (name) =>
      Number(await page.getByRole('slider', { name }).getAttribute('aria-valuenow')),
    ),
  )

/** From the preset named, after the keys, the page is as the function says. */
const keys: [what: string, rest: string, pressed: string, check: (page: Page) => Promise<void>][] =
  [
    [
      '→ next event',
      'sandbox',
      'ArrowRight ArrowRight',
      (page) => expect(current(page)).toContainText('calls the API'),
    ],
    [
      '← previous event',
      'sandbox?t=40',
      'ArrowLeft ArrowLeft',
      (page) => expect(current(page)).toContainText('logs in'),
    ],
    [
      'Shift and an arrow, a second',
      'sandbox?t=100',
      'Shift+ArrowRight Shift+ArrowRight Shift+ArrowLeft',
      (page) => at(page, 101),
    ],
    [
      'Ctrl and an arrow, a minute',
      'sandbox?t=100',
      'Control+ArrowRight Control+ArrowRight Control+ArrowLeft',
      (page) => at(page, 160),
    ],
    ['Home, the start', 'sandbox?t=100', 'Home', (page) => at(page, 0)],
    ['End, the end', 'sandbox', 'End', (page) => at(page, 3600)],
    [
      'Space, play',
      'sandbox',
      'Space',
      (page) => expect(page.getByRole('button', { name: 'Pause', exact: true })).toBeVisible(),
    ],
    ['+ closer', 'sandbox', '+', (page) => expect.poll(() => stretch(page)).toEqual([0, 360])],
    [
      '− further away',
      'sandbox',
      '-',
      (page) => expect.poll(() => stretch(page)).toEqual([0, 1440]),
    ],
    [
      '0 the whole run',
      'sandbox?w=0-60',
      '0',
      (page) => expect.poll(() => stretch(page)).toEqual([0, 3600]),
    ],
    [
      'F the event in the middle',
      'sandbox?t=600',
      'f',
      (page) => expect.poll(() => stretch(page)).toEqual([240, 960]),
    ],
    [
      'F twice, the life of its token',
      'sandbox?t=320',
      'ArrowLeft ArrowRight f f',
      async (page) => {
        const [from = 0, until = 0] = await stretch(page)
        expect(until - from).toBeGreaterThan(300)
        expect(until - from).toBeLessThan(340)
      },
    ],
    [
      '↓ and →, along one lane',
      'rotation-theft',
      'ArrowDown ArrowRight ArrowRight',
      async (page) => {
        await expect(page.getByRole('combobox', { name: 'Steps in' })).toHaveValue('user')
        await expect(current(page)).toContainText('shows the login page')
      },
    ],
    [
      '↑ from below',
      'rotation-theft',
      'ArrowUp ArrowRight',
      (page) => expect(current(page)).toContainText('copies tokens'),
    ],
    [
      'Esc lets go of the lane',
      'rotation-theft',
      'ArrowDown Escape',
      (page) => expect(page.getByRole('combobox', { name: 'Steps in' })).toHaveValue(''),
    ],
    [
      'Q hides the side panel',
      'sandbox',
      'q',
      (page) => expect(page.getByRole('region', { name: 'Transcript' })).toBeHidden(),
    ],
    [
      'Enter opens it and goes there',
      'sandbox?t=40',
      'q Enter',
      (page) => expect(page.getByRole('region', { name: 'Transcript' })).toBeFocused(),
    ],
    [
      'V the next view',
      'sandbox',
      'v',
      (page) => expect(page.getByRole('list', { name: 'Sequence' })).toBeVisible(),
    ],
    [
      'G calls the API now',
      'logout-reuse?t=170',
      'g',
      (page) => expect(current(page)).toContainText('calls the API by hand'),
    ],
    [
      'R refreshes now',
      'sandbox?t=130',
      'r',
      (page) => expect(current(page)).toContainText('refreshes'),
    ],
    [
      'T the thief copies now',
      'sandbox?t=130',
      't',
      (page) =>
        expect(page.getByRole('checkbox', { name: '2:10 the thief copies all' })).toBeChecked(),
    ],
    [
      'O logs out now',
      'sandbox?t=130',
      'o',
      (page) => expect(now(page)).toContainText('Alice logged out.'),
    ],
    [
      '] the next scenario',
      'thief-access',
      ']',
      (page) => expect(scenario(page)).toHaveValue('thief-refresh'),
    ],
    [
      '[ the one before',
      'thief-access',
      '[',
      (page) => expect(scenario(page)).toHaveValue('next-morning'),
    ],
    ['P presents', 'sandbox', 'p', (page) => expect(page.getByRole('banner')).toBeHidden()],
    [
      '? lists the keys',
      'sandbox',
      '?',
      (page) => expect(page.getByRole('table', { name: 'In the session lab' })).toBeVisible(),
    ],
  ]

for (const [what, rest, pressed, check] of keys)
  test(what, async ({ lens }) => {
    await open(lens.page, rest)
    for (const key of pressed.split(' ')) await lens.page.keyboard.press(key)
    await check(lens.page)
  })

test('no key acts while somebody types in a field', async ({ lens }) => {
  const { page } = lens
  await open(page, 'sandbox?t=130')
  const field = page.getByRole('textbox', { name: 'Theft' })
  await field.focus()
  const before = page.url()
  for (const key of ['q', 'v', 'o', 'g', 'r', 't', 'p', '0', '[', ']', '.', 'Home', 'End'])
    await page.keyboard.press(key)
  await expect(page.getByRole('region', { name: 'Transcript' })).toBeVisible()
  await expect(page.getByRole('banner')).toBeVisible()
  await at(page, 130)
  expect(page.url()).toBe(before)
})

test('no single key acts once they are turned off', async ({ lens }) => {
  const { page } = lens
  await page.addInitScript(() =>
    localStorage.setItem('jwt-lens', '{"theme":"light","hasSingleKeys":false}'),
  )
  await open(page, 'sandbox?t=130')
  for (const key of [
    'q',
    'v',
    'o',
    'g',
    'r',
    't',
    'p',
    '0',
    '+',
    '-',
    'f',
    '[',
    ']',
    '.',
    '1',
    '?',
    'Space',
  ])
    await page.keyboard.press(key)
  await expect(scenario(page)).toHaveValue('sandbox')
  await expect(page.getByRole('region', { name: 'Transcript' })).toBeVisible()
  await expect(page.getByRole('banner')).toBeVisible()
  await expect(page.getByRole('group', { name: 'What if' }).getByRole('checkbox')).toHaveCount(4)
  await at(page, 130)
  await page.keyboard.press('ArrowRight')
  await at(page, 160)
})

test('at a speed that can be followed each event is read aloud, else a sum every five seconds', async ({
  lens,
}) => {
  const { page } = lens
  await page.clock.install()
  await open(page, 'sandbox?speed=10')
  await stopClock(page)
  await page.keyboard.press('Space')
  await page.clock.runFor(4500)
  await expect(narration(page)).toHaveText(/^0:40\. A1 opens the API/)
  await expect(now(page)).toHaveAttribute('aria-live', 'off')
  await page.clock.runFor(4000)
  await expect(narration(page)).toHaveText(/^1:20\. /)
  await page.keyboard.press('Space')
  await expect(now(page)).toHaveAttribute('aria-live', 'polite')
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('60')
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  await page.clock.runFor(4000)
  await expect(narration(page)).toHaveText('')
  await page.clock.runFor(1500)
  await expect(narration(page)).toHaveText(/calls.* since\. /)
  await page.getByRole('checkbox', { name: 'Mute narration' }).check()
  await page.clock.runFor(6000)
  await expect(narration(page)).toHaveText('')
  await expect(now(page)).toHaveAttribute('aria-live', 'off')
})

test('with reduced motion nothing moves between two events, 1.2 seconds apart', async ({
  lens,
}) => {
  const { page } = lens
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.clock.install()
  await open(page, 'sandbox')
  await stopClock(page)
  await page.keyboard.press('Space')
  await page.clock.runFor(1150)
  await at(page, 0)
  await expect(now(page)).toHaveText('Alice has not logged in yet.')
  await page.clock.runFor(1300)
  await expect(current(page)).toContainText('calls the API')
  await page.clock.runFor(1200)
  await at(page, 40)
})

test('playing across a fold jumps over it', async ({ lens }) => {
  const { page } = lens
  await page.clock.install()
  await open(page, 'notes-defaults?t=895')
  await stopClock(page)
  await page.keyboard.press('Space')
  await page.clock.runFor(1000)
  await page.keyboard.press('Space')
  const seconds = Number(await playhead(page).getAttribute('aria-valuenow'))
  expect(seconds).toBeGreaterThanOrEqual(86_280)
  expect(seconds).toBeLessThan(86_400)
})

test('on a telephone the settings come in a sheet, and play stands above the bar', async ({
  lens,
}) => {
  const { page } = lens
  await page.setViewportSize({ width: 390, height: 844 })
  await open(page, 'rotation-theft?t=600')
  await expect(page.getByRole('list', { name: 'Sequence' })).toBeVisible()
  const play = await page.getByRole('button', { name: 'Play', exact: true }).boundingBox()
  const bar = await page.getByRole('navigation', { name: 'Main' }).boundingBox()
  expect((play?.y ?? 0) + (play?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0)
  await page.getByRole('button', { name: 'Lab settings', exact: true }).click()
  await expect(page.getByRole('spinbutton', { name: 'Access lifetime' })).toBeInViewport()
  await page.getByRole('spinbutton', { name: 'Access lifetime' }).fill('200')
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('spinbutton', { name: 'Access lifetime' })).not.toBeInViewport()
  await expect(page.getByRole('spinbutton', { name: 'Access lifetime' })).toHaveValue('200')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
})
