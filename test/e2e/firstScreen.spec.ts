/** What stands on the page before its script has run, and what happens when the script takes over? */
import type { Page } from '@playwright/test'
import { expect, type Lens, test } from './lens.ts'
import { CURL, JOHN_DOE } from './tokens.ts'

/** Keeps the page's scripts back until the returned function is called. */
async function holdScripts(page: Page): Promise<() => void> {
  const held: (() => void)[] = []
  const released = new Promise<void>((resolve) => {
    held.push(resolve)
  })
  await page.route('**/assets/*.js', async (route) => {
    await released
    await route.continue()
  })
  await page.goto('/', { waitUntil: 'commit' })
  return () => held[0]?.()
}

/** What Chromium tells of a layout shift; TypeScript does not know it. */
interface Shift extends PerformanceEntry {
  value?: number
  sources?: { node: Node | null }[]
}

async function waitForTick(lens: Lens): Promise<void> {
  await expect(lens.instant).not.toHaveValue('')
  const second = await lens.instant.inputValue()
  await expect(lens.instant).not.toHaveValue(second)
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the page stands, its field takes text, and it says what it needs', async ({ lens }) => {
    await lens.page.goto('/')
    await expect(lens.headline).toContainText(
      'Paste a token to begin. Nothing you paste leaves this tab.',
    )
    await expect(lens.rungs).toHaveCount(5)
    await lens.token.pressSequentially('eyJ')
    await expect(lens.token).toHaveValue('eyJ')
    const note = lens.page.locator('noscript')
    await expect(note).toBeVisible()
    // searches by text leave this element out
    expect(await note.evaluate(({ textContent }) => textContent)).toContain(
      'Turn JavaScript on to use it.',
    )
  })
})

test('a script that does not start is told of, and what is typed stays', async ({ lens }) => {
  const notice = lens.page.getByRole('alert')
  await lens.page.route('**/assets/*.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: '' }),
  )
  await lens.page.goto('/', { waitUntil: 'commit' })
  await lens.token.fill(JOHN_DOE)
  await expect(notice).toContainText('The script of this page did not start')
  await expect(lens.token).toHaveValue(JOHN_DOE)
  await lens.page.unroute('**/assets/*.js')
  await lens.open()
  await expect(notice).toHaveCount(0)
})

test('text typed before the script runs is kept with its caret, and read', async ({ lens }) => {
  const release = await holdScripts(lens.page)
  await lens.token.focus()
  await lens.page.keyboard.insertText(JOHN_DOE)
  for (let step = 0; step < 7; step++) await lens.token.press('ArrowLeft')
  await lens.token.press('Shift+ArrowLeft')
  release()
  await waitForTick(lens)
  await expect(lens.token).toHaveValue(JOHN_DOE)
  await expect(lens.token).toBeFocused()
  expect(
    await lens.token.evaluate((field) =>
      field instanceof HTMLTextAreaElement ? [field.selectionStart, field.selectionEnd] : [],
    ),
  ).toEqual([JOHN_DOE.length - 8, JOHN_DOE.length - 7])
  await expect(lens.headline).toContainText('Decoded, not verified.')
})

test('a command pasted before the script runs stays as it came and its token is read', async ({
  lens,
}) => {
  const release = await holdScripts(lens.page)
  await lens.token.focus()
  await lens.page.keyboard.insertText(CURL)
  release()
  await waitForTick(lens)
  await expect(lens.token).toHaveValue(CURL)
  await expect(lens.headline).toContainText('Access token for user 1, HS256.')
  await expect(lens.headline).toContainText('(2018-12-03 09:13:51 UTC)')
})

test('a key typed before the script runs is kept and used', async ({ lens }) => {
  const release = await holdScripts(lens.page)
  await lens.token.focus()
  await lens.page.keyboard.insertText(JOHN_DOE)
  await lens.key.focus()
  await lens.page.keyboard.insertText('secret')
  release()
  await waitForTick(lens)
  await expect(lens.key).toHaveValue('secret')
  await expect(lens.key).toBeFocused()
  await expect(lens.headline).toContainText('Signature valid, but the secret is 6 bytes.')
})

test('text typed while the page comes alive is kept', async ({ lens }) => {
  await lens.page.goto('/', { waitUntil: 'commit' })
  await lens.token.focus()
  await lens.token.press('ControlOrMeta+a')
  await lens.page.keyboard.insertText(JOHN_DOE)
  await waitForTick(lens)
  await expect(lens.token).toHaveValue(JOHN_DOE)
  await expect(lens.headline).toContainText('Decoded, not verified.')
})

for (const viewport of [
  { width: 1440, height: 900 },
  { width: 1366, height: 768 },
  { width: 390, height: 844 },
])
  for (const isHeld of [false, true])
    test.describe(`at ${viewport.width}×${viewport.height}`, () => {
      test.use({ viewport })

      test(`nothing moves while the page comes alive${isHeld ? ', be it late' : ''}`, async ({
        lens,
      }) => {
        await lens.page.addInitScript(() => {
          const moved: string[] = []
          let shift = 0
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) {
              const { value = 0, sources = [] }: Shift = entry
              shift += value
              for (const { node } of sources)
                moved.push(`${value} ${node?.parentElement?.innerHTML.slice(0, 120)}`)
            }
          }).observe({ type: 'layout-shift', buffered: true })
          Object.assign(window, { layoutShift: () => ({ shift, moved }) })
        })
        if (isHeld) {
          const release = await holdScripts(lens.page)
          await expect(lens.headline).toBeVisible()
          await lens.page.waitForTimeout(500)
          release()
        } else await lens.page.goto('/')
        await lens.settled()
        await lens.page.waitForLoadState('networkidle')
        await lens.page.waitForTimeout(3000)
        const { shift, moved } = await lens.page.evaluate<{ shift: number; moved: string[] }>(
          'layoutShift()',
        )
        expect(shift, moved.join('\n')).toBeLessThan(0.02)
      })
    })
