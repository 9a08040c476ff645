/** What does a real browser say of published tokens that Node can’t check, or opens although the browser can’t? */
import {
  base64url,
  CompactEncrypt,
  type CompactJWEHeaderParameters,
  exportJWK,
  generateKeyPair,
} from 'jose'
import { expect, test } from './lens.ts'
import { inputOf, keyTextOf, readVectors, type Vector } from './vectors.ts'

const published = (file: string): Vector[] => readVectors(`test/vectors/${file}.json`)

/** A payload that is no JSON is a signed message. */
const VALID = /Signature valid(?::|\.|, but the payload isn’t JSON, so this is a signed message)/

for (const vector of [...published('mldsa-jose'), ...published('jwt-io-defaults')]) {
  if (vector.kind !== 'jws' || !/ml-?dsa/i.test(vector.id)) continue
  test(`${vector.id} verifies with each of its public keys, and not when a byte differs`, async ({
    lens,
  }) => {
    await lens.openEmpty()
    const token = inputOf(vector)
    await lens.paste(token)
    const keys = vector.keys.filter(({ role }) => role === 'verify')
    expect(keys).not.toEqual([])
    for (const key of keys) {
      await lens.key.fill('')
      await expect(lens.headline).toContainText('Decoded, not verified.')
      await lens.key.fill(keyTextOf(key))
      await expect(lens.headline).toContainText(VALID)
      await expect(lens.rungs.nth(1)).toHaveText(/^Signature\s*pass\s*ML-DSA-(?:44|65|87) over/)
    }
    const at = token.lastIndexOf('.') + 1
    await lens.paste(`${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`)
    await expect(lens.headline).toContainText('Signature does not match.')
  })
}

const OPENED = [
  ['RSA-OAEP', 'rfc7520-jwe', 'rfc7520-5.2-compact'],
  ['PBES2-HS512+A256KW', 'rfc7520-jwe', 'rfc7520-5.3-compact'],
  ['PBES2-HS256+A128KW', 'rfc7517-jwk', 'rfc7517-appC'],
  ['ECDH-ES+A128KW on P-384', 'rfc7520-jwe', 'rfc7520-5.4-compact'],
  ['ECDH-ES on P-256', 'rfc7520-jwe', 'rfc7520-5.5-compact'],
  ['ECDH-ES on X25519', 'rfc8037-okp', 'cookbook-x25519-ecdh-es'],
  ['dir', 'rfc7520-jwe', 'rfc7520-5.6-compact'],
  ['A256GCMKW', 'rfc7520-jwe', 'rfc7520-5.7-compact'],
  ['A128KW', 'rfc7520-jwe', 'rfc7520-5.8-compact'],
  ['A128KW of compressed content', 'rfc7520-jwe', 'rfc7520-5.9-compact'],
  ['A128KW in JSON form', 'rfc7516-jwe', 'rfc7516-a5'],
  ['a nested token', 'rfc7520-nested', 'rfc7520-6-compact'],
] as const

/** The pane lays JSON out. */
const bare = (text: string): string => text.replace(/\s/g, '')

for (const [what, file, id] of OPENED)
  test(`${what} opens to its published content (${id})`, async ({ lens }) => {
    const vector = published(file).find((candidate) => candidate.id === id)
    const key = vector?.keys.find(({ role }) => role === 'decrypt')
    if (!vector || !key) throw new Error(`${id} is not in ${file}.json`)
    await lens.openEmpty()
    await lens.paste(inputOf(vector))
    await lens.key.fill(keyTextOf(key))
    await expect(lens.headline).toContainText(/Decrypted: this (?:key|password) opens it/)
    await expect(lens.payload).toHaveValue(/\S/)
    const shown = await lens.payload.inputValue()
    if (vector.payload !== undefined) expect(bare(shown)).toBe(bare(vector.payload))
  })

test('RSA-OAEP-256 opens', async ({ lens }) => {
  const { publicKey, privateKey } = await generateKeyPair('RSA-OAEP-256', { extractable: true })
  await lens.openEmpty()
  await lens.paste(await sealed({ alg: 'RSA-OAEP-256', enc: 'A256GCM' }, publicKey))
  await lens.key.fill(JSON.stringify(await exportJWK(privateKey)))
  await expect(lens.headline).toContainText(
    'Decrypted: this key opens it (RSA-OAEP-256, A256GCM). Decryption is not a signature: anyone with the public key can make one.',
  )
  await expect(lens.payload).toHaveValue(/"sub": "42"/)
})

test('RSA1_5 is told apart from what merely fails', async ({ lens }) => {
  const [vector] = published('rfc7520-jwe')
  await lens.openEmpty()
  await lens.paste(vector ? inputOf(vector) : '')
  await lens.key.fill(vector?.keys[0] ? keyTextOf(vector.keys[0]) : '')
  await expect(lens.headline).toContainText('This page doesn’t do RSA1_5, and nobody should')
  await lens.expectRungs('pass', 'not checked', 'not checked', 'not checked', 'not checked')
})

/** Chromium has no AES keys of 192 bits; Node, which makes these tokens, has. */
const BETWEEN = [
  ['dir', 'A192GCM', 24, 'A192GCM'],
  ['dir', 'A192CBC-HS384', 48, 'A192CBC-HS384'],
  ['A192KW', 'A256GCM', 24, 'A192KW'],
  ['A192GCMKW', 'A128GCM', 24, 'A192GCMKW'],
] as const

for (const [alg, enc, bytes, named] of BETWEEN)
  test(`${alg} with ${enc} needs 192-bit AES, which this browser lacks, and nothing else is blamed`, async ({
    lens,
  }) => {
    const key = new Uint8Array(bytes).fill(7)
    await lens.openEmpty()
    await lens.paste(await sealed({ alg, enc }, key))
    await lens.key.fill(JSON.stringify({ kty: 'oct', k: base64url.encode(key) }))
    await expect(lens.headline).toContainText(
      `This browser can’t use 192-bit AES keys, so it can’t do ${named}. Decoding the header still works.`,
    )
    await lens.expectRungs('pass', 'not checked', 'not checked', 'not checked', 'not checked')
    await expect(lens.rungs.nth(1)).toContainText('this browser has no 192-bit AES keys')
    await lens.expectPlainWords()
  })

async function sealed(
  header: CompactJWEHeaderParameters,
  key: Parameters<CompactEncrypt['encrypt']>[0],
): Promise<string> {
  const content = new TextEncoder().encode('{"sub":"42"}')
  return new CompactEncrypt(content).setProtectedHeader(header).encrypt(key)
}
