/** How do the frames of the session lab come while its playhead is dragged through 2,000 events? `node bench/scrub.mjs` prints it. */
// oxlint-disable no-await-in-loop -- two measurements at a time would measure each other
import { openBrowser } from './browser.mjs'
import { makeProduct } from './pages.mjs'
import { median } from './report.mjs'
import { serve } from './serve.mjs'

const FRAMES = 60
const RUNS = Math.max(1, Number(process.env['RUNS']) || 5)
/** Milliseconds. */
const FRAME = 16.7
const VIEWS = ['lanes', 'sequence', 'table']
/** A call a second, for so many seconds. */
const SECONDS = 2000

const server = await serve({ product: await makeProduct() })
const browser = await openBrowser()
/** @type {string[]} */
const lines = []
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  for (const view of VIEWS) {
    await page.goto('about:blank')
    await page.goto(
      `${server.origin}/product/#/session/sandbox?rq=1&end=${SECONDS}&client=none&al=${SECONDS}&view=${view}`,
    )
    await page.getByRole('slider', { name: 'Playhead' }).waitFor()
    await page.waitForLoadState('networkidle')
    const still = []
    const dragged = []
    for (let run = 0; run < RUNS; run += 1) {
      still.push(await page.evaluate(scrub, { frames: FRAMES, seconds: 0 }))
      dragged.push(await page.evaluate(scrub, { frames: FRAMES, seconds: SECONDS }))
    }
    const all = dragged.flatMap(({ frames }) => frames).toSorted((a, b) => a - b)
    const works = dragged.flatMap(({ works: one }) => one)
    const rest = median(still.flatMap(({ frames }) => frames)) ?? FRAME
    const middle = median(all) ?? 0
    const slowest = all[Math.floor(all.length * 0.95)] ?? 0
    const kept = all.filter((frame) => frame < 1.5 * FRAME).length / all.length
    lines.push(
      `| ${view} | ${rest.toFixed(1)} | ${middle.toFixed(1)} | ${(middle / rest).toFixed(2)} | ${slowest.toFixed(1)} | ${(100 * kept).toFixed(0)} % | ${(median(works) ?? 0).toFixed(1)} |`,
    )
  }
} finally {
  await browser.close()
  server.close()
}
process.stdout.write(
  [
    `Scrubbing through ${SECONDS} events, ${FRAMES} frames, ${RUNS} times, in ms; at rest nothing moves.`,
    '',
    '| view | frame at rest | frame | ÷ rest | 95 % within | frames kept | work |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...lines,
    '',
  ].join('\n'),
)

/**
 * Runs in the page. `works` is script, style and layout of each frame; with 0 seconds the playhead stays.
 * @param {{ frames: number, seconds: number }} drag
 * @returns {Promise<{ frames: number[], works: number[] }>}
 */
async function scrub({ frames: count, seconds }) {
  const slider = document.querySelector('[aria-label="Playhead"]')
  const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')
  /** @type {number[]} */
  const frames = []
  /** @type {number[]} */
  const works = []
  let before = await new Promise((resolve) => requestAnimationFrame(resolve))
  for (let step = 1; step <= count; step += 1) {
    const start = performance.now()
    if (seconds > 0) {
      value?.set?.call(slider, String((step / count) * seconds))
      slider?.dispatchEvent(new Event('input', { bubbles: true }))
      await Promise.resolve()
    }
    document.body.getBoundingClientRect()
    works.push(performance.now() - start)
    const now = await new Promise((resolve) => requestAnimationFrame(resolve))
    frames.push(now - before)
    before = now
  }
  return { frames, works }
}
