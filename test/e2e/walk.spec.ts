/** Does a link lead to every kind of stop of the walk, and to every kind of place in a token? ux.md 2.2, 3.3. */
import type { Locator } from '@playwright/test'
import { expect, type Lens, test } from './lens.ts'

const said = ({ page }: Lens): Locator =>
  page.getByRole('region', { name: 'Walk' }).getByRole('status')
const linked = ({ page }: Lens): Locator => page.getByRole('status', { name: 'Linked' })

for (const [stop, name, told] of [
  [1, 'Header', 'Header: token characters 1–36, header bytes 1–27'],
  [2, 'alg', /^alg: token characters/],
  [3, 'typ', /^typ: token characters/],
  [5, 'exp', /^exp: token characters 68–89/],
  [8, 'Signing input', 'Signing input: token characters 1–161'],
  [9, 'Signature', 'Signature: token characters 163–205, signature bytes 1–32'],
  [10, 'Verdict', ''],
] as const)
  test(`a link leads to stop ${stop} of the walk, ${name}`, async ({ lens }) => {
    await lens.page.goto(`/#/debug?sample=notes-access&walk=${stop}`)
    await expect(said(lens)).toHaveText(new RegExp(`^${name}\\b`))
    await expect(linked(lens)).toHaveText(told)
    // the address that the stop itself offers is this one
    await expect(
      lens.page.getByRole('link', { name: `Link to stop ${stop} of 10` }),
    ).toHaveAttribute('href', `#/debug?sample=notes-access&walk=${stop}`)
  })

for (const [focus, told] of [
  ['claim:jti', /^jti: token characters/],
  ['header:alg', /^alg: token characters/],
  ['chars:h.1-36', 'Header: token characters 1–36, header bytes 1–27'],
  ['chars:p.31-52', /^exp: token characters 68–89/],
  ['chars:s.1-4', 'These bytes: token characters 163–166, signature bytes 1–3'],
] as const)
  test(`a link leads to ${focus}`, async ({ lens }) => {
    await lens.page.goto(`/#/debug?sample=notes-access&focus=${focus}`)
    await expect(linked(lens)).toHaveText(told)
    await expect(lens.button('Unpin')).toBeVisible()
  })

test('a stop and a place that are not there are named', async ({ lens }) => {
  await lens.page.goto('/#/debug?sample=notes-access&walk=11')
  await expect(linked(lens)).toHaveText(
    'This link leads to stop ‘11’ of the walk, which has no such stop.',
  )
  await lens.page.goto('/#/debug?sample=notes-access&focus=claim:nbf')
  await expect(linked(lens)).toHaveText(
    'This link leads to ‘claim:nbf’, which this token does not have.',
  )
})

test('the walk through an encrypted token stops at each of its parts', async ({ lens }) => {
  await lens.page.goto('/#/debug?sample=jwe&walk=1')
  for (const name of [
    'Header',
    'alg',
    'typ',
    'Encrypted key',
    'Initialization vector',
    'Ciphertext',
    'Authentication tag',
    'iss',
  ]) {
    await expect(said(lens)).toHaveText(new RegExp(`^${name}\\b`))
    await lens.page.keyboard.press('ArrowRight')
  }
})
