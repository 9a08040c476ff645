/** How fast are secrets tried, beside the library and beside the browser's own cryptography? */
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const VERIFICATION = fileURLToPath(new URL('../src/verification', import.meta.url))
/** Secrets a round; the list has five times as many. */
const SECRETS = 20_000

/** @typedef {{ own: number, library: number, browser: number }} Tried milliseconds for SECRETS secrets */

/** The product's own functions as a script for any page. */
async function bundle() {
  const ENTRY = '\0secrets'
  const result = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'secrets',
        resolveId: (id) => (id.endsWith('secrets') ? ENTRY : null),
        load: (id) =>
          id === ENTRY
            ? `export { makeMacMatcher } from '${VERIFICATION}/macMatcher.ts'
               export { computeMac, isMac } from '${VERIFICATION}/hmac.ts'`
            : null,
      },
    ],
    build: {
      write: false,
      lib: { entry: 'secrets', formats: ['iife'], name: 'parts', fileName: 'secrets' },
    },
  })
  const [output] = [result].flat()
  const [chunk] = output && 'output' in output ? output.output : []
  if (chunk?.type !== 'chunk') throw new Error('The functions were not built.')
  return chunk.code
}

/**
 * Tries secrets that do not fit over the signing input of a token, in each of the three ways.
 * @param {import('@playwright/test').Browser} browser
 * @param {string} url of any page on a secure origin
 * @param {{ length: number, rounds: number }} what `length` is the signing input's, in bytes
 * @returns {Promise<Tried[]>}
 */
export async function trySecrets(browser, url, { length, rounds }) {
  const page = await browser.newPage()
  try {
    await page.goto(url)
    return await page.evaluate(`(async () => {
      ${await bundle()}
      const input = new Uint8Array(${length}).fill(97)
      const secrets = Array.from({ length: ${SECRETS} }, (_, i) => new TextEncoder().encode('secret ' + i))
      const mac = parts.computeMac('SHA-256', new TextEncoder().encode('another'), input)
      const hmac = { name: 'HMAC', hash: 'SHA-256' }
      const ways = {
        own: () => {
          const isMade = parts.makeMacMatcher('SHA-256', input, mac)
          return secrets.some(isMade)
        },
        library: () => secrets.some((secret) => parts.isMac('SHA-256', secret, input, mac)),
        browser: async () => {
          // many at once, because a call costs more than the work
          for (let at = 0; at < secrets.length; at += 500)
            await Promise.all(secrets.slice(at, at + 500).map(async (secret) => {
              const key = await crypto.subtle.importKey('raw', secret, hmac, false, ['verify'])
              return crypto.subtle.verify('HMAC', key, mac, input)
            }))
        },
      }
      const rounds = []
      for (let round = 0; round < ${rounds}; round++) {
        const tried = {}
        for (const [name, way] of Object.entries(ways)) {
          const start = performance.now()
          await way()
          tried[name] = performance.now() - start
        }
        rounds.push(tried)
      }
      return rounds
    })()`)
  } finally {
    await page.close()
  }
}
