/** How does the page's speed stand beside pages that do next to nothing? `npm run bench` prints it. */
// oxlint-disable no-await-in-loop -- two measurements at a time would measure each other
import { openBrowser } from './browser.mjs'
import { takeHovers, takeLoad, takePaste, takeShift, takeStrokes } from './measure.mjs'
import { entrySize, makePages } from './pages.mjs'
import { median, tellSearches, tellSpent, tellTable } from './report.mjs'
import { trySecrets } from './secrets.mjs'
import { serve } from './serve.mjs'
import { makeToken } from './tokens.mjs'

const RUNS = Math.max(1, Number(process.env['RUNS']) || 5)
const STROKES = 12
/** Milliseconds. */
const FRAME = 16.7
const PLACES = [
  { name: 'payload', isAtEnd: false },
  { name: 'signature', isAtEnd: true },
]
const ENTRY_BUDGET = 95_000
const MEGABYTE = 1024 * 1024
const PASTES = [
  { name: '1 KB', length: 1024 },
  { name: '8 KB', length: 8 * 1024, most: 1.3 },
  { name: '8 KB, CPU ÷ 4', length: 8 * 1024, isSlow: true },
  { name: '100 KB', length: 100 * 1024 },
  { name: '1 MB', length: MEGABYTE, most: 1 },
]
/** Bytes of the signing input. */
const SEARCHED = /** @type {const} */ ([
  ['200 bytes', 200],
  ['8 KB', 8 * 1024],
])
const VIEWPORTS = [
  { width: 1440, height: 900 },
  { width: 1366, height: 768 },
  { width: 390, height: 844 },
]
const MOVES = 6
/** Milliseconds. */
const LINK = 50
const HOVERS = [
  { name: 'the example', length: null },
  { name: '8 KB', length: 8 * 1024 },
]
/** The product with rich and with plain fields. */
const OWN = /** @type {const} */ (['product', 'plain'])
const HOVERED = /** @type {const} */ ([...OWN, 'hover'])
const DECODING = /** @type {const} */ (['product', 'react', 'bare'])
const TYPED = /** @type {const} */ ([...DECODING, 'plain'])
const ALL = /** @type {const} */ ([...DECODING, 'html'])

say('Building the pages …')
const pages = await makePages()
const server = await serve(pages)
const browser = await openBrowser()
/** @type {string[]} */
const failures = []
/** @type {string[]} */
const moves = []
try {
  const loads = await measureLoads()
  const pastes = await measurePastes()
  const rows = [
    ...loads,
    ...pastes.rows,
    ...(await measureRest()),
    ...(await measureStrokes()),
    ...(await measureHovers()),
    ...(await measureShifts()),
    {
      name: 'entry script, gzip',
      unit: 'bytes',
      product: entrySize(pages.product),
      target: { most: ENTRY_BUDGET },
    },
  ]
  say(`\nChromium ${browser.version()}, medians of ${RUNS}, pages taken in turn.\n`)
  say(tellTable(rows))
  say('\nWhere the time of a paste goes, ms:\n')
  say(tellSpent(pastes.spent))
  say('\nTrying secrets on an HS256 token:\n')
  say(tellSearches(await measureSearches()))
  if (moves.length > 0) say(`\nWhat moved:\n\n${moves.join('\n')}`)
  if (failures.length > 0) say(`\nNot measured:\n\n${failures.join('\n')}`)
} finally {
  await browser.close()
  server.close()
}
say('\nThe session lab:\n')
await import('./simulation.mjs')
say('')
await import('./scrub.mjs')

async function measureLoads() {
  const firstPaint = lists()
  const decoded = lists()
  await inTurn('loads', ALL, async (page) => {
    const load = await takeLoad(target(page), page !== 'html')
    firstPaint[page].push(load.firstPaint)
    if (load.decoded !== null) decoded[page].push(load.decoded)
  })
  const { product, react, bare } = medians(decoded)
  return [
    {
      name: 'first paint, slow 4G, CPU ÷ 4',
      ...medians(firstPaint),
      target: /** @type {const} */ ({ most: 1.2, over: 'html' }),
    },
    {
      name: 'cold load → token visible, same',
      product,
      react,
      bare,
      target: /** @type {const} */ ({ most: 1.3, over: 'react' }),
    },
  ]
}

async function measurePastes() {
  /** @type {import('./report.mjs').Row[]} */
  const rows = []
  /** @type {import('./report.mjs').Spent[]} */
  const spent = []
  for (const { name, length, most, isSlow = false } of PASTES) {
    const taken = { product: samples(), plain: samples(), react: samples(), bare: samples() }
    await inTurn(`paste ${name}`, TYPED, async (page, round) => {
      const marker = `${page} ${length} ${round}`
      const token = makeToken(length, marker)
      taken[page].push(await takePaste(target(page), { token, marker, isSlow }))
    })
    const of = (/** @type {keyof typeof taken} */ page, /** @type {keyof Paste} */ key) =>
      median(taken[page].map((sample) => sample[key]))
    for (const own of OWN)
      rows.push({
        name: `paste ${name}${inFields(own)} → painted`,
        product: of(own, 'painted'),
        react: of('react', 'painted'),
        bare: of('bare', 'painted'),
        ...(most && { target: { most, over: /** @type {const} */ ('react') } }),
      })
    for (const page of TYPED)
      spent.push({
        name,
        page: pages[page].name,
        times: {
          inDom: of(page, 'inDom'),
          painted: of(page, 'painted'),
          script: of(page, 'script'),
          layout: of(page, 'layout'),
          busy: of(page, 'busy'),
        },
      })
  }
  return { rows, spent }
}

/** 10 MB have no target but that the page answers. */
async function measureRest() {
  const marker = 'product 10 MB'
  const token = makeToken(10 * MEGABYTE, marker)
  const [taken = null] = await attempt('paste 10 MB', () =>
    takePaste(target('product'), { token, marker }),
  )
  return [{ name: 'paste 10 MB → answers', product: taken && taken.painted }]
}

async function measureStrokes() {
  /** @type {import('./report.mjs').Row[]} */
  const rows = []
  for (const { name, isAtEnd } of PLACES) {
    const work = lists()
    await inTurn(`keystrokes in the ${name}`, TYPED, async (page, round) => {
      if (round > 0) return
      const marker = `${page} strokes`
      const token = makeToken(8 * 1024, marker)
      const taken = await takeStrokes(target(page), { token, marker, isAtEnd, strokes: STROKES })
      work[page] = taken
    })
    for (const own of OWN)
      rows.push({
        name: `key in the ${name} at 8 KB${inFields(own)}`,
        product: median(work[own]),
        react: median(work.react),
        bare: median(work.bare),
        digits: 1,
        target: { most: FRAME },
      })
  }
  return rows
}

/** The page it is compared with is nothing but a list and its marks. */
async function measureHovers() {
  /** @type {import('./report.mjs').Row[]} */
  const rows = []
  for (const { name, length } of HOVERS) {
    const taken = lists()
    await inTurn(`hover over ${name}`, HOVERED, async (page, round) => {
      const marker = `${page} hover ${round}`
      const own = page !== 'hover' && length !== null
      const moved = await takeHovers(target(page), {
        cards: page === 'hover' ? 'li' : '[aria-label="Claims"] > li',
        ...(own && { token: makeToken(length, marker), marker }),
        moves: MOVES,
      })
      taken[page].push(...moved)
    })
    for (const own of OWN)
      rows.push({
        name: `hover → link, ${name}${inFields(own)}, CPU ÷ 4`,
        product: median(taken[own]),
        hover: median(taken.hover),
        target: { most: LINK },
      })
  }
  return rows
}

async function measureShifts() {
  /** @type {import('./report.mjs').Row[]} */
  const rows = []
  for (const viewport of VIEWPORTS) {
    const size = `${viewport.width}×${viewport.height}`
    const [shift = null] = await attempt(`shift ${size}`, () =>
      takeShift(target('product'), viewport),
    )
    rows.push({
      name: `layout shift ${size}`,
      unit: 'sum',
      product: shift && shift.value,
      digits: 4,
      target: { most: 0.02 },
    })
    if (shift) moves.push(...shift.moves.map((move) => `- ${size}, ${move}`))
  }
  return rows
}

async function measureSearches() {
  const searches = []
  for (const [name, length] of SEARCHED) {
    const [tried = []] = await attempt(`secrets on ${name}`, () =>
      trySecrets(browser, target('bare').url, { length, rounds: RUNS }),
    )
    const of = (/** @type {'own' | 'library' | 'browser'} */ way) =>
      median(tried.map((times) => times[way]))
    searches.push({ name, own: of('own'), library: of('library'), browser: of('browser') })
  }
  return searches
}

/**
 * Takes each page in every round, beginning with another one each time.
 * @template {keyof typeof pages} Name
 * @param {string} what
 * @param {readonly Name[]} names
 * @param {(name: Name, round: number) => Promise<void>} take
 */
async function inTurn(what, names, take) {
  say(`Measuring ${what} …`)
  for (let round = 0; round < RUNS; round += 1) {
    const first = round % names.length
    for (const name of [...names.slice(first), ...names.slice(0, first)])
      await attempt(`${what}, ${pages[name].name}`, () => take(name, round))
  }
}

/**
 * A measurement that fails is told and left out: a benchmark is no test.
 * @template T
 * @param {string} what
 * @param {() => Promise<T>} take
 * @returns {Promise<[T] | []>}
 */
async function attempt(what, take) {
  try {
    return [await take()]
  } catch (fault) {
    const [line] = String(fault).split('\n', 1)
    failures.push(`- ${what}: ${line}`)
    return []
  }
}

/** @param {keyof typeof pages} name */
function target(name) {
  return { browser, url: `${server.origin}/${name}/`, ...pages[name] }
}

/** @param {(typeof OWN)[number]} own */
function inFields(own) {
  return own === 'plain' ? ', plain fields' : ''
}

/** @typedef {Awaited<ReturnType<typeof takePaste>>} Paste */

function samples() {
  return /** @type {Paste[]} */ ([])
}

/** @returns {Record<keyof typeof pages, number[]>} */
function lists() {
  return { product: [], plain: [], react: [], bare: [], html: [], hover: [] }
}

/** @param {Record<keyof typeof pages, number[]>} taken */
function medians({ product, react, bare, html }) {
  return {
    product: median(product),
    react: median(react),
    bare: median(bare),
    html: median(html),
  }
}

/** @param {string} text */
function say(text) {
  process.stdout.write(`${text}\n`)
}
