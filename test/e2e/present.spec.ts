/** Is the page presented so that a room can read it and the keyboard alone leads it? ux.md 4.9, 4.10. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Locator, Page } from '@playwright/test'
import type { AxeResults } from 'axe-core'
import { expect, stopClock, test } from './lens.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

async function expectNoBarrier(page: Page, where: string): Promise<void> {
  const { violations } = await page.evaluate<AxeResults>(
    "axe.run(document, { resultTypes: ['violations'], preload: false })",
  )
  const serious = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ failureSummary }) => failureSummary).join()}`)
  expect.soft(serious, where).toEqual([])
}

test.use({ viewport: { width: 1280, height: 720 } })

const now = (page: Page): Locator => page.getByRole('status', { name: 'Now' })
const transcript = (page: Page): Locator => page.getByRole('region', { name: 'Transcript' })
const picture = (page: Page): Locator => page.getByRole('img', { name: 'Timeline' })
const playhead = (page: Page): Locator => page.getByRole('slider', { name: 'Playhead' })

async function openLab(page: Page, rest: string): Promise<void> {
  await page.goto(`/#/session/${rest}`)
  await expect(playhead(page)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Present', exact: true })).toBeVisible()
}

/** The size of every text that can be read, in pixels of the screen. */
const sizes = (page: Page): Promise<{ text: string; size: number }[]> =>
  page.evaluate(() => {
    const found: { text: string; size: number }[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement
      const text = node.textContent?.trim() ?? ''
      if (!element || text === '' || element.closest('script, style, .visually-hidden, noscript'))
        continue
      if (!element.checkVisibility({ visibilityProperty: true })) continue
      const size = Number.parseFloat(getComputedStyle(element).fontSize)
      const scale = element instanceof SVGGraphicsElement ? (element.getScreenCTM()?.a ?? 1) : 1
      found.push({ text, size: size * scale })
    }
    return found
  })

async function expectLargeType(page: Page): Promise<void> {
  const found = await sizes(page)
  expect(found.length).toBeGreaterThan(3)
  expect(found.filter(({ size }) => size < 23.99)).toEqual([])
}

test('the lab fills the screen with lanes, one exchange and the sentence of now', async ({
  lens,
}) => {
  const { page } = lens
  await openLab(page, 'rotation-theft?t=600')
  await page.getByRole('button', { name: 'Present', exact: true }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'projector')
  await expect(page.locator('html')).toHaveAttribute('data-theme-choice', 'system')
  await expect(page.getByRole('banner')).toBeHidden()
  await expect(page.getByRole('group', { name: 'Settings' })).toHaveCount(0)
  await expect(now(page)).toContainText('Alice is at the login page')
  await page.keyboard.press('ArrowLeft')
  await expect(transcript(page)).toContainText('POST /api/token/refresh/ R2 401 Unauthorized')
  await expect(transcript(page)).toContainText('Token is blacklisted')
  expect(await page.getByRole('main').innerText()).not.toMatch(/eyJ/)
  await expectLargeType(page)
  for (const part of [picture(page), transcript(page), now(page)]) {
    const box = await part.boundingBox()
    expect(box?.x).toBeGreaterThanOrEqual(63)
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(720 - 35)
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(1280 - 63)
  }
  const keys = await page.getByRole('list', { name: 'Keys' }).boundingBox()
  const sentence = await now(page).boundingBox()
  expect((sentence?.y ?? 0) + (sentence?.height ?? 0)).toBeLessThanOrEqual(keys?.y ?? 0)
  expect((keys?.y ?? 0) + (keys?.height ?? 0)).toBeLessThanOrEqual(720)
  await expect(page.getByText('Whole session')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('banner')).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
  expect(await page.evaluate(() => localStorage.getItem('jwt-lens'))).toBeNull()
  await page.keyboard.press('ArrowRight')
  await expect(now(page)).toContainText('Alice is at the login page')
})

test('the last key is named, the full stop brings the question, and votes are counted', async ({
  lens,
}) => {
  const { page } = lens
  await openLab(page, 'rotation-theft')
  await page.keyboard.press('p')
  await expect(transcript(page)).toContainText('Who gets the 401?')
  await page.keyboard.press('ArrowRight')
  await expect(page.getByText('→ next event')).toBeVisible()
  await expect(picture(page)).not.toContainText('is sent to the login page')
  await page.keyboard.press('.')
  await expect(picture(page)).toHaveCount(0)
  await expect(page.getByRole('heading', { name: /Who gets the 401\?/ })).toBeVisible()
  for (const key of ['1', '2', '2', '3']) await page.keyboard.press(key)
  await expect(page.getByRole('button', { name: /Alice.* 2 votes/ })).toBeVisible()
  await expect(page.getByRole('button', { name: /The thief.* 1 vote$/ })).toBeVisible()
  await page.getByRole('button', { name: /Both.* 1 vote$/ }).click()
  await expect(page.getByRole('status', { name: 'Votes' })).toContainText('5 votes so far.')
  await expect(page.getByText('So it is.')).toHaveCount(0)
  await expectLargeType(page)
  await page.keyboard.press('.')
  await expect(picture(page)).toContainText('is sent to the login page')
  await page.keyboard.press('.')
  await expect(page.getByRole('button', { name: /Alice.* 2 votes/ })).toBeVisible()
  await page.getByRole('button', { name: 'Reveal the answer' }).click()
  await expect(page.getByText('So it is.')).toBeVisible()
  await page.keyboard.press('Backspace')
  await expect(page.getByRole('button', { name: /Alice.* 0 votes/ })).toBeVisible()
})

test('the pointer and the buttons leave after three seconds, and come back with a movement', async ({
  lens,
}) => {
  const { page } = lens
  await page.clock.install()
  await openLab(page, 'notes-defaults')
  await page.keyboard.press('p')
  const cursor = (): Promise<string> =>
    picture(page).evaluate((element) => getComputedStyle(element).cursor)
  await stopClock(page)
  await page.mouse.move(400, 300)
  await page.mouse.move(410, 300)
  expect(await cursor()).not.toBe('none')
  await page.clock.runFor(2900)
  expect(await cursor()).not.toBe('none')
  await page.clock.runFor(200)
  expect(await cursor()).toBe('none')
  await page.mouse.move(420, 310)
  expect(await cursor()).not.toBe('none')
})

test('in the debugger one part after the other fills the screen', async ({ lens }) => {
  const { page } = lens
  await lens.open()
  await page.getByRole('button', { name: 'Present', exact: true }).click()
  const walk = page.getByRole('region', { name: 'Walk' })
  await expect(walk).toContainText('1 of')
  await expect(page.getByRole('textbox', { name: 'Encoded token' })).toBeHidden()
  await page.keyboard.press('ArrowRight')
  await expect(walk).toContainText('alg')
  await expect(walk).toContainText('"HS256"')
  await page.keyboard.press('.')
  await expect(walk).toContainText('alg: what is it for?')
  await expect(walk).not.toContainText('HS256')
  await page.keyboard.press('PageDown')
  await expect(walk).toContainText('"JWT"')
  await expectLargeType(page)
  expect(await walk.innerText()).not.toMatch(/eyJ/)
  await page.keyboard.press('Escape')
  await expect(walk).toHaveCount(0)
  await expect(page.getByRole('textbox', { name: 'Encoded token' })).toBeVisible()
})

test('other views stand alone, in larger type', async ({ lens }) => {
  const { page } = lens
  await page.goto('/#/ref/claim/exp')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Present', exact: true })).toBeVisible()
  await page.keyboard.press('p')
  await expect(page.getByRole('banner')).toBeHidden()
  await expectLargeType(page)
  await page.keyboard.press('.')
  await expect(page.getByRole('heading', { level: 1 })).toBeHidden()
  await page.keyboard.press('.')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('p')
  await expect(page.getByRole('banner')).toBeVisible()
})

test('lessons, rooms and comparisons are as legible as on a small screen', async ({ lens }) => {
  const { page } = lens
  await page.goto('/#/learn')
  await expect(page.getByRole('list', { name: 'Lessons' })).toBeVisible()
  await page.keyboard.press('p')
  await expect(page.getByRole('banner')).toBeHidden()
  for (const address of ['learn/meet/1', 'learn/signature/5', 'attack/alg-none', 'compare']) {
    await page.goto(`/#/${address}`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectLargeType(page)
    const { crowded, over } = await page.evaluate(() => ({
      over: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      crowded: [...document.querySelectorAll('main :is(h1, h2, h3, p, li, label, td)')]
        .filter((element) => {
          const { lineHeight, fontSize } = getComputedStyle(element)
          return Number.parseFloat(lineHeight) < 1.2 * Number.parseFloat(fontSize)
        })
        .map(({ textContent }) => textContent),
    }))
    expect(crowded, `lines that lie on each other in ${address}`).toEqual([])
    expect(over, `sideways scrolling in ${address}`).toBeLessThanOrEqual(0)
  }
})

test('axe finds nothing serious on the projector', async ({ lens }) => {
  const { page } = lens
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await openLab(page, 'thief-access?t=300')
  await page.evaluate(AXE)
  const views: [string, string[]][] = [
    ['the lanes', ['p']],
    ['the switches', ['q']],
    ['the question', ['q', '.', '1']],
    ['the end', ['End', 'ArrowRight']],
    ['the keys', ['?']],
  ]
  for (const [where, keys] of views) {
    for (const key of keys) await page.keyboard.press(key)
    await page.mouse.move(300 + keys.length, 300)
    await expectNoBarrier(page, where)
  }
  await page.goto('/#/debug')
  await page.reload()
  await lens.settled()
  await page.evaluate(AXE)
  await page.getByRole('button', { name: 'Present', exact: true }).click()
  await expect(page.getByRole('region', { name: 'Walk' })).toBeVisible()
  await expectNoBarrier(page, 'the walk')
})

/** Each row presses its keys and no others; time stands still between them. */
test('the story of five minutes is told with keys alone', async ({ lens }) => {
  const { page } = lens
  const { keyboard } = page
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await keyboard.press(key)
  }
  await page.clock.install()
  await openLab(page, 'notes-defaults')
  // 0:00
  await press('p', 'ArrowRight')
  await expect(now(page)).toContainText('Alice logged in, and the app holds A1 and R1.')
  await expect(transcript(page)).toContainText('POST /api/token/ 200 OK')
  await expect(picture(page)).toContainText('A1')
  // 0:30
  await press('ArrowRight', 'ArrowRight')
  await expect(transcript(page)).toContainText('GET /hello/ A1 200 OK')
  await expect(picture(page)).toContainText('Server knows')
  // 1:00
  await stopClock(page)
  await press('Space')
  await page.clock.runFor(3950)
  await press('Space')
  await page.clock.resume()
  await expect(playhead(page)).toHaveAttribute('aria-valuetext', /^4 minutes 5\d seconds after/)
  await press('1', '1', '3')
  await expect(
    page.getByRole('button', { name: /A 401, a refresh, and the call again 2 votes/ }),
  ).toBeVisible()
  // 1:25
  await press('ArrowRight')
  await expect(transcript(page)).toContainText('GET /hello/ A1 401 Unauthorized')
  await expect(transcript(page)).toContainText('Token is expired')
  // 1:45
  await press('ArrowRight')
  await expect(transcript(page)).toContainText('POST /api/token/refresh/ R1 200 OK')
  await press('ArrowRight')
  await expect(now(page)).toContainText('The app called again, and Alice noticed nothing.')
  // 2:15
  await press('0')
  await expect(page.locator('#session-summary')).toContainText('from 0:00 to 24:10:00')
  await press('End')
  await expect(now(page)).toContainText('Alice is at the login page')
  // 2:45
  await press(']', ']', 'Space')
  await expect(page.getByRole('heading', { name: 'A thief takes the access token' })).toBeVisible()
  await page.clock.runFor(15_500)
  await expect(now(page)).toContainText('The app')
  await press('.')
  await expect(page.getByRole('status', { name: 'Votes' })).toContainText(
    '3 minutes, until 5:00. Nobody can stop it sooner.',
  )
  // 3:15
  await press(']', 'Space')
  await expect(
    page.getByRole('heading', { name: 'A thief takes the refresh token, no rotation' }),
  ).toBeVisible()
  await page.clock.runFor(3000)
  await expect(now(page)).toContainText('The thief is in, and R1 gets new tokens')
  // 3:45
  await press('q', 'Tab')
  await expect(page.getByRole('checkbox', { name: 'rotate' })).toBeFocused()
  await press('Space', 'Tab', 'Space', 'q')
  await press('.', '.')
  await expect(picture(page)).toBeVisible()
  await press(']', ']', 'End')
  await expect(
    page.getByRole('heading', { name: 'Rotation and blacklist, the thief refreshes first' }),
  ).toBeVisible()
  await expect(now(page)).toContainText('The thief is in')
  await press('.')
  await expect(page.getByRole('status', { name: 'Votes' })).toContainText(
    'Alice: Token is blacklisted',
  )
  // 4:15
  await press(']', 'End')
  await expect(now(page)).toContainText('The thief holds nothing that works.')
  // 4:40
  await press(']', ']', 'o')
  await expect(now(page)).toContainText(
    'Alice logged out. A1 works for another 4 minutes 59 seconds',
  )
  await press('g')
  await expect(now(page)).toContainText('A1 opened the API after the logout.')
  await expect(transcript(page)).toContainText('GET /hello/ A1 200 OK')
  // 5:00
  await press('End', 'ArrowRight')
  const card = page.getByRole('region', { name: 'To keep' })
  await expect(card.getByRole('listitem')).toHaveCount(3)
  await expect(card).toContainText('Your turn: make the thief’s window smaller than 60 s.')
  await expect(card.getByRole('link')).toHaveText(/^localhost:\d+\/#\/session\/thief-access$/)
  await expectLargeType(page)
  await press('Escape')
  await expect(picture(page)).toBeVisible()
})
