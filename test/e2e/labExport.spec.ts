/** Does each form in which a session leaves the lab arrive, and does one come back? ux.md 4.11. */
import { readFile } from 'node:fs/promises'
import type { Download, Page } from '@playwright/test'
import { expect, test } from './lens.ts'

async function open(page: Page, rest: string): Promise<void> {
  await page.goto(`/#/session/${rest}`)
  await expect(page.getByRole('slider', { name: 'Playhead' })).toBeVisible()
}

async function save(page: Page, item: RegExp): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all<[Promise<Download>, Promise<void>]>([
    page.waitForEvent('download'),
    pick(page, item),
  ])
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}

async function pick(page: Page, item: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

/** What an image of these bytes shows: its size, and how many colours are on it. */
const look = (page: Page, type: string, bytes: Buffer): Promise<[number, number, number]> =>
  page.evaluate(
    async ([kind, base64]) => {
      const image = new Image()
      image.src = `data:${kind};base64,${base64}`
      await image.decode()
      const canvas = document.createElement('canvas')
      canvas.width = image.naturalWidth
      canvas.height = image.naturalHeight
      const context = canvas.getContext('2d')
      context?.drawImage(image, 0, 0)
      const { data } = context?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] }
      const colours = new Set<string>()
      for (let at = 0; at < data.length; at += 4 * 7)
        colours.add(`${data[at]},${data[at + 1]},${data[at + 2]}`)
      return [image.naturalWidth, image.naturalHeight, colours.size] as [number, number, number]
    },
    [type, bytes.toString('base64')] as const,
  )

const VIEWS = [
  ['lanes', 'App holds'],
  ['sequence', '4 calls A3'],
  ['table', 'This token’s id has been on the blacklist'],
] as const
for (const [view, own] of VIEWS)
  test(`${view} go out as SVG with text in it, and as PNG of twice the size`, async ({
    lens,
    context,
  }) => {
    const { page } = lens
    await open(page, `rotation-theft?t=600&view=${view}`)
    const svg = await save(page, /^SVG/)
    expect(svg.name).toBe('rotation-theft.svg')
    const text = svg.bytes.toString()
    expect(text).not.toMatch(/var\(--|light-dark|class="|<style|href=/)
    const other = await context.newPage()
    await other.setContent('<p></p>')
    const said = await other.evaluate((source) => {
      const parsed = new DOMParser().parseFromString(source, 'image/svg+xml')
      return {
        root: parsed.documentElement.nodeName,
        texts: Array.from(parsed.querySelectorAll('text'), (one) => one.textContent ?? ''),
        size: ['width', 'height'].map((name) => Number(parsed.documentElement.getAttribute(name))),
      }
    }, text)
    expect(said.root).toBe('svg')
    const words = said.texts.join('\n')
    expect(words).toContain('Rotation and blacklist, the thief refreshes first')
    expect(words).toContain('Who gets the 401?')
    expect(words).toContain('access lifetime 5 minutes')
    expect(words).toContain('10 minutes after login')
    expect(words).toContain('#/session/rotation-theft?t=600')
    expect(words).toContain('Thief')
    expect(words).toContain(own)
    expect(words.includes(', 0:00 to 12:00 of 30:00')).toBe(view === 'lanes')
    for (const [name, foreign] of VIEWS) if (name !== view) expect(words).not.toContain(foreign)
    const png = await save(page, /^PNG/)
    const [width = 0, height = 0] = said.size
    const [pngWidth, pngHeight, colours] = await look(other, 'image/png', png.bytes)
    expect([pngWidth, pngHeight]).toEqual([Math.ceil(2 * width), Math.ceil(2 * height)])
    expect(colours).toBeGreaterThan(8)
  })

test('a file brings the frame back, to the event, and a broken one is explained', async ({
  lens,
}) => {
  const { page } = lens
  await open(page, 'rotation-theft?rl=80000&do=-steal:refresh@100&t=300:7')
  const table = page.getByRole('table', { name: 'Events' })
  const now = page.getByRole('status', { name: 'Now' })
  const before = [await table.innerText(), await now.innerText()]
  await expect.poll(() => page.url()).toMatch(/\?rl=80000&do=-steal:refresh@100&t=300:7$/)
  const address = page.url()
  const { name, bytes } = await save(page, /^JSON/)
  expect(name).toBe('rotation-theft.json')
  await open(page, 'sandbox')
  await pick(page, /^Open JSON/)
  const field = page.getByRole('textbox', { name: 'Session JSON' })
  await field.fill('{"v":1,\n"preset":}')
  await lens.button('Open session').click()
  await expect(field).toHaveAccessibleDescription(/^Line 2, column 10: expected a value/)
  await expect(field).toHaveValue('{"v":1,\n"preset":}')
  await page
    .getByLabel('Session file')
    .setInputFiles({ name, mimeType: 'application/json', buffer: bytes })
  await expect(field).toHaveCount(0)
  await expect.poll(() => page.url()).toBe(address)
  expect([await table.innerText(), await now.innerText()]).toEqual(before)
})

test('texts and link go out, and nothing is asked for', async ({ lens }) => {
  const { page } = lens
  await open(page, 'notes-defaults?t=300')
  // until then the rest of the page’s own code arrives
  await page.waitForLoadState('networkidle')
  const asked: string[] = []
  page.on('request', (request) => {
    if (!/^(?:blob|data):/.test(request.url())) asked.push(request.url())
  })
  expect((await save(page, /^Mermaid/)).bytes.toString()).toMatch(/^sequenceDiagram\n/)
  expect((await save(page, /^Markdown/)).bytes.toString()).toContain('| Time | Actor | Action |')
  await pick(page, /^Copy link/)
  await expect(page.getByRole('status', { name: 'Export' })).toHaveText('Link copied.')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /#\/session\/notes-defaults\?t=300$/,
  )
  expect(asked).toEqual([])
})

test('on paper stand question, lanes, events and address, dark on light', async ({ lens }) => {
  const { page } = lens
  await page.addInitScript(() => {
    localStorage.setItem('jwt-lens', '{"theme":"dark"}')
    // the browser's own dialog would wait for a person
    Object.assign(window, { print: () => Object.assign(window, { printed: true }) })
  })
  await open(page, 'rotation-theft?t=600&view=table')
  await pick(page, /^Print/)
  await expect.poll(() => page.evaluate('window.printed')).toBe(true)
  await page.emulateMedia({ media: 'print' })
  await expect(
    page.getByText('R2 is copied at 7:30, and the thief uses it at 9:00.').first(),
  ).toBeVisible()
  const lanes = page.locator('#session-lanes')
  await expect(lanes).toBeVisible()
  await expect(page.getByRole('table', { name: 'Events' })).toBeVisible()
  await expect(page.getByText('/#/session/rotation-theft?t=600&view=table')).toBeVisible()
  await expect(lens.button('Play')).toBeHidden()
  const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  expect(ground).toBe('rgb(255, 255, 255)')
  await page.emulateMedia({ media: null })
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  await expect(lanes).toHaveCount(0)
})

test('on a telephone all of the list is on the screen', async ({ lens }) => {
  const { page } = lens
  await page.setViewportSize({ width: 390, height: 844 })
  await open(page, 'rotation-theft?t=600')
  await lens.button('Export').click()
  const box = await page.getByRole('menuitem', { name: /^PNG/ }).boundingBox()
  expect(box?.x).toBeGreaterThanOrEqual(0)
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390)
})
