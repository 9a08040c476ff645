/** What does an edit in a pane change? That part of the token, and not a byte more. */
import { readFileSync } from 'node:fs'
import { expect, type Lens, test } from './lens.ts'
import { bytesOf, CURL, CURL_TOKEN, JOHN_DOE, PAIR, REFRESH } from './tokens.ts'

const VECTORS = new URL('../vectors/rfc7515-jws.json', import.meta.url)
const A1 = /"token": "([\w-]+\.[\w-]+\.[\w-]+)"/.exec(readFileSync(VECTORS, 'utf8'))?.[1] ?? ''

/** All bytes of a part but one are as they were, and all other parts are. */
async function expectOneByte(
  lens: Lens,
  before: string,
  part: number,
  change: string,
): Promise<void> {
  await expect(lens.token).not.toHaveValue(before)
  const after = await lens.token.inputValue()
  const [old, edited] = [bytesOf(before, part), bytesOf(after, part)]
  expect(edited.length).toBe(old.length)
  const changed = [...old.keys()].filter((index) => old[index] !== edited[index])
  expect(changed.map((index) => String.fromCharCode(old[index] ?? 0, edited[index] ?? 0))).toEqual([
    change,
  ])
  const others = (token: string): string[] => token.split('.').filter((_, index) => index !== part)
  expect(others(after)).toEqual(others(before))
}

test('a digit changed in the payload pane breaks the signature, and Back to what I pasted mends it', async ({
  lens,
}) => {
  await lens.open()
  await lens.paste(JOHN_DOE)
  await lens.key.fill('secret')
  await expect(lens.headline).toContainText('Signature valid')
  await expect(lens.payload).toHaveValue(
    '{\n  "sub": "1234567890",\n  "name": "John Doe",\n  "admin": true\n}',
  )
  await lens.typeOver(lens.payload, '7', '8')
  await expect(lens.headline).toContainText('Signature does not match.')
  await expect(lens.page.getByText('Edited.')).toBeVisible()
  await expectOneByte(lens, JOHN_DOE, 1, '78')
  await lens.button('Back to what I pasted').click()
  await expect(lens.token).toHaveValue(JOHN_DOE)
  await expect(lens.headline).toContainText('Signature valid')
  await expect(lens.page.getByText('Edited.')).toHaveCount(0)
  await expect(lens.payload).toHaveValue(/"1234567890"/)
})

test('Back to what I pasted restores the shown token and leaves its partner’s edit', async ({
  lens,
}) => {
  await lens.open()
  await lens.paste(PAIR)
  await lens.typeOver(lens.payload, '1545224259', '1')
  await lens.tabs.nth(1).click()
  await lens.typeOver(lens.payload, '1545310359', '2')
  await expect(lens.token).not.toHaveValue(REFRESH)
  await lens.button('Back to what I pasted').click()
  await expect(lens.token).toHaveValue(REFRESH)
  await lens.tabs.nth(0).click()
  await expect(lens.payload).toHaveValue(/"exp": 1,/)
  await expect(lens.page.getByText('Edited.')).toBeVisible()
})

for (const [part, name, digit] of [
  [0, 'header', '6'],
  [1, 'payload', '9'],
] as const) {
  test(`one digit of the ${name} of RFC 7515 A.1 changes one byte, line ends and all`, async ({
    lens,
  }) => {
    await lens.open()
    await lens.paste(A1)
    await expect(lens[name]).toHaveValue(/\n "/)
    expect(bytesOf(A1, part).toString()).toContain('\r\n')
    await lens.typeOver(lens[name], digit, '4')
    await expectOneByte(lens, A1, part, `${digit}4`)
  })

  test(`the same in the ${name} laid out for reading`, async ({ lens }) => {
    await lens.open()
    await lens.paste(A1)
    await expect(lens[name]).toHaveValue(/\n "/)
    const exact = lens.page
      .getByRole('region', { name: name === 'header' ? 'Header' : 'Payload', exact: true })
      .getByRole('button', { name: 'Exact text' })
    await expect(exact).toHaveAttribute('aria-pressed', 'true')
    await exact.click()
    await expect(lens[name]).toHaveValue(/\n {2}"/)
    await lens.typeOver(lens[name], digit, '4')
    await expectOneByte(lens, A1, part, `${digit}4`)
    await lens.button('Back to what I pasted').click()
    await expect(lens.token).toHaveValue(A1)
  })
}

test('looking at keys, encodings, exact text and tabs leaves the token as it was', async ({
  lens,
}) => {
  await lens.open()
  await lens.paste(CURL)
  await expect(lens.token).toHaveValue(CURL_TOKEN)
  await lens.key.fill('secret')
  await lens.encoding.selectOption('Hex')
  for (const exact of await lens.button('Exact text').all()) await exact.click()
  await expect(lens.payload).toHaveValue(bytesOf(CURL_TOKEN, 1).toString())
  for (const field of [lens.header, lens.payload, lens.token]) {
    await field.focus()
    await field.press('End')
    await field.blur()
  }
  await expect(lens.token).toHaveValue(CURL_TOKEN)
  await expect(lens.page.getByText('Edited.')).toHaveCount(0)
})

test('the caret stays where a person types in a pane', async ({ lens }) => {
  await lens.open()
  await lens.paste(JOHN_DOE)
  await lens.typeOver(lens.payload, 'John Doe', 'Johanna')
  await expect(lens.payload).toHaveValue(/"name": "Johanna"/)
  expect(bytesOf(await lens.token.inputValue(), 1).toString()).toBe(
    '{"sub":"1234567890","name":"Johanna","admin":true}',
  )
})

test('typing in the token field edits the text in place and it is read as it stands', async ({
  lens,
}) => {
  await lens.open()
  await lens.paste(JOHN_DOE)
  await lens.key.fill('secret')
  await expect(lens.headline).toContainText('Signature valid')
  await lens.token.focus()
  await lens.token.press('ControlOrMeta+End')
  await lens.token.press('Backspace')
  await expect(lens.token).toHaveValue(JOHN_DOE.slice(0, -1))
  await expect(lens.headline).toContainText('Signature is 31 bytes; HS256 always makes 32.')
  await lens.page.keyboard.type('Q')
  await expect(lens.headline).toContainText('Signature valid')
})

test('Copy token gives the text of the box', async ({ lens }) => {
  await lens.open()
  await lens.paste(CURL)
  await expect(lens.token).toHaveValue(CURL_TOKEN)
  await lens.button('Copy token').click()
  await expect(lens.page.getByText('Copied.')).toBeAttached()
  expect(await lens.page.evaluate(() => navigator.clipboard.readText())).toBe(CURL_TOKEN)
})
