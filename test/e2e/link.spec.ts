/** Do claims, characters and bytes lead to one another in a real browser, and is the walk one for the keys? */
import { expect, type Lens, test } from './lens.ts'
import { ACCESS } from './tokens.ts'

const EXP = 'exp: token characters 68–89, payload bytes 24–39; the first character is shared'

const linked = (lens: Lens): ReturnType<Lens['page']['locator']> =>
  lens.page.getByRole('status', { name: 'Linked' })

/** The characters of the token that are drawn as linked. */
async function litCharacters(lens: Lens): Promise<string> {
  return (
    await lens.token.locator('xpath=..').locator('[data-tone~="linked"]').allTextContents()
  ).join('')
}

/** The middle of a character of a field, in pixels of the page. */
async function middleOf(lens: Lens, name: string, at: number): Promise<{ x: number; y: number }> {
  return lens.page.getByRole('textbox', { name }).evaluate((field, index) => {
    const copy = field.parentElement?.querySelector('[aria-hidden="true"]')
    const walker = document.createTreeWalker(copy ?? field, NodeFilter.SHOW_TEXT)
    let left = index
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const length = node.textContent?.length ?? 0
      if (left < length) {
        const range = document.createRange()
        range.setStart(node, left)
        range.setEnd(node, left + 1)
        const { x, y, width, height } = range.getBoundingClientRect()
        return { x: x + width / 2, y: y + height / 2 }
      }
      left -= length
    }
    throw new Error('no such character')
  }, at)
}

test.beforeEach(async ({ lens }) => {
  await lens.open()
  await lens.paste(ACCESS)
  await expect(lens.claims).toHaveCount(4)
})

test('every character under the pointer leads to its claim, the shared one included', async ({
  lens,
}) => {
  for (const at of [67, 68, 75, 88]) {
    const { x, y } = await middleOf(lens, 'Encoded token', at)
    await lens.page.mouse.move(x, y)
    await expect(linked(lens)).toHaveText(EXP)
    expect(await litCharacters(lens)).toBe('wiZXhwIjoxNTQ1MjI0MjU5')
  }
  for (const at of [66, 89]) {
    const { x, y } = await middleOf(lens, 'Encoded token', at)
    await lens.page.mouse.move(x, y)
    await expect(linked(lens)).not.toHaveText(EXP)
  }
})

test('the pointer on a line of the payload and on a claim leads to the same characters', async ({
  lens,
}) => {
  const { x, y } = await middleOf(
    lens,
    'Payload JSON',
    (await lens.payload.inputValue()).indexOf('1545'),
  )
  await lens.page.mouse.move(x, y)
  await expect(linked(lens)).toHaveText(EXP)
  await lens.page.mouse.move(0, 0)
  await expect(linked(lens)).toHaveText('')
  await lens.claims.filter({ hasText: 'exp' }).first().hover()
  await expect(linked(lens)).toHaveText(EXP)
})

test('nothing moves when something becomes linked', async ({ lens }) => {
  const places = async (): Promise<unknown> =>
    lens.page.evaluate(() =>
      Array.from(
        document.querySelectorAll('main section:not([aria-label="Verdict"]), textarea'),
        (element) => {
          const { x, y, width, height } = element.getBoundingClientRect()
          return [element.getAttribute('aria-label'), x, y + scrollY, width, height].join()
        },
      ),
    )
  const before = await places()
  for (const index of [0, 1, 2, 3]) {
    await lens.claims.nth(index).hover()
    await expect(linked(lens)).toContainText('token characters')
    expect(await places()).toEqual(before)
  }
})

test('keys alone link characters, a line and a claim, pin it and let it go', async ({ lens }) => {
  const { keyboard } = lens.page
  await lens.token.focus()
  await keyboard.press('ControlOrMeta+Home')
  await expect(linked(lens)).toContainText('Header: token characters 1–36')
  await lens.payload.focus()
  await keyboard.press('ControlOrMeta+Home')
  await keyboard.press('ArrowDown')
  await keyboard.press('ArrowDown')
  await expect(linked(lens)).toHaveText(EXP)
  await lens.page.getByRole('region', { name: 'Claims' }).focus()
  await keyboard.press('Tab')
  await expect(linked(lens)).toHaveText(EXP)
  await keyboard.press('Enter')
  await keyboard.press('Tab')
  await expect(lens.button('Unpin')).toBeVisible()
  await expect(linked(lens)).toHaveText(EXP)
  await keyboard.press('Escape')
  await expect(lens.button('Unpin')).toHaveCount(0)
})

test('the walk goes from the header to the verdict with keys alone', async ({ lens }) => {
  const { page } = lens
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  })
  await page.keyboard.press('w')
  const said = page.getByRole('region', { name: 'Walk' }).getByRole('status')
  for (const name of [
    'Header',
    'alg',
    'typ',
    'token_type',
    'exp',
    'jti',
    'user_id',
    'Signing input',
    'Signature',
    'Verdict',
  ]) {
    await expect(said).toHaveText(new RegExp(`^${name}\\b`))
    await expect(lens.token).toBeInViewport({ ratio: 0.5 })
    await page.keyboard.press('ArrowRight')
  }
  await page.keyboard.press('Escape')
  await expect(said).toHaveCount(0)
})

test('an address leads to a claim of an example, and to a stop of the walk', async ({ lens }) => {
  await lens.page.goto('/#/debug?sample=notes-access&focus=claim:exp')
  await expect(linked(lens)).toHaveText(EXP)
  await lens.page.goto('/#/debug?sample=notes-access&focus=chars:p.31-52&walk=5')
  await expect(lens.page.getByRole('region', { name: 'Walk' }).getByRole('status')).toHaveText(
    /^exp/,
  )
})

test('a claim far down a long token is brought into sight in the token box', async ({ lens }) => {
  const payload = JSON.stringify({ perms: 'x'.repeat(3000), exp: 1_545_224_259 })
  const long = [ACCESS.split('.')[0], Buffer.from(payload).toString('base64url'), 'AAAA'].join('.')
  await lens.paste(long)
  const page = await lens.page.evaluate(() => scrollY)
  await lens.claims.filter({ hasText: 'exp' }).first().getByRole('button', { name: 'exp' }).click()
  await expect(linked(lens)).toContainText('exp: token characters')
  const isSeen = await lens.token.locator('xpath=..').evaluate((frame) => {
    const mark = frame.querySelector('[data-tone~="link-start"]')?.getBoundingClientRect()
    const { top, bottom } = frame.getBoundingClientRect()
    return mark !== undefined && mark.top >= top && mark.bottom <= bottom
  })
  expect(isSeen).toBe(true)
  expect(await lens.page.evaluate(() => scrollY)).toBe(page)
})
