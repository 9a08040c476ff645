/** What can be done in the rich fields, and how do they come in the place of the plain ones? architecture.md B.5. */
import type { CDPSession, Locator, Page } from '@playwright/test'
import { expect, type Lens, test as base } from './lens.ts'
import { faultsOf } from './faults.ts'
import { JOHN_DOE } from './tokens.ts'

const test = base.extend<{ watchPolicy: void }>({
  editors: 'rich',
  watchPolicy: [
    async ({ page }, provide) => {
      await page.addInitScript(() => {
        const violations: string[] = []
        const workers: string[] = []
        addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
          violations.push(`${violatedDirective} ${blockedURI}`),
        )
        const Native = Worker
        Object.assign(window, {
          violations,
          workers,
          Worker: class extends Native {
            constructor(...given: ConstructorParameters<typeof Worker>) {
              super(...given)
              workers.push(String(given[0]))
            }
          },
        })
      })
      await provide()
      expect(await page.evaluate('violations')).toEqual([])
      expect(await page.evaluate('workers')).toEqual([])
    },
    { auto: true },
  ],
})

const base64url = (text: string): string => Buffer.from(text).toString('base64url')

const frameOf = (field: Locator): Locator => field.locator('xpath=ancestor::*[@data-rich][1]')

/** The text that a rich field draws, in which blanks do not break. */
async function drawn(field: Locator): Promise<string> {
  const lines = await frameOf(field)
    .locator('.view-line')
    .evaluateAll((found) =>
      found
        .map((line) => ({ top: line.getBoundingClientRect().top, text: line.textContent ?? '' }))
        .toSorted((a, b) => a.top - b.top)
        .map(({ text }) => text.replaceAll('\u00a0', ' ')),
    )
  return lines.join('\n')
}

const joined = async (field: Locator): Promise<string> => (await drawn(field)).replaceAll('\n', '')

async function expectRich(lens: Lens): Promise<void> {
  await expect(lens.page.locator('main [data-rich]')).toHaveCount(3)
}

async function openRich(lens: Lens, token = JOHN_DOE): Promise<void> {
  await lens.open()
  await expectRich(lens)
  await lens.pasteInto(lens.token, token)
  await expect.poll(() => joined(lens.token)).toBe(token)
}

/** Rests the pointer on a run of a field until the box with its explanation opens. */
async function restOn(lens: Lens, run: Locator): Promise<Locator> {
  const box = lens.page.locator('.monaco-hover:visible')
  await expect(async () => {
    await lens.page.mouse.move(2, 2)
    await run.hover()
    // a hand never moves once only
    await run.hover({ position: { x: 5, y: 6 } })
    await expect(box).toBeVisible({ timeout: 2000 })
  }).toPass()
  return box
}

/** Keeps Monaco back until the returned function is called. */
async function holdMonaco(page: Page): Promise<() => void> {
  const held: (() => void)[] = []
  const released = new Promise<void>((resolve) => {
    held.push(resolve)
  })
  await page.route('**/assets/RichField-*.js', async (route) => {
    await released
    await route.continue()
  })
  return () => held[0]?.()
}

const placeIn = (field: Locator): Promise<[number, number, string]> =>
  field.evaluate((area) =>
    area instanceof HTMLTextAreaElement
      ? [area.selectionStart, area.selectionEnd, area.value]
      : [-1, -1, ''],
  )

test.describe('in the rich fields', () => {
  test('each is one textbox of its name that says how to leave it', async ({ lens }) => {
    await openRich(lens)
    for (const field of [lens.token, lens.header, lens.payload]) {
      await expect(field).toHaveCount(1)
      await expect(field).toHaveAccessibleDescription(/Tab moves on to what follows/)
      await field.click()
      await expect(field).toBeFocused()
      await field.press('Tab')
      await expect(field).not.toBeFocused()
    }
    await expect(lens.payload).toHaveAccessibleDescription(/layout added for reading/)
  })

  test('pasting over the token replaces it, and what was pasted around it can be undone', async ({
    lens,
  }) => {
    await lens.open()
    await expectRich(lens)
    await lens.pasteInto(lens.token, `Authorization: Bearer ${JOHN_DOE}`)
    await expect.poll(() => joined(lens.token)).toBe(JOHN_DOE)
    await expect(lens.headline).toContainText('Decoded, not verified.')
    await lens.token.press('ControlOrMeta+z')
    await expect.poll(() => joined(lens.token)).toBe(`Authorization: Bearer ${JOHN_DOE}`)
    await expect(lens.headline).toContainText('Decoded, not verified.')
  })

  test('a paste outside all fields is read, also where the selection was left in one', async ({
    lens,
  }) => {
    await openRich(lens)
    await lens.openEmpty()
    await expectRich(lens)
    await frameOf(lens.token).evaluate((frame) => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
      getSelection()?.collapse(frame.querySelector('.overflow-guard'))
    })
    await lens.pasteHere(JOHN_DOE)
    await expect.poll(() => joined(lens.token)).toBe(JOHN_DOE)
  })

  test('filling, typing over and pasting a key behave as in a plain field', async ({ lens }) => {
    await openRich(lens)
    await lens.token.fill('eyJ')
    await expect.poll(() => joined(lens.token)).toBe('eyJ')
    await lens.token.press('ControlOrMeta+a')
    await lens.page.keyboard.insertText(`Bearer ${JOHN_DOE}`)
    await expect.poll(() => joined(lens.token)).toBe(JOHN_DOE)
    await lens.pasteInto(lens.token, '{"kty":"oct","k":"c2VjcmV0"}')
    await expect(lens.key).toHaveValue(/"kty"/)
    await expect.poll(() => joined(lens.token)).toBe(JOHN_DOE)
  })

  test('an edited claim rewrites its part alone and no longer matches; undo brings it back', async ({
    lens,
  }) => {
    await openRich(lens)
    await lens.key.fill('secret')
    await expect(lens.headline).toContainText('Signature valid')
    await lens.payload.focus()
    await lens.payload.press('ControlOrMeta+Home')
    await lens.payload.press('ArrowDown')
    await lens.payload.press('End')
    await lens.payload.press('ArrowLeft')
    await lens.payload.press('Backspace')
    await lens.page.keyboard.type('X"')
    await expect(lens.headline).toContainText('Signature does not match.')
    const [header, , signature] = JOHN_DOE.split('.')
    const edited = await joined(lens.token)
    expect(edited.startsWith(`${header}.`)).toBe(true)
    expect(edited.endsWith(`.${signature}`)).toBe(true)
    await expect(lens.payload).toBeFocused()
    for (let step = 0; step < 3; step++) await lens.payload.press('ControlOrMeta+z')
    await expect(lens.headline).toContainText('Signature valid')
    await expect.poll(() => joined(lens.token)).toBe(JOHN_DOE)
  })

  test('undo in the token brings back what was edited in a pane', async ({ lens }) => {
    await openRich(lens)
    await lens.payload.focus()
    await lens.payload.press('ControlOrMeta+End')
    await lens.payload.press('ArrowLeft')
    await lens.payload.press('ArrowLeft')
    await lens.page.keyboard.type('1')
    await expect.poll(() => joined(lens.token)).not.toBe(JOHN_DOE)
    await lens.token.focus()
    await lens.token.press('ControlOrMeta+z')
    await expect.poll(() => joined(lens.token)).toBe(JOHN_DOE)
  })

  test('what is drawn anew leaves nothing to undo', async ({ lens }) => {
    await openRich(lens)
    await lens.button('Exact text').last().click()
    await lens.payload.focus()
    await lens.payload.press('ControlOrMeta+z')
    await expect.poll(() => joined(lens.token)).toBe(JOHN_DOE)
    await expect(lens.page.getByText('Edited.', { exact: true })).toHaveCount(0)
  })

  test('pointer and caret link a claim to its characters', async ({ lens }) => {
    await openRich(lens)
    const linked = lens.page.getByRole('status', { name: 'Linked' })
    const line = frameOf(lens.payload).locator('.view-line', { hasText: '"name"' })
    await line.hover({ position: { x: 30, y: 8 } })
    await expect(linked).toContainText('name: token characters')
    const marks = frameOf(lens.token).locator('.tone-linked')
    await expect(marks).not.toHaveCount(0)
    expect(await frameOf(lens.payload).locator('.tone-linked').allTextContents()).not.toEqual([])
    await expect(frameOf(lens.token).locator('.tone-shared').first()).toBeVisible()
    await lens.page.mouse.move(2, 2)
    await lens.payload.focus()
    await lens.payload.press('ControlOrMeta+Home')
    await lens.payload.press('ArrowDown')
    await lens.payload.press('ArrowRight')
    await lens.payload.press('ArrowRight')
    await lens.payload.press('ArrowRight')
    await expect(linked).toContainText('sub: token characters')
  })

  test('a claim is explained under the pointer, and a fault under its underline', async ({
    lens,
  }) => {
    await openRich(lens)
    const claim = frameOf(lens.payload).getByText('"sub"')
    await expect(await restOn(lens, claim)).toContainText('It says: speaks for 1234567890.')
    const parameter = frameOf(lens.header).getByText('"alg"')
    await expect(await restOn(lens, parameter)).toContainText('signed with HS256')
    await lens.pasteInto(lens.token, JOHN_DOE.replace('.', '.$'))
    const fault = frameOf(lens.token).locator('.tone-fault')
    await expect(fault).toHaveText('$')
    await expect(await restOn(lens, fault)).toContainText('Character 38 (‘$’)')
    await lens.pasteInto(lens.token, `eyJhbGciOiJIUzI1NiJ9.${base64url('{"a":1,"a":2}')}.AAAA`)
    const twice = frameOf(lens.payload).locator('.tone-fault').last()
    await expect(twice).toContainText('a"')
    await expect(await restOn(lens, twice)).toContainText('twice')
  })

  test('markup in a token stays text where it is explained', async ({ lens }) => {
    const hostile = '<img src=x onerror=alert(1)> [a](https://x.example) **b**'
    const payload = base64url(JSON.stringify({ sub: hostile }))
    await openRich(lens, `eyJhbGciOiJIUzI1NiJ9.${payload}.AAAA`)
    const box = await restOn(lens, frameOf(lens.payload).getByText('"sub"'))
    await expect(box).toContainText('<img src=x')
    await expect(box.locator('img, a, strong')).toHaveCount(0)
  })

  test('it finds, folds, pairs brackets and takes several carets', async ({ lens }) => {
    await openRich(lens)
    const pane = frameOf(lens.payload)
    const text = pane.locator('.view-lines')
    const before = await text.boundingBox()
    await lens.payload.focus()
    await lens.payload.press('ControlOrMeta+f')
    await lens.page.keyboard.type('John')
    const search = pane.locator('.find-widget.visible')
    await expect(search).toContainText('1 of 1')
    // it pushes no text down and covers none
    expect(await text.boundingBox()).toEqual(before)
    const { y = 0, height = 0 } = (await search.boundingBox()) ?? {}
    expect(y + height).toBeLessThanOrEqual(before?.y ?? 0)
    await expect(pane.locator('.cdr.currentFindMatch')).not.toHaveCount(0)
    await lens.page.keyboard.press('Escape')
    await expect(pane.locator('.find-widget.visible')).toHaveCount(0)
    await lens.payload.press('ControlOrMeta+Home')
    await expect(pane.locator('.bracket-match')).toHaveCount(2)
    await lens.payload.press('ControlOrMeta+Shift+BracketLeft')
    await expect.poll(() => drawn(lens.payload)).not.toContain('John')
    await lens.payload.press('ControlOrMeta+Shift+BracketRight')
    await expect.poll(() => drawn(lens.payload)).toContain('John')
    const lines = pane.locator('.view-line')
    await lines.nth(1).click({ position: { x: 20, y: 8 } })
    await lines.nth(2).click({ position: { x: 20, y: 8 }, modifiers: ['Alt'] })
    await lens.page.keyboard.type('zz')
    await expect.poll(async () => (await drawn(lens.payload)).match(/zz/g)?.length).toBe(2)
  })

  for (const theme of ['light', 'dark', 'projector'])
    test(`colours are the palette's, and axe finds nothing, in ${theme}`, async ({ lens }) => {
      await openRich(lens)
      await lens.pick('Theme', new RegExp(`^${theme}`, 'i'))
      const colourOf = (property: string): Promise<string> =>
        lens.page.evaluate((name) => {
          const probe = document.createElement('i')
          probe.style.color = `var(${name})`
          document.body.append(probe)
          const { color } = getComputedStyle(probe)
          probe.remove()
          return color
        }, property)
      const frame = frameOf(lens.token)
      for (const part of ['header', 'payload', 'signature'])
        await expect(frame.locator(`.tone-${part}`).first()).toHaveCSS(
          'color',
          await colourOf(`--${part}`),
        )
      await expect(frame.locator('.monaco-editor-background').first()).toHaveCSS(
        'background-color',
        await colourOf('--page'),
      )
      expect(await faultsOf(lens.page)).toEqual([])
      await lens.payload.focus()
      await lens.payload.press('ControlOrMeta+f')
      await lens.page.keyboard.type('John')
      await expect(frameOf(lens.payload).locator('.find-widget.visible')).toBeVisible()
      expect(await faultsOf(lens.page)).toEqual([])
    })

  test('once ready, nothing is asked for, whatever is done', async ({ lens }) => {
    const asked: string[] = []
    await lens.open()
    await lens.expectReady()
    await expectRich(lens)
    lens.page.context().on('request', (request) => asked.push(request.url()))
    await lens.page.context().setOffline(true)
    await lens.pasteInto(lens.token, JOHN_DOE)
    await lens.payload.focus()
    await lens.payload.press('ControlOrMeta+f')
    await lens.page.keyboard.type('John')
    await lens.page.keyboard.press('Escape')
    await lens.pick('Theme', /^Dark/)
    await expect(lens.page.getByRole('banner')).toContainText('0 requests')
    expect(asked).toEqual([])
  })
})

test.describe('the hand-over', () => {
  test('keeps text, selection, scroll and focus, and undo leads back before what was typed early', async ({
    lens,
  }) => {
    const release = await holdMonaco(lens.page)
    await lens.open()
    const long = `${JOHN_DOE}${'A'.repeat(4000)}`
    await lens.pasteInto(lens.token, JOHN_DOE)
    await lens.pasteInto(lens.token, long)
    await lens.token.evaluate((area) => {
      if (!(area instanceof HTMLTextAreaElement) || !area.parentElement) return
      area.setSelectionRange(1200, 1210, 'backward')
      area.parentElement.scrollTop = 200
    })
    const scrolled = await lens.token.evaluate((area) => area.parentElement?.scrollTop)
    release()
    await expectRich(lens)
    await expect(lens.token).toBeFocused()
    const [from, to, near] = await placeIn(lens.token)
    expect(near.slice(from, to)).toBe('A'.repeat(10))
    expect(
      await frameOf(lens.token)
        .locator('.lines-content')
        .evaluate((lines) => -Number.parseFloat(getComputedStyle(lines).top)),
    ).toBe(scrolled)
    await lens.token.press('ControlOrMeta+z')
    await expect.poll(() => joined(lens.token)).toBe(JOHN_DOE)
  })

  test('waits while something is composed', async ({ lens }) => {
    const release = await holdMonaco(lens.page)
    await lens.open()
    await lens.payload.focus()
    const session: CDPSession = await lens.page.context().newCDPSession(lens.page)
    const compose = (text: string): Promise<unknown> =>
      session.send('Input.imeSetComposition', { text, selectionStart: 1, selectionEnd: 1 })
    await lens.payload.press('ControlOrMeta+End')
    await compose('に')
    release()
    await expect(lens.page.locator('#token-box [data-rich]')).toHaveCount(1)
    await lens.page.waitForTimeout(2500)
    await expect(lens.page.locator('main [data-rich]')).toHaveCount(2)
    await compose('にほ')
    await session.send('Input.insertText', { text: '日本' })
    await expectRich(lens)
    await expect(lens.payload).toBeFocused()
    await expect.poll(() => drawn(lens.payload)).toContain('}日本')
  })

  test('waits while somebody types, and comes at once when the field is left', async ({ lens }) => {
    const release = await holdMonaco(lens.page)
    await lens.open()
    await lens.token.focus()
    await lens.token.press('ControlOrMeta+a')
    await lens.page.keyboard.type('ey')
    release()
    for (let key = 0; key < 12; key++) {
      await lens.page.keyboard.type('J')
      await lens.page.waitForTimeout(150)
    }
    await expect(lens.page.locator('main [data-rich]')).toHaveCount(2)
    await expect(lens.page.locator('#token-box [data-rich]')).toHaveCount(0)
    await lens.key.focus()
    await expectRich(lens)
    await expect.poll(() => joined(lens.token)).toBe(`ey${'J'.repeat(12)}`)
    await expect(lens.key).toBeFocused()
  })

  test('composing goes on in the rich field', async ({ lens }) => {
    await openRich(lens)
    await lens.payload.focus()
    await lens.payload.press('ControlOrMeta+End')
    const session = await lens.page.context().newCDPSession(lens.page)
    for (const text of ['に', 'にほ'])
      await session.send('Input.imeSetComposition', { text, selectionStart: 1, selectionEnd: 1 })
    await session.send('Input.insertText', { text: '日本' })
    await expect.poll(() => drawn(lens.payload)).toContain('}日本')
  })

  test('moves nothing on the page', async ({ lens }) => {
    await lens.page.addInitScript(() => {
      let shift = 0
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shift += 'value' in entry ? Number(entry.value) : 0
      }).observe({ type: 'layout-shift', buffered: true })
      Object.assign(window, { layoutShift: () => shift })
    })
    const release = await holdMonaco(lens.page)
    await lens.open()
    await lens.page.waitForTimeout(1000)
    const boxes = (): Promise<string[]> =>
      lens.page
        .locator('main section')
        .evaluateAll((found) => found.map((one) => JSON.stringify(one.getBoundingClientRect())))
    const before = await boxes()
    release()
    await expectRich(lens)
    await lens.page.waitForTimeout(500)
    expect(await lens.page.evaluate<number>('layoutShift()')).toBeLessThan(0.02)
    expect(await boxes()).toEqual(before)
  })
})

test.describe('a page without them', () => {
  test('works, and says so, when they do not load', async ({ lens }) => {
    await lens.page.route('**/assets/RichField-*.js', (route) =>
      route.fulfill({ body: 'throw 0', contentType: 'text/javascript' }),
    )
    await lens.open()
    await expect(lens.page.getByRole('status', { name: 'Editors' })).toContainText(
      'The rich editors did not load',
    )
    await lens.pasteInto(lens.token, JOHN_DOE)
    await expect(lens.token).toHaveValue(JOHN_DOE)
    await expect(lens.headline).toContainText('Decoded, not verified.')
  })

  test.describe('by choice', () => {
    test('is changed at once in both directions, and loses no text', async ({ lens }) => {
      await openRich(lens)
      const choose = async (isPlain: boolean): Promise<void> => {
        await lens.button('Settings').click()
        await lens.page.getByRole('checkbox', { name: 'Plain editors' }).setChecked(isPlain)
        await lens.button('Close').click()
      }
      await choose(true)
      await expect(lens.token).toHaveValue(JOHN_DOE)
      await expect(lens.payload).toHaveValue(/John Doe/)
      await lens.token.press('End')
      await lens.page.keyboard.type('A')
      await choose(false)
      await expectRich(lens)
      await expect.poll(() => joined(lens.token)).toBe(`${JOHN_DOE}A`)
    })
  })

  const spared: [string, (page: Page) => Promise<unknown>][] = [
    [
      'that prefers plain editors',
      (page) =>
        page.addInitScript(() => localStorage.setItem('jwt-lens', '{"hasPlainEditors":true}')),
    ],
    [
      'that asks for little data',
      (page) =>
        page.addInitScript(() =>
          Object.defineProperty(navigator, 'connection', { value: { saveData: true } }),
        ),
    ],
    ['whose system sets the colours', (page) => page.emulateMedia({ forcedColors: 'active' })],
  ]
  for (const [whose, prepare] of spared)
    test(`loads nothing of them for somebody ${whose}`, async ({ lens }) => {
      const asked: string[] = []
      lens.page.on('request', (request) => asked.push(request.url()))
      await prepare(lens.page)
      await lens.open()
      await lens.expectReady()
      expect(asked.filter((address) => /RichField|codicon/.test(address))).toEqual([])
      await expect(lens.token).toHaveValue(/^eyJ/)
    })

  test.describe('under a finger', () => {
    test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } })

    test('loads nothing of them', async ({ lens }) => {
      const asked: string[] = []
      lens.page.on('request', (request) => asked.push(request.url()))
      await lens.open()
      await lens.expectReady()
      expect(asked.filter((address) => /RichField|codicon/.test(address))).toEqual([])
    })
  })
})

test('a token of 1 MB can be pasted, read, edited and replaced', async ({ lens }) => {
  await lens.open()
  await expectRich(lens)
  const payload = base64url(JSON.stringify({ sub: 'x'.repeat(780_000) }))
  const big = `eyJhbGciOiJIUzI1NiJ9.${payload}.${'A'.repeat(43)}`
  await lens.pasteInto(lens.token, big)
  await expect(lens.headline).toContainText('Token for xxx')
  await lens.token.press('ControlOrMeta+End')
  await expect.poll(() => joined(lens.token)).toContain(`.${'A'.repeat(43)}`)
  await expect(frameOf(lens.token).locator('.tone-signature')).not.toHaveCount(0)
  await lens.page.keyboard.type('B')
  await expect.poll(() => joined(lens.token)).toContain(`.${'A'.repeat(43)}B`)
  await lens.button('Copy token').click()
  expect(await lens.page.evaluate(() => navigator.clipboard.readText())).toBe(`${big}B`)
  await lens.pasteInto(lens.token, JOHN_DOE)
  await expect.poll(() => joined(lens.token)).toBe(JOHN_DOE)
  await expect(lens.token).toBeFocused()
})

test('a text too long to be shown whole is cut, and gives way to a shorter one', async ({
  lens,
}) => {
  await lens.open()
  await expectRich(lens)
  const huge = `eyJhbGciOiJIUzI1NiJ9.${'A'.repeat(2_200_000)}.${'A'.repeat(43)}`
  await lens.pasteInto(lens.token, huge)
  await expect(lens.token).toHaveAttribute('readonly')
  await expect(lens.token).toHaveValue(/…$/)
  await expect(lens.token).toBeFocused()
  await lens.pasteInto(lens.token, JOHN_DOE)
  await expect.poll(() => joined(lens.token)).toBe(JOHN_DOE)
  await expect(lens.token).toBeFocused()
})
