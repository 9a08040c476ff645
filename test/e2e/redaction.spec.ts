/** Does a redacted screen show nothing that a token says, whatever its form? */
import { expect, type Lens, test } from './lens.ts'
import { encode, signed } from './tokens.ts'

/** Each text that is not drawn as dots and holds one of the words, with the nearest place that has a name. */
async function leaks({ page }: Lens, words: readonly string[]): Promise<string[]> {
  return page.evaluate((secrets) => {
    const seen: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement
      const text = node.textContent ?? ''
      if (!element || element.closest('script, style, noscript')) continue
      if (!secrets.some((secret) => text.includes(secret))) continue
      if (getComputedStyle(element).getPropertyValue('-webkit-text-security') === 'disc') continue
      const place = element.closest('[id], [aria-label]')
      const name = place?.id || place?.getAttribute('aria-label')
      seen.push(`${name}, ${element.tagName} ${element.className}: ${text.slice(0, 80)}`)
    }
    return [...new Set(seen)]
  }, words)
}

const drawnAs = (element: Element): string =>
  getComputedStyle(element).getPropertyValue('-webkit-text-security')

const SECRETS = ['Zanzibar', '4711471147', 'Quagga', 'Xylophone']

const claims = JSON.stringify({
  iss: 'https://Zanzibar.example',
  sub: 'Zanzibar',
  aud: ['Quagga', 4711471147],
  jti: 4711471147,
  name: 'Zanzibar',
  email: 'Quagga@x.example',
  address: { street: 'Xylophone', list: [['Quagga'], { deep: 'Zanzibar' }] },
  password: 'Xylophone',
  twice: 'QuaggaÃ©',
  exp: 'Zanzibar',
})
const token = signed(
  claims,
  JSON.stringify({ alg: 'HS256', typ: 'JWT', kid: '../Quagga', 'x-Own': 'Xylophone' }),
)
const [header = '', payload = '', signature = ''] = token.split('.')
const disclosures = [
  ['saltsalt', 'given_name', 'Zanzibar'],
  ['saltsalt', 'Quagga'],
].map((one) => encode(JSON.stringify(one)))

const TOKENS: [string, string][] = [
  ['a signed token with everything in it', token],
  ['one that nobody signed', `${encode('{"alg":"none","kid":"Quagga"}')}.${payload}.`],
  ['one with disclosures', `${token}~${disclosures.join('~')}~`],
  [
    'one in JSON',
    JSON.stringify({
      payload,
      signatures: [{ protected: header, header: { kid: 'Quagga' }, signature }],
    }),
  ],
  ['one inside another', signed(token, '{"alg":"HS256","cty":"JWT"}')],
  ['one that is broken', `${header}.${encode('{"sub":"Zanzibar" "name":"Quagga"}')}.${signature}`],
  ['one that is not JSON', `${header}.${encode('Zanzibar and Quagga')}.${signature}`],
  ['an encrypted one', `${encode('{"alg":"dir","enc":"A128GCM","kid":"Quagga"}')}..AAAA.BBBB.CCCC`],
  ['one out of an address', `https://Zanzibar.example/?access_token=${token}`],
]

for (const [what, text] of TOKENS)
  test(`of ${what} nothing can be read`, async ({ lens }) => {
    await lens.open()
    await lens.paste(text)
    await expect(lens.token).not.toHaveValue('')
    const checkbox = lens.page.getByRole('checkbox', { name: /dots/ })
    await lens.button('Share').click()
    await checkbox.check()
    await lens.button('Close').click()
    const claim = lens.page.getByRole('list', { name: 'Claims' }).getByRole('button').first()
    if ((await claim.count()) > 0) await claim.click()
    for (const details of await lens.page.locator('main details > summary').all())
      await details.click()
    // the ruler has one character a cell
    const cells = lens.page.getByRole('region', { name: 'Bytes' }).locator('li')
    for (const cell of await cells.all()) expect.soft(await cell.evaluate(drawnAs)).toBe('disc')
    const words = [...SECRETS, ...[payload, signature].map((part) => part.slice(0, 20))]
    expect.soft(await leaks(lens, words)).toEqual([])
    await lens.button('Walk').click()
    const walk = lens.page.getByRole('region', { name: 'Walk' })
    for (;;) {
      expect.soft(await leaks(lens, words)).toEqual([])
      if (
        (await walk.getByRole('button', { name: 'Next' }).getAttribute('aria-disabled')) === 'true'
      )
        break
      await lens.page.keyboard.press('ArrowRight')
    }
  })
