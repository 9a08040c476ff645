/** Can another program open what was made here? The steps are those of RFC 7516 §5.2 and RFC 7518 §5.2.2.2, done by openssl. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { encryptToken } from '../../src/encryption/encryptToken.ts'
import { writeUtf8 } from '../../src/token/utf8.ts'
import { rsaKey, sharedKey } from './keys.ts'

const CONTENT = '{"sub":"42","name":"Zoë"}'
const OPENSSL = process.env.OPENSSL ?? 'openssl'
let folder: string

const openssl = (parameters: string[], input: Uint8Array): Buffer =>
  execFileSync(OPENSSL, parameters, { input, stdio: ['pipe', 'pipe', 'pipe'] })

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lens-jwe-'))
})

afterAll(() => {
  rmSync(folder, { recursive: true })
})

async function made(header: object, keyText: string): Promise<string[]> {
  const making = await encryptToken(JSON.stringify(header), writeUtf8(CONTENT), keyText, 'hex')
  if (making.kind !== 'made') throw new Error(`${making.lead} ${making.rest}`)
  return making.token.split('.')
}

/** The first half of the key is the MAC's, the second the cipher's. */
function openWithOpenssl(parts: string[], key: Buffer, size: 128 | 192 | 256): string {
  const [header = '', , iv = Buffer.alloc(0), ciphertext = Buffer.alloc(0), tag] = parts.map(
    (part, index) => (index === 0 ? part : Buffer.from(part, 'base64url')),
  )
  const half = size / 8
  const length = Buffer.alloc(8)
  length.writeBigUInt64BE(BigInt(header.length * 8))
  const input = Buffer.concat([
    Buffer.from(header),
    Buffer.from(iv),
    Buffer.from(ciphertext),
    length,
  ])
  const macKey = `hexkey:${key.subarray(0, half).toString('hex')}`
  const mac = openssl(
    ['dgst', `-sha${2 * size}`, '-mac', 'HMAC', '-macopt', macKey, '-binary'],
    input,
  )
  expect(mac.subarray(0, half)).toEqual(tag)
  const cipherKey = key.subarray(half).toString('hex')
  const vector = Buffer.from(iv).toString('hex')
  return openssl(
    ['enc', '-d', `-aes-${size}-cbc`, '-K', cipherKey, '-iv', vector],
    Buffer.from(ciphertext),
  ).toString()
}

describe('openssl opens what was made here', () => {
  test.each([128, 192, 256] as const)('dir with AES-CBC of %d bits', async (size) => {
    const key = sharedKey(2 * size)
    const parts = await made({ alg: 'dir', enc: `A${size}CBC-HS${2 * size}` }, key)
    expect(openWithOpenssl(parts, Buffer.from(key, 'hex'), size)).toBe(CONTENT)
  })

  test.each([
    ['RSA-OAEP', 'sha1'],
    ['RSA-OAEP-256', 'sha256'],
    ['RSA-OAEP-384', 'sha384'],
    ['RSA-OAEP-512', 'sha512'],
  ])('%s', async (alg, hash) => {
    const { opens, locks } = rsaKey(2048)
    const file = join(folder, `${alg}.pem`)
    writeFileSync(file, opens)
    const parts = await made({ alg, enc: 'A128CBC-HS256' }, locks)
    const oaep = ['rsa_padding_mode:oaep', `rsa_oaep_md:${hash}`, `rsa_mgf1_md:${hash}`]
    const key = openssl(
      ['pkeyutl', '-decrypt', '-inkey', file, ...oaep.flatMap((option) => ['-pkeyopt', option])],
      Buffer.from(parts[1] ?? '', 'base64url'),
    )
    expect(openWithOpenssl(parts, key, 128)).toBe(CONTENT)
  })

  test.each([128, 192, 256] as const)('A%dKW', async (size) => {
    const key = sharedKey(size)
    const parts = await made({ alg: `A${size}KW`, enc: 'A128CBC-HS256' }, key)
    const unwrap = ['enc', '-d', `-id-aes${size}-wrap`, '-K', key, '-iv', 'a6'.repeat(8)]
    const contentKey = openssl(unwrap, Buffer.from(parts[1] ?? '', 'base64url'))
    expect(openWithOpenssl(parts, contentKey, 128)).toBe(CONTENT)
  })
})
