/** Does each session of the lab show what it promises, by pointer, by keyboard and by link? ux.md 4.8. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Locator, Page } from '@playwright/test'
import type { AxeResults } from 'axe-core'
import { expect, test } from './lens.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const slider = (page: Page, name: string): Locator => page.getByRole('slider', { name })
const now = (page: Page): Locator => page.getByRole('status', { name: 'Now' })
const events = (page: Page): Locator => page.getByRole('table', { name: 'Events' })

async function open(page: Page, rest: string): Promise<void> {
  await page.goto(`/#/session/${rest}`)
  await expect(slider(page, 'Playhead')).toBeVisible()
}

/** `5:00 App A1 401`: time, actor, token and status of each event. */
async function lines(page: Page): Promise<string[]> {
  const rows = await events(page)
    .getByRole('row')
    .evaluateAll((found) =>
      found.slice(1).map((row) => Array.from(row.children, (cell) => cell.textContent ?? '')),
    )
  return rows.map(([time, actor, , token, status = '']) =>
    [time, actor, token, status.replace(/[✓✕]/, '')].filter((text) => text !== '').join(' '),
  )
}

/** Who gets the 401, and who does not: what has to stand in the table, and what must not. */
const claims: { slug: string; has: string[]; lacks?: RegExp[] }[] = [
  {
    slug: 'notes-defaults',
    has: ['5:00 App A1 401', '5:00 App R1 → A2 200', '5:00 App A2 200'],
  },
  {
    slug: 'next-morning',
    has: ['24:00:01 App A3 401', '24:00:01 App R1 401', '24:00:20 User A4, R2 200'],
  },
  {
    slug: 'thief-access',
    has: ['4:15 Thief A1 copy 200', '5:00 Thief A1 copy 401'],
  },
  {
    slug: 'thief-refresh',
    has: ['24:02:00 Thief R1 copy 401'],
    lacks: [/^(?:\d|1\d|2[0-3]):\d\d:\d\d Thief R1 copy 401/],
  },
  { slug: 'rotation-app-first', has: ['6:00 Thief R1 copy 401'], lacks: [/App R\d 401/] },
  { slug: 'rotation-theft', has: ['9:00 Thief R2 copy → A3, R3 200', '10:00 App R2 401'] },
  {
    slug: 'family-revoked',
    has: ['10:00 App R2 400', '14:05 Thief A3 401', '14:05 Thief R3 400'],
    lacks: [/^1[5-9]:.* Thief .* 200/],
  },
  { slug: 'two-tabs', has: ['5:00.300 App, tab 1 R1 → A2, R2 200', '5:00.300 App, tab 2 R1 400'] },
  { slug: 'logout-reuse', has: ['2:30 User A1 200', '4:59 User A1 200', '5:00 User A1 401'] },
  { slug: 'no-blacklist-app', has: ['6:00 Thief R1 copy → A3, R3 200'] },
  { slug: 'clock-skew', has: ['0:00 App A1 401', '1:00 App A2 401'] },
  { slug: 'one-long-token', has: ['20:02:00 Thief A1 copy 200'] },
  { slug: 'sliding', has: ['12:40 App S2 401'] },
  { slug: 'sandbox', has: ['5:20 App A1 401'] },
]

for (const { slug, has, lacks = [] } of claims)
  test(`${slug} is played to its end and keeps its claim`, async ({ lens }) => {
    await open(lens.page, slug)
    await lens.page.keyboard.press('End')
    const max = await slider(lens.page, 'Playhead').getAttribute('max')
    await expect(slider(lens.page, 'Playhead')).toHaveAttribute('aria-valuenow', max ?? '')
    const told = await lines(lens.page)
    for (const line of has) expect(told).toContain(line)
    for (const pattern of lacks) expect(told.filter((line) => pattern.test(line))).toEqual([])
    await expect(events(lens.page).locator('tr[aria-current]')).toHaveCount(1)
    await lens.expectPlainWords()
  })

/** All that the lab is made of, attributes in order; ids that React makes up are left out. */
const frame = (page: Page): Promise<string[]> =>
  page.getByRole('main').evaluate((main) =>
    [...main.querySelectorAll('*')].map((element) => {
      const attributes = Array.from(element.attributes, ({ name, value }) => `${name}=${value}`)
      const own = Array.from(element.childNodes, (node) =>
        node.nodeType === Node.TEXT_NODE ? node.textContent : '',
      )
      return [element.tagName, ...attributes.toSorted(), ...own]
        .join(' ')
        .replaceAll(/_r_\w+_/g, '')
    }),
  )

test('there and back, the picture is the same', async ({ lens }) => {
  const { page } = lens
  await open(page, 'rotation-theft?t=400')
  await expect(slider(page, 'Playhead')).toHaveAttribute('aria-valuenow', '400')
  const before = await frame(page)
  for (const seconds of ['1700', '3', '1234.567', '400'])
    await slider(page, 'Playhead').fill(seconds)
  expect(await frame(page)).toEqual(before)
})

test('a link brings the frame back, down to the event', async ({ lens, context }) => {
  const { page } = lens
  await open(page, 'thief-refresh')
  await page.getByRole('spinbutton', { name: 'Access lifetime' }).fill('200')
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('600')
  await page.getByRole('button', { name: 'Table', exact: true }).click()
  const row = events(page).getByRole('row').filter({ hasText: 'R1 → ' }).first()
  await row.getByRole('button').click()
  await expect(row).toHaveAttribute('aria-current', 'true')
  await expect.poll(() => page.url()).toMatch(/al=200&t=[\d:]+&view=table&speed=600$/)
  const other = await context.newPage()
  await other.goto(page.url())
  await expect(now(other)).toHaveText((await now(page).textContent()) ?? '')
  expect(await frame(other)).toEqual(await frame(page))
})

test('it plays, and stops where it is told to', async ({ lens }) => {
  const { page } = lens
  await open(page, 'notes-defaults')
  await page.keyboard.press('Space')
  await expect(lens.button('Pause')).toBeVisible()
  await expect(events(page).locator('tr[aria-current]')).toContainText('calls again')
  await page.keyboard.press('Space')
  await expect(lens.button('Play')).toBeVisible()
})

test('with reduced motion it goes from event to event', async ({ lens }) => {
  const { page } = lens
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await open(page, 'notes-defaults?speed=1')
  await lens.button('Play').click()
  await expect(slider(page, 'Playhead')).toHaveAttribute('aria-valuenow', '60')
})

test('the page is no longer than the lab, and what is to come is veiled until it is guessed', async ({
  lens,
}) => {
  const { page } = lens
  await open(page, 'thief-refresh')
  const over = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)
  expect(over).toBeLessThanOrEqual(0)
  const veil = page.locator('#session-lanes [class*="veil"]')
  await expect(veil).toHaveCount(1)
  await page.getByRole('group', { name: 'Your prediction' }).getByRole('button').first().click()
  await expect(veil).toHaveCount(0)
  // a lesson asks in its own words, and covers what would answer them
  await page.goto('/#/learn/lifetimes/2')
  await lens.button('Show it without a guess').click()
  await expect(page.locator('#session-lanes')).toBeVisible()
  await expect(veil).toHaveCount(0)
})

/** Which of the lines stands there without being seen? */
const unseen = (rows: Locator): Promise<number[]> =>
  rows.evaluateAll((found) =>
    found.flatMap((row, place) => {
      const drawn = [...row.children]
      return drawn.every((part) => getComputedStyle(part).opacity === '0') ? [place] : []
    }),
  )

test('until it is guessed, no list says what is to come but to who goes there by key', async ({
  lens,
}) => {
  const { page } = lens
  const exchanges = page.getByRole('list', { name: 'Exchanges' }).getByRole('button')
  const views = [
    { view: 'table', rows: events(page).locator('tbody tr') },
    { view: 'sequence', rows: page.getByRole('list', { name: 'Sequence' }).getByRole('listitem') },
  ]
  for (const { view, rows } of views) {
    await open(page, `rotation-theft?view=${view}`)
    expect(await unseen(rows)).toHaveLength(await rows.count())
    expect(await unseen(exchanges)).toHaveLength(6)
    await lens.button('Next event').click()
    expect((await unseen(rows))[0]).toBe(1)
    await rows.nth(3).getByRole('button').focus()
    await page.keyboard.press('Shift+Tab')
    expect(await unseen(rows)).not.toContain(2)
    await page.getByRole('group', { name: 'Your prediction' }).getByRole('button').first().click()
    expect(await unseen(rows)).toEqual([])
    expect(await unseen(exchanges)).toEqual([])
    await page.goto('/#/debug')
  }
})

test('on a telephone the sequence comes first, and nothing lies outside', async ({ lens }) => {
  const { page } = lens
  await page.setViewportSize({ width: 390, height: 844 })
  await open(page, 'rotation-theft?t=600')
  await expect(page.getByRole('list', { name: 'Sequence' })).toBeVisible()
  await expect(lens.button('Play')).toBeInViewport()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await page.getByRole('button', { name: 'Table', exact: true }).click()
  await expect(events(page).getByRole('button').first()).toBeVisible()
  for (const view of ['Table', 'Sequence', 'Lanes']) {
    await page.getByRole('button', { name: view, exact: true }).click()
    const picture = page.getByRole('img', { name: 'Timeline' })
    await expect(picture, `one picture of time beside the ${view}`).toHaveCount(1)
    await expect(picture).toHaveAccessibleDescription(/^Tokens and requests from 0:00/)
    await expect(slider(page, 'Window start')).toHaveCount(1)
  }
})

for (const theme of ['light', 'dark', 'projector'] as const)
  test(`axe finds nothing serious in the lab in the theme ${theme}`, async ({ lens }) => {
    const { page } = lens
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.addInitScript(
      (stored) => localStorage.setItem('jwt-lens', stored),
      JSON.stringify({ theme }),
    )
    for (const rest of [
      'rotation-theft?t=600',
      'sliding?view=table',
      'two-tabs?view=sequence&x=1',
    ]) {
      await open(page, rest)
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
      await page.evaluate(AXE)
      const { violations } = await page.evaluate<AxeResults>(
        "axe.run(document, { resultTypes: ['violations'], preload: false })",
      )
      const serious = violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .flatMap(({ id, nodes }) =>
          nodes.map(
            ({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`,
          ),
        )
      expect.soft(serious, rest).toEqual([])
    }
  })

test('asks for nothing once the page is ready', async ({ lens }) => {
  const { page } = lens
  await lens.open()
  await page.waitForLoadState('networkidle')
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.getByRole('link', { name: 'Session', exact: true }).click()
  await expect(slider(page, 'Playhead')).toBeVisible()
  await page.keyboard.press('End')
  await page
    .getByRole('link', { name: /^Open in Debugger/ })
    .first()
    .click()
  await expect(lens.headline).toContainText('Signature valid')
  expect(asked).toEqual([])
})
