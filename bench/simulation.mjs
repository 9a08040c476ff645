/** How long does a day in the session lab take to compute, beside an empty fold? `node bench/simulation.mjs` prints it. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'vite'
import { median } from './report.mjs'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const RUNS = Math.max(1, Number(process.env['RUNS']) || 9)
const DAY = 86_400_000

const { simulate, EventQueue, DEFAULT_SCENARIO } = await loadLab()
const rows = [
  { name: 'a day, a request a minute', every: 60_000, most: 16 },
  { name: 'a day, a request a second', every: 1000, most: 500 },
].map(({ name, every, most }) => {
  const scenario = { ...DEFAULT_SCENARIO, cadence: { every, size: 1, gap: 0 }, horizon: DAY }
  const first = time(() => simulate(scenario))
  const full = []
  const empty = []
  for (let round = 0; round < RUNS; round += 1) {
    full.push(time(() => simulate(scenario)))
    empty.push(time(() => foldNothing(every)))
  }
  return { name, most, first, full: median(full) ?? 0, empty: median(empty) ?? 0 }
})
process.stdout.write(
  [
    `Node ${process.version}, medians of ${RUNS}, in ms; the empty fold takes the same events and does nothing with them.`,
    '',
    '| measure | simulate | first time | empty fold | ÷ empty | target |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows.map(
      ({ name, full, first, empty, most }) =>
        `| ${name} | ${full.toFixed(1)} | ${first.toFixed(1)} | ${empty.toFixed(2)} | ${(full / empty).toFixed(1)} | ≤ ${most} ${full <= most ? 'met' : 'missed'} |`,
    ),
    '',
  ].join('\n'),
)

/** Two events a call, as a run without latency has them. @param {number} every */
function foldNothing(every) {
  const queue = new EventQueue()
  const entries = []
  queue.plan(0, 0)
  let next = queue.take()
  while (next !== null && next.at <= DAY) {
    if (next.event === 0) {
      queue.plan(next.at, 1)
      queue.plan(next.at + every, 0)
    } else entries.push(next)
    next = queue.take()
  }
  return entries
}

/** @param {() => unknown} work */
function time(work) {
  const start = performance.now()
  work()
  return performance.now() - start
}

/** The lab as the product’s own build makes it, without a page around it. */
async function loadLab() {
  const folder = await mkdtemp(join(tmpdir(), 'jwt-lens-lab-'))
  try {
    const at = (/** @type {string} */ name) => join(ROOT, 'src/simulation', `${name}.ts`)
    await build({
      root: ROOT,
      configFile: false,
      logLevel: 'error',
      ssr: { noExternal: true },
      build: {
        ssr: true,
        outDir: folder,
        rollupOptions: {
          input: { simulate: at('simulate'), queue: at('eventQueue'), scenario: at('scenario') },
          output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
        },
      },
    })
    const load = (/** @type {string} */ name) =>
      import(pathToFileURL(join(folder, `${name}.mjs`)).href)
    const [lab, queue, scenario] = await Promise.all(['simulate', 'queue', 'scenario'].map(load))
    return { ...lab, ...queue, ...scenario }
  } finally {
    await rm(folder, { recursive: true })
  }
}
