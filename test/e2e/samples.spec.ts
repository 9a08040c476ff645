/** Does every example show what it is there for? */
import { expect, type RungState, test } from './lens.ts'

const PASSED = 'Signature valid: this key signed exactly these bytes'

const SAMPLES: Record<string, { says: RegExp; rungs: RungState[]; tokens?: string[] }> = {
  'fresh-pair': {
    says: new RegExp(
      String.raw`^Access token for user 1, HS256\.\s*${PASSED} \(HS256\)\.\s*Expires in (4 minutes|5 minutes|\d+ s)`,
    ),
    rungs: ['pass', 'pass', 'pass', 'pass', 'not checked'],
    tokens: ['Access', 'Refresh'],
  },
  'notes-example': {
    says: /Signature valid, but the secret is 6 bytes\. HS256 needs at least 32; this one can be guessed\.\s*It never expires: there is no exp claim\.\s*$/,
    rungs: ['pass', 'pass', 'warning', 'warning', 'not checked'],
  },
  'notes-access': {
    says: /^Access token for user 1, HS256\.\s*Decoded, not verified\. .*Expired .* ago \(2018-12-19 12:57:39 UTC\)\.\s*$/,
    rungs: ['pass', 'not checked', 'not checked', 'fail', 'not checked'],
  },
  'notes-refresh': {
    says: /^Refresh token for user 1, HS256\.\s*Decoded, not verified\. .*Expired .* ago \(2018-12-20 12:52:39 UTC\)\.\s*It says it is a refresh token: sending it to an API will be refused \(‘Token has wrong type’\)\.\s*$/,
    rungs: ['pass', 'not checked', 'not checked', 'fail', 'not checked'],
  },
  rs256: {
    says: new RegExp(String.raw`${PASSED} \(RS256\)\.\s*Expires in `),
    rungs: ['pass', 'pass', 'pass', 'pass', 'not checked'],
  },
  es256: {
    says: new RegExp(String.raw`${PASSED} \(ES256\)\.\s*Expires in `),
    rungs: ['pass', 'pass', 'pass', 'pass', 'not checked'],
  },
  eddsa: {
    says: new RegExp(String.raw`${PASSED} \(EdDSA\)\.\s*Expires in `),
    rungs: ['pass', 'pass', 'pass', 'pass', 'not checked'],
  },
  none: {
    says: /Not signed \(alg: none\)\. Anyone can write this token\. A server must refuse it\./,
    rungs: ['pass', 'fail', 'not checked', 'pass', 'not checked'],
  },
  tampered: {
    says: /Signature does not match\. .*It claims to expire in .*, but unverified claims prove nothing\.\s*$/,
    rungs: ['pass', 'fail', 'not checked', 'pass', 'not checked'],
  },
  expired: {
    says: /Signature valid, but expired 5 minutes( \d+ seconds?)? ago \(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC\)\. A server should refuse it\.\s*$/,
    rungs: ['pass', 'pass', 'pass', 'fail', 'not checked'],
  },
  'not-yet': {
    says: /Signature valid, but not usable yet\. It starts in .* \(nbf .* UTC\)\.\s*$/,
    rungs: ['pass', 'pass', 'pass', 'fail', 'not checked'],
  },
  'no-exp': {
    says: /Signature valid\.\s*It never expires: there is no exp claim\.\s*$/,
    rungs: ['pass', 'pass', 'pass', 'warning', 'not checked'],
  },
  milliseconds: {
    says: /Signature valid\.\s*exp looks like milliseconds\. \d{13} is the year \d{5} in seconds\. Divide by 1000: .* UTC\.\s*$/,
    rungs: ['pass', 'pass', 'pass', 'warning', 'not checked'],
  },
  es256k: {
    says: new RegExp(String.raw`${PASSED} \(ES256K\)\.\s*Expires in `),
    rungs: ['pass', 'pass', 'pass', 'pass', 'not checked'],
  },
  ed448: {
    says: new RegExp(String.raw`${PASSED} \(Ed448\)\.\s*Expires in `),
    rungs: ['pass', 'pass', 'pass', 'pass', 'not checked'],
  },
  'ml-dsa': {
    says: new RegExp(String.raw`${PASSED} \(ML-DSA-44\)\.\s*Expires in `),
    rungs: ['pass', 'pass', 'pass', 'pass', 'not checked'],
  },
  jwe: {
    says: /^Token for 42, encrypted, dir\.\s*Decrypted: this key opens it \(dir, A256GCM\)\. Decryption with a shared key is not a signature/,
    rungs: ['pass', 'pass', 'pass', 'pass', 'not checked'],
  },
  nested: {
    says: /^Encrypted token \(JWE\), dir\.\s*Decrypted: key ‘outside’ of the set opens it/,
    rungs: ['pass', 'pass', 'pass', 'not checked', 'not checked'],
  },
  'sd-jwt': {
    says: /Issuer signature valid\. 2 of 3 hidden claims disclosed, all match their digests\./,
    rungs: ['pass', 'pass', 'pass', 'pass', 'not checked'],
  },
  big: {
    says: new RegExp(String.raw`${PASSED} \(HS256\)\.\s*Expires in `),
    rungs: ['pass', 'pass', 'pass', 'pass', 'not checked'],
  },
}

for (const [id, { says, rungs, tokens = [] }] of Object.entries(SAMPLES))
  test(`the link to the sample ${id} shows its verdict`, async ({ lens }) => {
    await lens.page.goto(`/#/debug?sample=${id}`)
    await expect(lens.headline).toHaveText(says)
    await lens.expectRungs(...rungs)
    await expect(lens.tabs).toHaveText(tokens)
    await expect(lens.headline).not.toHaveText(/\bvalid\b(?<!Signature valid)/i)
  })

test('the menu offers every sample, and a sample’s key leaves with it', async ({ lens }) => {
  await lens.open()
  await lens.button('Samples').click()
  await expect(lens.page.getByRole('menu', { name: 'Samples' }).getByRole('menuitem')).toHaveCount(
    Object.keys(SAMPLES).length,
  )
  await lens.page.getByRole('menuitem', { name: /^Notes example/ }).click()
  await expect(lens.key).toHaveValue('secret')
  await lens.pick('Samples', /^Notes access/)
  await expect(lens.headline).toContainText('Decoded, not verified.')
  await expect(lens.key).toHaveValue('')
})

test('a key that was typed stays when a sample without one is loaded', async ({ lens }) => {
  await lens.open()
  await lens.key.fill('my own')
  await lens.pick('Samples', /^Notes access/)
  await expect(lens.headline).toContainText('Signature does not match.')
  await expect(lens.key).toHaveValue('my own')
})

test('a first visit says that its example was made here and how long it lives', async ({
  lens,
}) => {
  await lens.open()
  await expect(lens.intake).toContainText('Example token, made in your browser just now.')
  const timer = lens.verdict.getByRole('timer')
  const first = (await timer.textContent()) ?? ''
  expect(first).toMatch(/^4 minutes \d+ seconds?$|^5 minutes$/)
  await expect(timer).not.toHaveText(first)
})
