/** What does the page make of tokens that are more than three parts, and of what a server expects? */
import { readFileSync } from 'node:fs'
import { expect, test } from './lens.ts'

interface Vector {
  id: string
  token?: string
  json?: object
  keys: { role: string; jwk?: object; secret?: string; pem?: string }[]
  options?: { detachedPayloadText?: string }
}

function vector(file: string, id: string): { text: string; key: string; detached: string } {
  const { cases }: { cases: Vector[] } = JSON.parse(readFileSync(`test/vectors/${file}`, 'utf8'))
  const found = cases.find((one) => one.id === id)
  if (!found) throw new Error(id)
  const key = found.keys.find(({ role }) => role === 'verify' || role === 'decrypt')
  return {
    text: found.token ?? JSON.stringify(found.json, null, 2),
    key: key?.pem ?? key?.secret ?? JSON.stringify(key?.jwk ?? ''),
    detached: found.options?.detachedPayloadText ?? '',
  }
}

test('each signature of a JSON form has a tab and a verdict of its own', async ({ lens }) => {
  const { text, key } = vector('rfc7520-jws.json', 'rfc7520-4.8-json-sig2')
  await lens.openEmpty()
  await lens.paste(text)
  await lens.key.fill(key)
  await expect(lens.token).toHaveValue(text)
  const signatures = lens.page.getByRole('tablist', { name: 'Signatures' }).getByRole('tab')
  await expect(signatures).toHaveText([
    'Signature 1, RS256',
    'Signature 2, ES512',
    'Signature 3, HS256',
  ])
  await expect(lens.headline).toContainText('1 of 3')
  await expect(lens.headline).not.toContainText('Signature valid')
  await signatures.nth(2).click()
  await expect(lens.headline).toContainText('Signature valid')
  await expect(lens.headline).toContainText('3 of 3')
  await signatures.nth(1).click()
  await expect(lens.page.getByText('Unprotected header.')).toBeVisible()
  await expect(lens.headline).not.toContainText('Signature valid')
})

test('an edit of a JSON form changes its one member and nothing else', async ({ lens }) => {
  const { text, key } = vector('rfc7515-jws.json', 'rfc7515-a7')
  await lens.openEmpty()
  await lens.paste(text)
  await lens.key.fill(key)
  await expect(lens.headline).toContainText('Signature valid')
  await lens.typeOver(lens.payload, 'joe', 'eve')
  await expect(lens.headline).toContainText('Signature does not match.')
  const changed: unknown = JSON.parse(await lens.token.inputValue())
  const { payload, ...others } = JSON.parse(text)
  expect(changed).toMatchObject(others)
  expect(changed).not.toMatchObject({ payload })
  await lens.button('Back to what I pasted').click()
  await expect(lens.token).toHaveValue(text)
})

test('a payload that travels apart is asked for, and then checked', async ({ lens }) => {
  const { text, key, detached } = vector('rfc7520-jws.json', 'rfc7520-4.5-compact')
  await lens.openEmpty()
  await lens.paste(text)
  await lens.key.fill(key)
  await expect(lens.headline).toContainText('paste it under Detached payload.')
  const field = lens.page.getByRole('textbox', { name: 'Detached payload' })
  await field.fill(`${detached} `)
  await expect(lens.headline).toContainText('Signature does not match.')
  await field.fill(detached)
  await expect(lens.headline).toContainText('Signature valid')
  await expect(lens.token).toHaveValue(text)
})

test('a token inside another is stepped into and out of, each with its own verdict', async ({
  lens,
}) => {
  await lens.page.goto('/#/debug?sample=nested')
  await expect(lens.headline).toContainText('Decrypted: key ‘outside’ of the set opens it')
  const outer = await lens.token.inputValue()
  await lens.button('Step inside').click()
  await expect(lens.headline).toContainText('Token for 42, HS256.')
  await expect(lens.headline).toContainText('Signature valid')
  await expect(lens.token).not.toHaveValue(outer)
  await lens.button('Step out').click()
  await expect(lens.token).toHaveValue(outer)
  await expect(lens.headline).toContainText('Decrypted: key ‘outside’')
})

test('what an encrypted token holds is read with its key, and hidden without', async ({ lens }) => {
  await lens.open('/#/debug?sample=jwe')
  await expect(lens.headline).toContainText('Decrypted:')
  await expect(lens.claims).toHaveCount(5)
  await expect(lens.payload).toHaveValue(/"sub": "42"/)
  const key = await lens.key.inputValue()
  await lens.key.fill(`${key.slice(0, -1)}!`)
  await expect(lens.headline).not.toContainText('Decrypted:')
  await expect(lens.claims).toHaveCount(0)
  await expect(lens.payload).toHaveValue('')
  await lens.expectRungs('pass', 'fail', 'not checked', 'not checked', 'not checked')
})

test('disclosures are listed with the place of their digest, and the holder’s proof is checked', async ({
  lens,
}) => {
  await lens.open('/#/debug?sample=sd-jwt')
  const list = lens.page.getByRole('list', { name: 'Disclosures' }).getByRole('listitem')
  await expect(list.filter({ hasText: 'given_name' })).toContainText('Ada')
  await expect(lens.headline).toContainText('2 of 3 hidden claims disclosed')
  const shown = await lens.token.inputValue()
  const [issued, first, second, ...rest] = shown.split('~')
  await lens.pasteInto(lens.token, [issued, second, first, ...rest].join('~'))
  await expect(lens.headline).toContainText('The holder’s proof is wrong.')
  await expect(lens.rungs.nth(1)).toContainText('fail')
})

test('a key that the token brings is used only when asked, and never vouches', async ({ lens }) => {
  const { text } = vector('hostile-inputs.json', 'embedded-jwk')
  await lens.openEmpty()
  await lens.paste(text)
  await expect(lens.headline).toContainText('Decoded, not verified.')
  await lens.button('Check with it all the same').click()
  await expect(lens.headline).toContainText('but only with the key that the token itself brings')
  await lens.expectRungs('pass', 'pass', 'warning', 'warning', 'not checked')
  await expect(lens.rungs.nth(2)).toContainText('self-asserted')
  // a new token does not inherit it
  await lens.paste(vector('rfc7515-jws.json', 'rfc7515-a3').text)
  await expect(lens.key).toHaveValue('')
})

test('what a server expects is judged apart from everything else', async ({ lens }) => {
  await lens.open('/#/debug?sample=rs256')
  const field = (name: string) => lens.page.getByRole('textbox', { name })
  const policy = lens.rungs.nth(4)
  await field('Expected issuer').fill('https://login.example/')
  await expect(policy).toContainText('fail')
  await expect(policy).toContainText('they differ by the slash at the end')
  await field('Expected issuer').fill('https://login.example')
  await expect(policy).toContainText('issuer as expected')
  await field('Expected audience').fill('https://api.example')
  await lens.page.getByRole('combobox', { name: 'Expected algorithm' }).selectOption('ES256')
  await expect(policy).toContainText('alg is ‘RS256’, not ES256')
  await lens.page.getByRole('combobox', { name: 'Expected algorithm' }).selectOption('RS256')
  await field('Required claims').fill('sub, jti')
  await expect(policy).toContainText('there is no jti claim')
  await field('Required claims').fill('sub')
  await lens.page.getByRole('spinbutton', { name: 'Maximum age' }).fill('3600')
  await expect(policy).toContainText('issuer, audience, required claim and age as expected')
  await expect(lens.headline).toContainText('Signature valid')
})

test('a certificate is told, and at its end the key is a warning', async ({ lens }) => {
  const { text } = vector('hostile-inputs.json', 'x5c-expired-selfsigned')
  await lens.openEmpty()
  await lens.paste(text)
  const key = lens.page.getByRole('region', { name: 'Verification key' })
  await expect(key).toContainText('It issued itself (self-signed). It expired on 2020-01-01')
  await expect(key).toContainText('Its chain is not checked against any trust store.')
})

test('a token of no kind is named for what it is', async ({ lens }) => {
  await lens.openEmpty()
  for (const [text, name] of [
    ['v4.public.eyJzdWIiOiIxIn0AAAAAAAAAAAAAAAAAAAAAAAA', 'a PASETO v4 token'],
    [`ghp_${'a'.repeat(36)}`, 'a GitHub personal access token'],
    [`gAAAAA${'B'.repeat(60)}`, 'a Fernet token'],
    ['k3j5h6g7f8d9s0a1q2w3e4r5t6y7u8i9', 'a Django session id'],
  ] as const) {
    await lens.paste(text)
    await expect(lens.intake).toContainText(`Not a JWT: looks like ${name}.`)
  }
})

test('an issuer with an address is named, and its keys are not fetched', async ({ lens }) => {
  await lens.open('/#/debug?sample=rs256')
  await expect(lens.headline).toContainText('Signature valid')
  await lens.key.fill('')
  await expect(lens.page.getByRole('region', { name: 'Verification key' })).toContainText(
    'The token says its issuer is https://login.example. This page fetches no keys',
  )
})
