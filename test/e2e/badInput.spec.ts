/** Does the page stay usable, and say what is wrong and where, whatever is pasted? */
import { expect, test } from './lens.ts'
import { CURL, encode, JOHN_DOE, SECRET, signed } from './tokens.ts'

/** Long enough for the slowest computer; not a measurement. */
const PATIENCE = { timeout: 45_000 }

// whatever happened, the page still reads a token and says nothing in the language of machines
test.afterEach(async ({ lens }) => {
  await lens.expectPlainWords()
  await lens.paste(CURL)
  await expect(lens.headline).toContainText('Access token for user 1, HS256.', PATIENCE)
  await expect(lens.rungs.nth(3)).toContainText('expired 2018-12-03 09:13:51 UTC')
  await lens.expectPlainWords()
})

test('empty: a paste of blanks changes nothing for the worse', async ({ lens }) => {
  await lens.openEmpty()
  await lens.paste(' \n\t ')
  await lens.expectRungs('not checked', 'not checked', 'not checked', 'not checked', 'not checked')
  await expect(lens.headline).toContainText('Paste a token to begin.')
})

test('garbage: it says how many characters hold no token', async ({ lens }) => {
  await lens.openEmpty()
  await lens.paste('the quick brown fox jumps over the lazy dog')
  await expect(lens.intake).toContainText(
    'No token found. These 43 characters contain no xxxxx.yyyyy.zzzzz pattern.',
  )
  await expect(lens.token).toHaveValue('the quick brown fox jumps over the lazy dog')
})

test('one part: the header is shown, and the missing parts are named', async ({ lens }) => {
  await lens.openEmpty()
  await lens.paste(JOHN_DOE.split('.')[0] ?? '')
  await expect(lens.header).toHaveValue(/"alg": "HS256"/)
  await expect(lens.rungs.first()).toHaveText(/^Form\s*fail\s*only 1 of 3 parts/)
  await expect(lens.page.getByText('Only 1 of 3 parts.').first()).toBeVisible()
})

test('an illegal character is named with its place', async ({ lens }) => {
  await lens.openEmpty()
  await lens.paste(`${JOHN_DOE.slice(0, 56)}%${JOHN_DOE.slice(57)}`)
  await expect(lens.page.getByText('Character 57 (‘%’) can’t be in a token.').first()).toBeVisible()
  await expect(lens.rungs.first()).toHaveText(/^Form\s*fail/)
})

test('a header that is not JSON: the byte, what was expected and what was found', async ({
  lens,
}) => {
  await lens.openEmpty()
  await lens.paste(signed('{"sub":"1"}', '{"typ":1,alg:"HS256"}'))
  await expect(lens.header).toHaveValue('{"typ":1,alg:"HS256"}')
  await expect(lens.payload).toHaveValue(/"sub": "1"/)
  await expect(lens.rungs.first()).toHaveText(/^Form\s*fail\s*the header isn’t JSON/)
  await expect(
    lens.page.getByRole('region', { name: 'Header', exact: true }).getByText('Header isn’t JSON.'),
  ).toBeVisible()
  await expect(lens.page.getByText(/at byte 10, found ‘a’/).first()).toBeVisible()
})

test('invalid UTF-8: the byte, what it is, and the bytes as hex', async ({ lens }) => {
  await lens.openEmpty()
  await lens.paste(
    signed(Buffer.concat([Buffer.from('{"name":"Jos'), Buffer.from([0xe9]), Buffer.from('"}')])),
  )
  await expect(
    lens.page.getByText('Payload isn’t UTF-8 text at byte 13 (0xE9').first(),
  ).toBeVisible()
  await expect(lens.payload).toHaveValue(/e9/i)
  await expect(lens.payload).not.toBeEditable()
  await expect(lens.header).toHaveValue(/HS256/)
})

test('__proto__ and constructor are claims like any other', async ({ lens }) => {
  await lens.openEmpty()
  await lens.key.fill(SECRET)
  await lens.paste(
    signed(
      '{"__proto__":{"exp":1,"polluted":true},"constructor":{"prototype":{"polluted":true}},"toString":1,"hasOwnProperty":2}',
      '{"alg":"HS256","__proto__":{"crit":["exp"]},"constructor":1}',
    ),
  )
  await expect(lens.headline).toContainText('Signature valid')
  for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty'])
    await expect(lens.page.getByRole('listitem', { name: `${name}, Private` })).toBeVisible()
  await expect(lens.headline).toContainText('It never expires')
  expect(await lens.page.evaluate("'polluted' in {} || 'polluted' in Object")).toBe(false)
})

test('an algorithm named constructor is unknown', async ({ lens }) => {
  await lens.openEmpty()
  await lens.key.fill(SECRET)
  await lens.paste(signed('{"sub":"1"}', '{"alg":"constructor","typ":"__proto__"}'))
  await expect(lens.headline).toContainText('Unknown algorithm ‘constructor’.')
})

test('HTML in names, values, header, key and link is text', async ({ lens }) => {
  const html = '<img src=x onerror="window.__xss=1"><script>window.__xss=1</script>'
  await lens.openEmpty()
  const text = JSON.stringify({ sub: html, [html]: html, iss: html, exp: html })
  await lens.paste(signed(text, JSON.stringify({ alg: 'HS256', kid: html, typ: html })))
  await expect(lens.claims).toHaveCount(4)
  await expect(lens.claims.first()).toContainText('<img src=x')
  await lens.key.fill(html)
  await expect(lens.headline).toContainText('Signature does not match.')
  await lens.paste(signed('{"sub":"1"}', JSON.stringify({ alg: html })))
  await expect(lens.headline).toContainText('Unknown algorithm')
  await expect(lens.page.locator('#root img, #root script')).toHaveCount(0)
  expect(await lens.page.evaluate("'__xss' in window")).toBe(false)
})

test('numbers beyond any date, and dates that are no number, get their own sentence', async ({
  lens,
}) => {
  await lens.openEmpty()
  for (const [payload, said] of [
    ['{"exp":1e999}', 'exp is too large for a date.'],
    ['{"exp":-1e300}', 'Expired'],
    ['{"exp":null}', 'exp is null, not a number.'],
    ['{"exp":{"a":1}}', 'exp is an object, not a number.'],
    ['{"exp":99999999999999999999}', 'exp is too large for a date.'],
  ] as const) {
    await lens.paste(signed(payload))
    await expect(lens.payload).toHaveValue(/exp/)
    if (said !== 'Expired') await expect(lens.headline).toContainText(said)
    await lens.expectPlainWords()
  }
})

test('100,000 arrays inside each other are read, and judged by what they are', async ({ lens }) => {
  await lens.openEmpty()
  await lens.key.fill(SECRET)
  const deep = '['.repeat(100_000) + ']'.repeat(100_000)
  await lens.paste(signed(`{"sub":"1","deep":${deep}}`))
  await expect(lens.headline).toContainText('Signature valid', PATIENCE)
  await expect(lens.claims).toHaveCount(2, PATIENCE)
})

const MEGABYTE = signed(`{"sub":"1","big":"${'y'.repeat(750 * 1024)}"}`)

test('a token of 1 MB pasted into its field is read', async ({ lens }) => {
  await lens.openEmpty()
  await lens.key.fill(SECRET)
  await lens.pasteInto(lens.token, MEGABYTE)
  await expect(lens.headline).toContainText('Signature valid', PATIENCE)
  await expect(lens.token).toHaveValue(MEGABYTE)
})

test('a token of 1 MB typed into its field is read, and so is a letter more', async ({ lens }) => {
  await lens.openEmpty()
  await lens.key.fill(SECRET)
  await lens.token.focus()
  await lens.page.keyboard.insertText(MEGABYTE)
  await expect(lens.headline).toContainText('Signature valid', PATIENCE)
  await lens.token.press('ControlOrMeta+End')
  await lens.page.keyboard.type('AAAA')
  await expect(lens.headline).toContainText(
    'Signature is 35 bytes; HS256 always makes 32.',
    PATIENCE,
  )
})

test('a thousand claims are listed, the rest at a press', async ({ lens }) => {
  await lens.openEmpty()
  const claims = Object.fromEntries(
    Array.from({ length: 1000 }, (_, index) => [`c${index}`, index]),
  )
  await lens.paste(signed(JSON.stringify(claims)))
  await lens.button('Show all 1,000').click()
  await expect(lens.claims).toHaveCount(1000, PATIENCE)
})

test('a damaged key is set right where one reading is left, and the page says so', async ({
  lens,
}) => {
  await lens.open()
  await lens.pick('Samples', /^RS256/)
  await expect(lens.headline).toContainText('(RS256)')
  const own = (await lens.key.inputValue()).trim()
  for (const [damaged, said] of [
    [own.replace(/\n-----END.*$/, ''), 'END'],
    [own.replaceAll('\n', '\\n'), 'line breaks were written as'],
    [`"${own}"`, 'quotes around the key'],
    [own.replaceAll('PUBLIC KEY', 'CERTIFICATE'), 'CERTIFICATE'],
    [own.replace(/-----[A-Z ]+-----\n?/g, ''), 'BEGIN'],
  ] as const) {
    await lens.key.fill('')
    await expect(lens.headline).toContainText('not verified')
    await lens.key.fill(damaged)
    await expect(lens.headline).toContainText('Signature valid')
    await expect(lens.page.getByRole('region', { name: 'Verification key' })).toContainText(said)
  }
})

test('every broken key is answered in plain words', async ({ lens }) => {
  await lens.open()
  await lens.pick('Samples', /^RS256/)
  await expect(lens.headline).toContainText('(RS256)')
  const own = await lens.key.inputValue()
  for (const broken of [
    '-----BEGIN PUBLIC KEY-----',
    own.replace(/M/g, '!'),
    own.replace(/\w{8}\n/, '\n'),
    own.split('\n').slice(0, 3).join('\n'),
    '{"kty":"RSA"}',
    '{"kty":"RSA","n":"AQAB","e":"AQAB"}',
    '{"kty":"EC","crv":"P-256","x":"AA","y":"AA"}',
    '{"keys":[]}',
    '{"keys":[null,1,{"kty":"__proto__"}]}',
    '{"kty":',
    '[]',
    'null',
    '\u0000\uD800',
  ]) {
    await lens.key.fill(broken)
    await expect(lens.headline).not.toContainText('Checking')
    await expect(lens.headline).not.toContainText('Signature valid')
    await lens.expectPlainWords()
  }
  await lens.key.fill(encode('not a key'))
  await expect(lens.rungs.nth(2)).toHaveText(/^Key\s*fail/)
})

test('a key with another label, or without its last line, is read, and that is said', async ({
  lens,
}) => {
  await lens.open()
  await lens.pick('Samples', /^RS256/)
  await expect(lens.headline).toContainText('(RS256)')
  const own = await lens.key.inputValue()
  for (const [broken, said] of [
    [own.replaceAll('PUBLIC KEY', 'CERTIFICATE'), 'Its label says CERTIFICATE, but it holds'],
    [own.replaceAll('PUBLIC KEY', 'PRIVATE KEY'), 'Its label says PRIVATE KEY, but it holds'],
    [own.replace(/-----END[^]*/, ''), 'Its END line is missing or broken'],
  ] as const) {
    await lens.key.fill(broken)
    await expect(lens.page.getByRole('region', { name: 'Verification key' })).toContainText(said)
    await expect(lens.headline).toContainText('Signature valid')
  }
})
