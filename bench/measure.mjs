/** How long do a load, a paste and a keystroke take in a page? Each is taken in a fresh browser context. */
// oxlint-disable no-await-in-loop -- two measurements at a time would measure each other
import { probe } from './probe.mjs'

/** Lighthouse's slow 4G: milliseconds, bytes a second. */
const SLOW_4G = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
}
const SLOW_CPU = 4
const PATIENCE = 60_000

/**
 * @typedef {import('@playwright/test').Browser} Browser
 * @typedef {import('@playwright/test').CDPSession} CDPSession
 * @typedef {import('./probe.mjs').Probe} Probe
 * @typedef {import('./probe.mjs').Moments} Moments
 *
 * @typedef {object} Target
 * @property {Browser} browser
 * @property {string} url
 * @property {string} shown
 * @property {string} [field] what shows the token, where that is not the first text area
 * @property {string} [rest] what stands on the page once nothing more comes
 * @property {boolean} [isPlain] true where the fields are to be the browser's own
 *
 * @typedef {object} Settings
 * @property {boolean} [isSlow]
 * @property {{ width: number, height: number }} [viewport]
 */

/**
 * Opens the page, lets `take` measure and closes it again.
 * @template T
 * @param {Target} target
 * @param {Settings} settings
 * @param {(page: import('@playwright/test').Page, cdp: CDPSession) => Promise<T>} take
 */
async function inFreshPage({ browser, url, shown, isPlain = false }, settings, take) {
  const { isSlow = false, viewport = { width: 1440, height: 900 } } = settings
  const context = await browser.newContext({ viewport })
  try {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const page = await context.newPage()
    page.setDefaultTimeout(PATIENCE)
    const cdp = await context.newCDPSession(page)
    await cdp.send('Network.enable')
    await cdp.send('Network.setCacheDisabled', { cacheDisabled: true })
    if (isSlow) {
      await cdp.send('Network.emulateNetworkConditions', SLOW_4G)
      await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOW_CPU })
    }
    await page.addInitScript(probe, shown)
    if (isPlain)
      await page.addInitScript(() => localStorage.setItem('jwt-lens', '{"hasPlainEditors":true}'))
    await page.goto(url, { waitUntil: 'commit' })
    return await take(page, cdp)
  } finally {
    await context.close()
  }
}

/**
 * Milliseconds from the start of the navigation, on slow 4G with a slow CPU.
 * @param {Target} target
 * @param {boolean} decodes
 */
export function takeLoad(target, decodes) {
  return inFreshPage(target, { isSlow: true }, async (page) => {
    /** @type {number} */
    const firstPaint = await page.evaluate('bench.firstPaint')
    if (!decodes) return { firstPaint, decoded: null }
    /** @type {Moments} */
    const { painted } = await page.evaluate('bench.decoded')
    return { firstPaint, decoded: painted }
  })
}

/**
 * The first paste into a page that has come to rest, through the clipboard and the keyboard.
 * @param {Target} target
 * @param {{ token: string, marker: string, isSlow?: boolean }} what
 */
export function takePaste(target, { token, marker, isSlow = false }) {
  return inFreshPage(target, {}, async (page, cdp) => {
    await settle(page, target)
    await putOnClipboard(page, token)
    await cdp.send('Performance.enable')
    if (isSlow) await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOW_CPU })
    const before = await spent(cdp)
    const moments = await paste(page, marker)
    const after = await spent(cdp)
    return {
      painted: moments.painted - moments.start,
      inDom: moments.inDom - moments.start,
      script: after.script - before.script,
      layout: after.layout - before.layout,
      busy: after.busy - before.busy,
    }
  })
}

/**
 * Single keys typed at one place of the token, one after the other: where its field is clicked, or at its end.
 * @param {Target} target
 * @param {{ token: string, marker: string, isAtEnd: boolean, strokes: number }} what
 */
export function takeStrokes(target, { token, marker, isAtEnd, strokes }) {
  return inFreshPage(target, {}, async (page) => {
    await settle(page, target)
    await putOnClipboard(page, token)
    await paste(page, marker)
    // by its middle: a rich field's own text area is nowhere to be seen
    await page
      .locator(target.field ?? 'textarea')
      .first()
      .click()
    if (isAtEnd) await page.keyboard.press('Control+End')
    /** @type {number[]} */
    const taken = []
    while (taken.length < strokes) {
      await page.waitForTimeout(120)
      await page.evaluate('bench.awaitStroke()')
      await page.keyboard.press('A')
      /** @type {number} */
      const stroke = await page.evaluate('bench.stroked')
      taken.push(stroke)
    }
    return taken
  })
}

/**
 * The pointer goes from card to card, with a slow CPU; milliseconds until each link has been painted.
 * @param {Target} target
 * @param {{ cards: string, token?: string, marker?: string, moves: number }} what without a token, over what the page shows by itself
 */
export function takeHovers(target, { cards, token, marker = '', moves }) {
  return inFreshPage(target, {}, async (page, cdp) => {
    await settle(page, target)
    if (token) {
      await putOnClipboard(page, token)
      await paste(page, marker)
    }
    // the cards follow the answers, and are others then
    await page.waitForTimeout(500)
    const card = page.locator(cards)
    await card.nth(1).scrollIntoViewIfNeeded()
    await page.waitForTimeout(500)
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOW_CPU })
    /** @type {number[]} */
    const taken = []
    while (taken.length < moves) {
      await page.mouse.move(0, 0)
      await page.waitForTimeout(250)
      const box = await card.nth(taken.length % 2).boundingBox()
      await page.evaluate(`bench.awaitLink(${JSON.stringify(cards)})`)
      await page.mouse.move((box?.x ?? 0) + 4, (box?.y ?? 0) + 4)
      /** @type {number} */
      const linked = await within(page.evaluate('bench.linked'))
      taken.push(linked)
    }
    return taken
  })
}

/**
 * The sum of all layout shifts of a slow load, and what moved.
 * @param {Target} target
 * @param {{ width: number, height: number }} viewport
 */
export function takeShift(target, viewport) {
  return inFreshPage(target, { isSlow: true, viewport }, async (page) => {
    await settle(page, target)
    await page.waitForTimeout(1000)
    /** @type {Probe['shift']} */
    const shift = await page.evaluate('bench.shift')
    return shift
  })
}

/**
 * @param {import('@playwright/test').Page} page
 * @param {Target} target
 */
async function settle(page, { rest, isPlain }) {
  await page.evaluate('bench.decoded')
  await page.waitForLoadState('networkidle')
  if (rest && !isPlain) await page.waitForSelector(rest)
}

/**
 * @param {import('@playwright/test').Page} page
 * @param {string} text
 */
async function putOnClipboard(page, text) {
  await page.evaluate((wanted) => navigator.clipboard.writeText(wanted), text)
  await page.waitForTimeout(100)
}

/**
 * Replaces the whole token field by what is on the clipboard.
 * @param {import('@playwright/test').Page} page
 * @param {string} marker
 * @returns {Promise<Moments>}
 */
async function paste(page, marker) {
  await page.evaluate(() => {
    const field = document.querySelector('textarea[aria-label="Encoded token"]')
    if (!(field instanceof HTMLTextAreaElement)) throw new Error('There is no token field.')
    field.focus()
    field.select()
  })
  await page.evaluate(`bench.awaitPaste(${JSON.stringify(marker)})`)
  await page.keyboard.press('Control+V')
  return within(page.evaluate('bench.pasted'))
}

/**
 * What the page's main thread has spent so far, in milliseconds.
 * @param {CDPSession} cdp
 */
async function spent(cdp) {
  const { metrics } = await cdp.send('Performance.getMetrics')
  const of = (/** @type {string} */ name) =>
    (metrics.find((metric) => metric.name === name)?.value ?? 0) * 1000
  return {
    script: of('ScriptDuration'),
    layout: of('LayoutDuration') + of('RecalcStyleDuration'),
    busy: of('TaskDuration'),
  }
}

/**
 * @template T
 * @param {Promise<T>} answer
 */
function within(answer) {
  /** @type {Promise<never>} */
  const late = new Promise((_, reject) => {
    setTimeout(() => reject(new Error('The page did not answer in time.')), PATIENCE).unref()
  })
  return Promise.race([answer, late])
}
