/** Is a publicly known secret found in the browser, with nothing asked for but the list? */
import { createServer } from 'node:http'
import type { Worker } from '@playwright/test'
import { expect, type Lens, test } from './lens.ts'
import { ACCESS, JOHN_DOE } from './tokens.ts'

const CHECK = 'Check the public list of weak secrets'
const LIST = /\/assets\/weakSecrets-[\w-]+\.js$/

const told = (lens: Lens) => lens.page.getByRole('status', { name: 'Weak secrets' })

/** Every address that page or workers ask for from now on. */
function listen(lens: Lens): string[] {
  const asked: string[] = []
  lens.page.context().on('request', (request) => {
    if (!request.url().startsWith('blob:')) asked.push(request.url())
  })
  return asked
}

test('the secret of a token is found and can be put into the key box', async ({ lens }) => {
  await lens.open()
  await lens.page.waitForLoadState('networkidle')
  await lens.paste(JOHN_DOE)
  const asked = listen(lens)
  await lens.button(CHECK).click()
  await expect(told(lens)).toContainText(
    /This loads one file of this page, weakSecrets-[\w-]+\.js, 1\.4 MB\./,
  )
  expect(asked).toEqual([])
  await lens.button('Load and check').click()
  await expect(told(lens)).toContainText(
    'The secret is ‘secret’: it is in the public list of known secrets, line 40. Anyone can forge this token.',
  )
  expect(asked).toEqual([expect.stringMatching(LIST)])
  await lens.button('Put it into the key box').click()
  await expect(lens.headline).toContainText('Signature valid, but the secret is 6 bytes.')
  await expect(lens.page.getByRole('banner')).toContainText('0 requests')
})

test('a second search asks for nothing any more', async ({ lens }) => {
  await lens.open()
  await lens.paste(JOHN_DOE)
  await lens.button(CHECK).click()
  await lens.button('Load and check').click()
  await expect(told(lens)).toContainText('line 40')
  await lens.page.context().setOffline(true)
  const asked = listen(lens)
  await lens.paste(ACCESS)
  await expect(told(lens)).toBeEmpty()
  await lens.button(CHECK).click()
  await expect(told(lens)).toContainText(
    'Not in the public list of 103,979 secrets. That does not make it strong.',
  )
  expect(asked).toEqual([])
})

test('a search can be stopped', async ({ lens }) => {
  await lens.open()
  const payload = Buffer.from(JSON.stringify({ text: 'x'.repeat(300_000) })).toString('base64url')
  const [header] = ACCESS.split('.')
  await lens.paste(`${header}.${payload}.${'A'.repeat(43)}`)
  await lens.button(CHECK).click()
  await lens.button('Load and check').click()
  const progress = lens.page.getByRole('progressbar', { name: 'Trying the secrets' })
  await expect(progress).toHaveAttribute('value', /[1-9]/)
  expect(lens.page.workers()).toHaveLength(1)
  await lens.button('Stop').click()
  await expect(progress).toBeHidden()
  await expect(lens.button(CHECK)).toBeVisible()
  await expect.poll(() => lens.page.workers()).toHaveLength(0)
})

test('the worker cannot reach another origin, nor this one', async ({ lens }) => {
  const hits: string[] = []
  const stranger = createServer((request, response) => {
    hits.push(request.url ?? '')
    response.end()
  })
  await new Promise<void>((resolve) => {
    stranger.listen(0, '127.0.0.1', resolve)
  })
  const address = stranger.address()
  const port = typeof address === 'object' ? address?.port : undefined
  await lens.open()
  await lens.paste(JOHN_DOE)
  await lens.button(CHECK).click()
  const started = lens.page.waitForEvent('worker')
  await lens.button('Load and check').click()
  const worker: Worker = await started
  await expect(told(lens)).toContainText('line 40')
  for (const origin of [`http://127.0.0.1:${port}`, new URL(lens.page.url()).origin]) {
    const outcome = await worker.evaluate(
      (at) =>
        fetch(`${at}/hit`, { mode: 'no-cors' }).then(
          () => 'reached',
          () => 'refused',
        ),
      origin,
    )
    expect(outcome).toBe('refused')
  }
  expect(hits).toEqual([])
  stranger.closeAllConnections()
  stranger.close()
})

test('where the list cannot be loaded the page says so', async ({ lens }) => {
  await lens.open()
  await lens.page.waitForLoadState('networkidle')
  await lens.paste(JOHN_DOE)
  await lens.button(CHECK).click()
  await lens.page.route(LIST, (route) => route.fulfill({ status: 200, body: 'throw 1' }))
  await lens.page.context().setOffline(true)
  await lens.button('Load and check').click()
  await expect(lens.page.getByRole('alert')).toContainText('The list did not load.')
})
