/** Do findings, faults, the formula, disclosures and the parts of an encrypted token lead to their characters, with a pointer and without? */
import type { Locator } from '@playwright/test'
import { expect, type Lens, test } from './lens.ts'
import { ACCESS, encode, JOHN_DOE, signed } from './tokens.ts'

const linked = ({ page }: Lens): Locator => page.getByRole('status', { name: 'Linked' })

/** The characters of the token that are drawn as linked. */
async function lit({ token }: Lens): Promise<string> {
  return (await token.locator('xpath=..').locator('[data-tone~="linked"]').allTextContents()).join(
    '',
  )
}

/** Focus links, leaving lets go, pressing pins, Esc lets go. */
async function expectLinkedByKeys(lens: Lens, button: Locator, told: string): Promise<void> {
  await button.focus()
  await expect(linked(lens)).toHaveText(told)
  await button.blur()
  await expect(linked(lens)).toHaveText('')
  await button.press('Enter')
  await button.blur()
  await expect(linked(lens)).toHaveText(told)
  await lens.page.keyboard.press('Escape')
  await expect(linked(lens)).toHaveText('')
}

async function expectLinkedByPointer(lens: Lens, place: Locator, told: string): Promise<void> {
  await lens.page.mouse.move(0, 0)
  await place.hover()
  await expect(linked(lens)).toHaveText(told)
  await lens.page.mouse.move(0, 0)
  await expect(linked(lens)).toHaveText('')
}

test('a finding leads to the claim it is about', async ({ lens }) => {
  await lens.open()
  const token = signed('{"iss":"a","aud":"b","exp":1545224259000}')
  await lens.paste(token)
  const finding = lens.findings.filter({ hasText: 'milliseconds' })
  // bytes 22–40 of the payload are bits 168–319, its characters 29–54; 37 characters stand before them
  const told = 'exp: token characters 66–91, payload bytes 22–40; the last character is shared'
  await expectLinkedByKeys(lens, finding.getByRole('button', { name: 'Characters 66–91' }), told)
  await expectLinkedByPointer(lens, finding, told)
  await finding.hover()
  expect(await lit(lens)).toBe(token.slice(65, 91))
  await expect(lens.page.getByRole('region', { name: 'Bytes' })).toContainText(
    '26 characters of 6 bits, 19 bytes of 8.',
  )
})

test('a fault leads to its character, in its strip and in the findings', async ({ lens }) => {
  await lens.open()
  await lens.paste(ACCESS.replace('ZXhw', 'ZX%w'))
  const strip = lens.page
    .getByRole('region', { name: 'Token', exact: true })
    .getByText('Character 72 (‘%’)')
  await expectLinkedByPointer(lens, strip, 'Here: token character 72')
  await expectLinkedByKeys(
    lens,
    lens.findings.getByRole('button', { name: 'Character 72', exact: true }),
    'Here: token character 72',
  )
})

test('a finding about the key leads to the key, one about the paste to where it was found', async ({
  lens,
}) => {
  await lens.open()
  await lens.paste(JOHN_DOE)
  await lens.key.fill('secret')
  await lens.findings
    .filter({ hasText: 'the secret is 6 bytes' })
    .getByRole('button', { name: 'Key' })
    .press('Enter')
  await expect(lens.key).toBeFocused()
  await lens.paste(`https://app.example/?access_token=${ACCESS}`)
  await lens.findings
    .filter({ hasText: 'Query strings are logged' })
    .getByRole('button', { name: 'Where it was found' })
    .press('Enter')
  await expect(lens.intake).toBeFocused()
})

test('the slots of the formula lead to their parts, the secret to its box', async ({ lens }) => {
  await lens.open()
  await lens.paste(ACCESS)
  const pane = lens.page.getByRole('region', { name: 'Signature', exact: true })
  for (const [name, told] of [
    ['header', 'Header: token characters 1–36, header bytes 1–27'],
    ['payload', 'Payload: token characters 38–161, payload bytes 1–93'],
    ['signature', 'Signature: token characters 163–205, signature bytes 1–32'],
  ] as const) {
    const slot = pane.getByRole('button', { name, exact: true })
    await expectLinkedByKeys(lens, slot, told)
    await expectLinkedByPointer(lens, slot, told)
  }
  await pane.getByRole('button', { name: 'secret', exact: true }).press('Enter')
  await expect(lens.key).toBeFocused()
})

test('every part of an encrypted token leads to its characters, and they to it', async ({
  lens,
}) => {
  await lens.open()
  const header = encode('{"alg":"A128KW","enc":"A128GCM"}')
  await lens.paste(`${header}.AAAAAA.BBBB.CCCCCCCC.DDDD`)
  const parts = lens.page.getByRole('list', { name: 'Parts of an encrypted token' })
  for (const [name, told] of [
    ['Header', 'Header: token characters 1–43, header bytes 1–32'],
    ['Encrypted key', 'Encrypted key: token characters 45–50, encrypted key bytes 1–4'],
    [
      'Initialization vector',
      'Initialization vector: token characters 52–55, initialization vector bytes 1–3',
    ],
    ['Ciphertext', 'Ciphertext: token characters 57–64, ciphertext bytes 1–6'],
    [
      'Authentication tag',
      'Authentication tag: token characters 66–69, authentication tag bytes 1–3',
    ],
  ] as const) {
    const button = parts.getByRole('button', { name })
    await expectLinkedByKeys(lens, button, told)
    await expectLinkedByPointer(
      lens,
      parts.getByRole('listitem').filter({ has: lens.page.getByRole('button', { name }) }),
      told,
    )
  }
  await lens.token.focus()
  await lens.page.keyboard.press('ControlOrMeta+End')
  await lens.page.keyboard.press('ArrowLeft')
  await expect(linked(lens)).toContainText('Authentication tag: token characters 66–69')
  await expect(parts.getByRole('button', { name: 'Authentication tag' })).toHaveAttribute(
    'data-linked',
    'true',
  )
})

test('a disclosure and its digest lead to each other', async ({ lens }) => {
  await lens.page.goto('/#/debug?sample=sd-jwt')
  const rows = lens.page
    .getByRole('list', { name: 'Disclosures', exact: true })
    .getByRole('listitem')
  const row = rows.filter({ hasText: 'given_name' }).first()
  const name = row.getByRole('button', { name: 'given_name' })
  await name.focus()
  await expect(linked(lens)).toHaveText(
    /^Disclosure 1: token characters \d+–\d+, disclosure 1 bytes 1–\d+; its digest: characters \d+–\d+$/,
  )
  const [, first = '', last = '', from = '', to = ''] =
    /characters (\d+)–(\d+),.*characters (\d+)–(\d+)/.exec(
      (await linked(lens).textContent()) ?? '',
    ) ?? []
  const text = await lens.token.inputValue()
  // the digest comes first in the token
  expect(await lit(lens)).toBe(
    text.slice(Number(from) - 1, Number(to)) + text.slice(Number(first) - 1, Number(last)),
  )
  await row.getByRole('button', { name: 'Digest' }).focus()
  await expect(linked(lens)).toHaveText(
    new RegExp(
      `token characters ${from}–${to}, payload bytes .*; the digest of disclosure 1: characters ${first}–${last}$`,
    ),
  )
  await expect(name).toHaveAttribute('data-linked', 'true')
  await lens.token.focus()
  await lens.page.keyboard.press('ControlOrMeta+End')
  await lens.page.keyboard.press('ArrowLeft')
  await expect(linked(lens)).toHaveText(/^Key-binding JWT: token characters [\d,]+–[\d,]+$/)
})
