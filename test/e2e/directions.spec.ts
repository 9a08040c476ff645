/** Does the caret lead from JSON to the token and back, for what is nested, repeated, written with escapes or long? ux.md 3.3. */
import type { Locator } from '@playwright/test'
import { expect, type Lens, test } from './lens.ts'
import { encode, signed } from './tokens.ts'

const linked = ({ page }: Lens): Locator => page.getByRole('status', { name: 'Linked' })

/** Puts the caret before a character, where keys have moved it last. */
async function caretAt(field: Locator, at: number): Promise<void> {
  await field.focus()
  await field.evaluate((element, place) => {
    if (element instanceof HTMLTextAreaElement) element.setSelectionRange(place, place)
  }, at)
  await field.press('ArrowRight')
  await field.press('ArrowLeft')
}

/** The first character that the line names, from 1. */
async function firstLinked(lens: Lens): Promise<number> {
  const told = (await linked(lens).textContent()) ?? ''
  return Number(/token characters? ([\d,]+)/.exec(told)?.[1]?.replaceAll(',', ''))
}

const TOKENS: [string, string, [piece: string, name: string][]][] = [
  [
    'objects and lists inside one another',
    '{"address":{"country":"NO","lines":["a",["b"]]},"roles":["reader","writer"]}',
    [
      ['"address"', 'address'],
      ['"NO"', 'address.country'],
      ['"a"', 'address.lines[0]'],
      ['"b"', 'address.lines[1][0]'],
      ['"writer"', 'roles[1]'],
    ],
  ],
  [
    'letters of several bytes and escapes',
    String.raw`{"né":"é\u00e9","smile":"😀😀","end":1}`,
    [
      ['"né"', 'né'],
      ['😀', 'smile'],
      ['"end"', 'end'],
    ],
  ],
  [
    'the same name twice, and layout of its own',
    '{\n  "exp" : 1 ,\n  "exp" : 22\n}',
    [
      ['22', 'exp'],
      ['1 ', 'exp'],
    ],
  ],
]

for (const [what, payload, pieces] of TOKENS)
  test(`${what}: JSON leads to the token, and the token back`, async ({ lens }) => {
    await lens.open()
    await lens.paste(signed(payload))
    await expect(lens.token).toHaveValue(signed(payload))
    for (const [piece, name] of pieces) {
      await caretAt(lens.payload, (await lens.payload.inputValue()).indexOf(piece))
      await expect(linked(lens)).toContainText(`${name}: token character`)
      const told = await linked(lens).textContent()
      // its second character: the first may be shared, and what is inside comes later
      await caretAt(lens.token, await firstLinked(lens))
      await expect(linked(lens)).toHaveText(told ?? '')
      await lens.page.keyboard.press('Escape')
    }
  })

test('header and signature lead to the token, and the token back', async ({ lens }) => {
  await lens.open()
  const token = signed('{"a":1}', '{"alg":"HS256","kid":"k","jwk":{"kty":"EC"}}')
  await lens.paste(token)
  for (const [piece, name] of [
    ['"kid"', 'kid'],
    ['"EC"', 'jwk.kty'],
  ] as const) {
    await caretAt(lens.header, (await lens.header.inputValue()).indexOf(piece))
    await expect(linked(lens)).toContainText(`${name}: token characters`)
    const told = await linked(lens).textContent()
    await caretAt(lens.token, await firstLinked(lens))
    await expect(linked(lens)).toHaveText(told ?? '')
  }
  await caretAt(lens.token, token.length - 2)
  await expect(linked(lens)).toContainText('Signature: token characters')
})

test('a character that two claims share is marked, and said', async ({ lens }) => {
  await lens.open()
  // "a":"x" is bytes 2–8, bits 8–63; its characters 2–11 share the first with { and the last with the comma
  await lens.paste(signed('{"a":"x","b":"y"}'))
  await lens.claims.filter({ hasText: '"x"' }).getByRole('button', { name: 'a' }).focus()
  await expect(linked(lens)).toHaveText(
    'a: token characters 39–48, payload bytes 2–8; the first and the last character are shared',
  )
  await expect(lens.token.locator('xpath=..').locator('[data-tone~="shared"]')).toHaveCount(2)
})

test('the claims of an opened token are linked in its payload, and said to stand nowhere in the token', async ({
  lens,
}) => {
  await lens.page.goto('/#/debug?sample=jwe')
  await lens.claims
    .filter({ hasText: 'login.example' })
    .getByRole('button', { name: 'iss' })
    .focus()
  await expect(linked(lens)).toHaveText(
    /^iss: payload bytes \d+–\d+, none of them in the token itself$/,
  )
  await expect(lens.payload.locator('xpath=..').locator('[data-tone~="linked"]')).not.toHaveCount(0)
})

test('an unencoded payload is linked character by character', async ({ lens }) => {
  await lens.open()
  const header = encode('{"alg":"HS256","b64":false,"crit":["b64"]}')
  await lens.paste(`${header}.{"a":1,"b":2}.AAAA`)
  await caretAt(lens.payload, (await lens.payload.inputValue()).indexOf('"b"'))
  await expect(linked(lens)).toHaveText(
    `b: token characters ${header.length + 9}–${header.length + 13}, payload bytes 8–12`,
  )
})
