/** Can everything be reached and done without a pointer? */
import type { Page } from '@playwright/test'
import { expect, test } from './lens.ts'
import { bytesOf, CURL, CURL_TOKEN, JOHN_DOE, PAIR, REFRESH } from './tokens.ts'

/** More Tab stops than this are too many. */
const MOST_STOPS = 25

interface Stop {
  name: string
  /** Whether the focus can be seen: something about the element, or around it, looks different with it. */
  isMarked: boolean
}

/** What the page keeps between two steps. */
interface Memory extends Window {
  first?: Element
  before?: Element
  looked?: string
}

/** Presses Tab from the first stop of the page to its last. */
async function walk(page: Page): Promise<Stop[]> {
  const stops: Stop[] = []
  for (let step = 0; step < 80; step++) {
    if (step === 0) await page.getByRole('link', { name: 'Skip to the content' }).focus()
    else await page.keyboard.press('Tab')
    const seen = await page.evaluate(() => {
      const looks = (element: Element | null, levels = 4): string => {
        if (!element || levels === 0) return ''
        const style = getComputedStyle(element)
        const telling = [
          style.outline,
          style.boxShadow,
          style.borderColor,
          style.backgroundColor,
          style.color,
          style.textDecorationLine,
          style.transform,
        ]
        return `${telling.join()} ${looks(element.parentElement, levels - 1)}`
      }
      const memory: Memory = window
      const isMarked = memory.before ? looks(memory.before) !== memory.looked : null
      const here = document.activeElement
      if (!here || here === document.body || here === memory.first) return { name: null, isMarked }
      memory.first ??= here
      memory.before = here
      memory.looked = looks(here)
      const labelled = here instanceof HTMLInputElement || here instanceof HTMLSelectElement
      const label = labelled ? here.labels?.[0]?.textContent : here.textContent
      return { name: (here.getAttribute('aria-label') ?? label ?? '').trim(), isMarked }
    })
    const last = stops.at(-1)
    if (last && seen.isMarked !== null) last.isMarked = seen.isMarked
    if (seen.name === null) return stops
    stops.push({ name: seen.name, isMarked: false })
  }
  return stops
}

test('Tab reaches every control, shows where it is, and leaves every field', async ({ lens }) => {
  await lens.open()
  await lens.paste(PAIR)
  await expect(lens.tabs).toHaveCount(2)
  const stops = await walk(lens.page)
  const names = stops.map(({ name }) => name)
  for (const name of [
    'Debug',
    'Privacy',
    'Theme',
    'Keyboard shortcuts',
    'Access',
    'Samples',
    'Copy token',
    'Clear everything',
    'Encoded token',
    'Key',
    'Read secret as',
    'Header JSON',
    'Payload JSON',
    'As of',
    'Instant',
    'Leeway',
  ])
    expect(names).toContain(name)
  expect(stops.filter(({ isMarked }) => !isMarked)).toEqual([])
  expect(names.length).toBeLessThan(80)
  // what lies far down the page has a key of its own on the way to it
  // and the first claim, to which G then C leads
  const regions = ['Encoded token', 'Key', 'Header JSON', 'Payload JSON', 'exp']
  for (const [index, name] of names.entries()) {
    const nearest = Math.max(-1, ...regions.map((region) => names.lastIndexOf(region, index)))
    expect(index - nearest, name).toBeLessThanOrEqual(MOST_STOPS)
  }
  for (const [index, name] of names.entries())
    if (['Encoded token', 'Key', 'Samples', 'Theme'].includes(name))
      expect(index, name).toBeLessThan(MOST_STOPS)
  // behind them, two letters lead to the header at once
  await lens.page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  })
  await lens.page.keyboard.press('g')
  await lens.page.keyboard.press('h')
  await expect(lens.header).toBeFocused()
})

test('from page load to a verdict with nothing but keys', async ({ lens }) => {
  await lens.open()
  const { keyboard } = lens.page
  await keyboard.press('g')
  await keyboard.press('t')
  await expect(lens.token).toBeFocused()
  await keyboard.press('ControlOrMeta+a')
  await lens.pasteHere(CURL)
  await expect(lens.token).toHaveValue(CURL_TOKEN)
  for (let next = 0; next < 3; next++) {
    await keyboard.press('Tab')
    if (await lens.key.evaluate((field) => field === document.activeElement)) break
  }
  await expect(lens.key).toBeFocused()
  await keyboard.type('secret')
  await expect(lens.headline).toContainText('Signature does not match.')
  await expect(lens.token).toHaveValue(CURL_TOKEN)
})

test('the first link skips to the verdict and asks for no page of that name', async ({ lens }) => {
  await lens.open()
  await lens.page.getByRole('link', { name: 'Skip to the content' }).focus()
  await lens.page.keyboard.press('Enter')
  await expect(lens.page.getByRole('main')).toBeFocused()
  await expect(lens.headline).toContainText('Signature valid')
  await expect(lens.page.getByText('This link asks for')).toHaveCount(0)
})

test('arrow keys choose between the tokens', async ({ lens }) => {
  await lens.open()
  await lens.paste(PAIR)
  await lens.tabs.nth(0).focus()
  await lens.page.keyboard.press('ArrowRight')
  await expect(lens.tabs.nth(1)).toBeFocused()
  await expect(lens.tabs.nth(1)).toHaveAttribute('aria-selected', 'true')
  await expect(lens.token).toHaveValue(REFRESH)
  await lens.page.keyboard.press('Home')
  await expect(lens.tabs.nth(0)).toHaveAttribute('aria-selected', 'true')
})

test('a menu opens, moves, picks and closes by keys', async ({ lens }) => {
  await lens.open()
  const { keyboard } = lens.page
  const items = lens.page.getByRole('menu', { name: 'Samples' }).getByRole('menuitem')
  await lens.button('Samples').focus()
  await keyboard.press('Enter')
  await expect(items.first()).toBeFocused()
  await keyboard.press('ArrowDown')
  await expect(items.nth(1)).toBeFocused()
  await keyboard.press('End')
  await expect(items.last()).toBeFocused()
  await keyboard.press('t')
  await expect(items.filter({ hasText: 'Tampered' })).toBeFocused()
  await keyboard.press('Escape')
  await expect(items).toHaveCount(0)
  await expect(lens.button('Samples')).toBeFocused()
  await keyboard.press('ArrowDown')
  await keyboard.press('n')
  await keyboard.press('Enter')
  await expect(lens.headline).toContainText('Signature valid, but the secret is 6 bytes.')
  await expect(lens.button('Samples')).toBeFocused()
})

test('a pane is edited and left by keys', async ({ lens }) => {
  await lens.open()
  await lens.paste(JOHN_DOE)
  const { keyboard } = lens.page
  await keyboard.press('g')
  await keyboard.press('p')
  await expect(lens.payload).toBeFocused()
  await keyboard.press('ControlOrMeta+Home')
  await keyboard.press('ArrowRight')
  await keyboard.type('"iss":"me",')
  await expect(lens.page.getByRole('listitem', { name: 'iss, Registered' })).toBeVisible()
  expect(bytesOf(await lens.token.inputValue(), 1).toString()).toMatch(/^\{"iss":"me","sub"/)
  await keyboard.press('Tab')
  await expect(lens.payload).not.toBeFocused()
  await expect(lens.payload).toHaveValue(/^\{\n {2}"iss": "me",\n {2}"sub"/)
})

for (const [key, place] of [
  ['t', 'token'],
  ['h', 'header'],
  ['p', 'payload'],
  ['k', 'key'],
] as const)
  test(`G then ${key.toUpperCase()} leads to the ${place} and types nothing`, async ({ lens }) => {
    await lens.open()
    await lens.paste(JOHN_DOE)
    // what hears the keys may come alive after the claims
    await expect(async () => {
      await lens.page.keyboard.press('g')
      await lens.page.keyboard.press(key)
      await expect(lens[place]).toBeFocused({ timeout: 500 })
    }).toPass()
    await expect(lens.token).toHaveValue(JOHN_DOE)
  })

for (const [key, id] of [
  ['s', 'Signature'],
  ['c', 'Claims'],
  ['f', 'Findings'],
] as const)
  test(`G then ${key.toUpperCase()} leads to ${id}`, async ({ lens }) => {
    await lens.open()
    await lens.paste(JOHN_DOE)
    await expect(async () => {
      await lens.page.keyboard.press('g')
      await lens.page.keyboard.press(key)
      await expect(lens.page.getByRole('region', { name: id, exact: true })).toBeFocused({
        timeout: 500,
      })
    }).toPass()
  })

for (const editors of ['plain', 'rich'] as const)
  test.describe(`in a ${editors} editor`, () => {
    test.use({ editors })

    test('Escape leaves the text, Enter goes back in, and neither changes it', async ({ lens }) => {
      const { keyboard } = lens.page
      await lens.open()
      await lens.paste(JOHN_DOE)
      if (editors === 'rich') await expect(lens.page.locator('.monaco-editor')).not.toHaveCount(0)
      await lens.payload.focus()
      await keyboard.press('Escape')
      await expect(lens.page.getByRole('region', { name: 'Payload', exact: true })).toBeFocused()
      // outside the text a letter is a key again
      await keyboard.press('g')
      await keyboard.press('h')
      await expect(lens.header).toBeFocused()
      await keyboard.press('Escape')
      await keyboard.press('Enter')
      await expect(lens.header).toBeFocused()
      await expect(lens.button('Back to what I pasted')).toHaveCount(0)
    })
  })

test('? lists the keys, Escape closes the list and gives the focus back', async ({ lens }) => {
  await lens.open()
  await lens.button('Keyboard shortcuts').focus()
  await lens.page.keyboard.press('?')
  const dialog = lens.page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(dialog).toBeVisible()
  await expect(dialog.getByRole('row')).not.toHaveCount(0)
  await lens.page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(lens.button('Keyboard shortcuts')).toBeFocused()
})

test('single keys stay letters inside a field and can be turned off for good', async ({ lens }) => {
  await lens.open()
  await lens.key.focus()
  await lens.page.keyboard.press('ControlOrMeta+a')
  await lens.page.keyboard.type('?gt')
  await expect(lens.key).toHaveValue('?gt')
  await expect(lens.page.getByRole('dialog')).toHaveCount(0)
  await lens.button('Keyboard shortcuts').click()
  await lens.page
    .getByRole('checkbox', { name: 'Keys without Ctrl or ⌘ act outside fields' })
    .uncheck()
  await lens.button('Close').click()
  await lens.open()
  await lens.page.keyboard.press('?')
  await lens.page.keyboard.press('g')
  await lens.page.keyboard.press('h')
  await expect(lens.page.getByRole('dialog')).toHaveCount(0)
  await expect(lens.header).not.toBeFocused()
})
