/** Does a token that openssl signed verify with the keys that openssl writes, in each of its forms? */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { derOf, openssl, run } from '../keys/openssl.ts'
import { check, checkNow, claims, encode } from './makeToken.ts'

const folder = mkdtempSync(join(tmpdir(), 'signed-by-openssl-'))

afterAll(() => rmSync(folder, { recursive: true }))

function file(name: string, content: string): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const inputOf = (alg: string): string =>
  `${encode(JSON.stringify({ alg, typ: 'JWT' }))}.${encode(claims)}`

const config = file('req.cnf', '[req]\ndistinguished_name=d\n[d]\n')

/** A certificate that the key issues to itself. */
const certificateOf = (key: string): string =>
  openssl(`req -x509 -key ${file('issuer.pem', key)} -subj /CN=example -days 30 -config ${config}`)

/** R and S side by side, each of `size` bytes, out of the SEQUENCE of two INTEGERs that openssl writes. */
function sideBySide(der: Buffer, size: number): Buffer {
  let at = der.readUInt8(1) === 0x81 ? 3 : 2
  const numbers = [0, 1].map(() => {
    const end = at + 2 + der.readUInt8(at + 1)
    const number = der.subarray(at + 2, end)
    at = end
    return Buffer.concat([Buffer.alloc(size), number]).subarray(-size)
  })
  return Buffer.concat(numbers)
}

type Sign = (keyFile: string, input: string) => Buffer

const digested =
  (hash: string, ...options: string[]): Sign =>
  (keyFile, input) =>
    run(
      ['dgst', `-${hash}`, '-sign', keyFile, ...options.flatMap((each) => ['-sigopt', each])],
      input,
    )

const pss = (hash: string): Sign => digested(hash, 'rsa_padding_mode:pss', 'rsa_pss_saltlen:digest')

const ecdsa =
  (hash: string, size: number): Sign =>
  (keyFile, input) =>
    sideBySide(digested(hash)(keyFile, input), size)

/** openssl reads what it signs without a hash from a file alone. */
const edwards: Sign = (keyFile, input) =>
  run(['pkeyutl', '-sign', '-rawin', '-inkey', keyFile, '-in', file('input', input)])

interface Maker {
  make: () => string
  forms: [form: string, write: (key: string) => string][]
}

const everyKind: Maker['forms'] = [
  ['pkey -pubout', (key) => openssl('pkey -pubout', key)],
  [
    'pkey -pubout -outform DER | base64',
    (key) => derOf(openssl('pkey -pubout', key)).toString('base64'),
  ],
  ['req -x509', certificateOf],
  ['req -x509 | x509 -text', (key) => openssl('x509 -text', certificateOf(key))],
  ['pkcs8 -topk8 -nocrypt', (key) => openssl('pkcs8 -topk8 -nocrypt', key)],
]

const rsa: Maker = {
  make: () => openssl('genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048'),
  forms: [
    ...everyKind,
    ['rsa -RSAPublicKey_out', (key) => openssl('rsa -RSAPublicKey_out', key)],
    ['rsa -traditional', (key) => openssl('rsa -traditional', key)],
  ],
}

const ec = (group: string): Maker => ({
  make: () => openssl(`ecparam -name ${group} -genkey -noout`),
  forms: [
    ...everyKind,
    ['ec', (key) => openssl('ec', key)],
    ['ecparam with ec', (key) => openssl(`ecparam -name ${group}`) + openssl('ec', key)],
    ['ec -no_public', (key) => openssl('ec -no_public', key)],
    ['ec -pubout -conv_form compressed', (key) => openssl('ec -pubout -conv_form compressed', key)],
  ],
})

const okp = (curve: string): Maker => ({
  make: () => openssl(`genpkey -algorithm ${curve}`),
  forms: everyKind,
})

const cases: [alg: string, name: string, sign: Sign, maker: Maker][] = [
  ['RS256', 'RSA', digested('sha256'), rsa],
  ['RS384', 'RSA', digested('sha384'), rsa],
  ['RS512', 'RSA', digested('sha512'), rsa],
  ['PS256', 'RSA', pss('sha256'), rsa],
  ['PS384', 'RSA', pss('sha384'), rsa],
  ['PS512', 'RSA', pss('sha512'), rsa],
  ['ES256', 'P-256', ecdsa('sha256', 32), ec('prime256v1')],
  ['ES384', 'P-384', ecdsa('sha384', 48), ec('secp384r1')],
  ['ES512', 'P-521', ecdsa('sha512', 66), ec('secp521r1')],
  ['ES256K', 'secp256k1', ecdsa('sha256', 32), ec('secp256k1')],
  ['EdDSA', 'Ed25519', edwards, okp('Ed25519')],
  ['Ed25519', 'Ed25519', edwards, okp('Ed25519')],
  ['EdDSA', 'Ed448', edwards, okp('Ed448')],
  ['Ed448', 'Ed448', edwards, okp('Ed448')],
]

describe.each(cases)('%s on %s', (alg, _, sign, { make, forms }) => {
  const key = make()
  const other = make()
  const input = inputOf(alg)
  const token = `${input}.${encode(sign(file('key.pem', key), input))}`

  test.each(forms)('%s', async (_form, write) => {
    expect(await check(token, write(key))).toMatchObject({
      kind: 'verified',
      alg,
      payload: 'object',
    })
    expect(await check(token, write(other))).toMatchObject({ kind: 'mismatch', tried: 1 })
  })
})

describe.each([256, 384, 512])('HS%i', (size) => {
  const alg = `HS${size}`
  const input = inputOf(alg)
  const secret = randomBytes(70)
  const phrase = `pass phrase, é: ${randomBytes(32).toString('hex')}`
  const signed = (...options: string[]): string =>
    `${input}.${encode(run(['dgst', `-sha${size}`, ...options, '-binary'], input))}`

  test('dgst -hmac', () => {
    const token = signed('-hmac', phrase)
    expect(checkNow(token, phrase)).toMatchObject({ kind: 'verified', concerns: [] })
    expect(checkNow(token, `${phrase}x`)).toMatchObject({ kind: 'mismatch', nearMiss: null })
  })

  test('dgst -mac HMAC -macopt hexkey', () => {
    const token = signed('-mac', 'HMAC', '-macopt', `hexkey:${secret.toString('hex')}`)
    for (const encoding of ['hex', 'base64', 'base64url'] as const) {
      expect(checkNow(token, secret.toString(encoding), encoding)).toMatchObject({
        kind: 'verified',
        concerns: [],
      })
      expect(checkNow(token, randomBytes(70).toString(encoding), encoding)).toMatchObject({
        kind: 'mismatch',
        nearMiss: null,
      })
    }
  })
})

test('what openssl writes for ECDSA is named as what it is, not checked', async () => {
  const key = openssl('ecparam -name prime256v1 -genkey -noout')
  const input = inputOf('ES256')
  const der = digested('sha256')(file('key.pem', key), input)
  expect(await check(`${input}.${encode(der)}`, openssl('pkey -pubout', key))).toMatchObject({
    kind: 'wrong-length',
    bytes: der.length,
    expected: [64],
    isDer: true,
  })
})
