import { describe, expect, test } from 'vitest'
import { readIntake } from '../../src/intake/readIntake.ts'
import { EXAMPLE, SHORT } from './tokens.ts'

const [PROTECTED = '', PAYLOAD = '', SIGNATURE = ''] = EXAMPLE.split('.')
const KEY = 'That is a key, not a token: placed in the key box.'
const E12 =
  'That is a private key. We used only its public half and kept nothing. If it is real, don’t paste it into web pages; use the public key instead.'

const pem = (label: string): string => `-----BEGIN ${label}-----\nMIIB\n-----END ${label}-----`

describe('a token in JSON form', () => {
  const flattened = JSON.stringify({ payload: PAYLOAD, protected: PROTECTED, signature: SIGNATURE })

  test('stays as it was written', () => {
    const intake = readIntake(flattened)
    expect(intake.kind).toBe('jws-json')
    expect(intake.sentence).toBe('JWS in JSON form, 1 signature.')
    expect(intake.tokens).toMatchObject([{ text: flattened, start: 0, rawAt: null }])
  })

  test('of the general form the first signature is shown', () => {
    const other = { protected: 'eyJhbGciOiJFUzI1NiJ9', signature: 'AQEB' }
    const raw = JSON.stringify(
      { payload: PAYLOAD, signatures: [{ protected: PROTECTED, signature: SIGNATURE }, other] },
      null,
      2,
    )
    const intake = readIntake(`\`\`\`json\n${raw}\n\`\`\``)
    expect(intake.sentence).toBe('JWS in JSON form, 2 signatures. Showing the first.')
    expect(intake.tokens).toMatchObject([{ text: raw, start: 8 }])
  })

  test('is named by what its payload says it is for', () => {
    const payload = Buffer.from('{"token_type":"refresh"}').toString('base64url')
    const raw = JSON.stringify({ payload, protected: PROTECTED, signature: SIGNATURE })
    expect(readIntake(raw).tokens).toMatchObject([{ name: 'Refresh' }])
  })

  test.each([
    ['without its payload', { protected: PROTECTED, signature: SIGNATURE }],
    ['without a protected header', { payload: PAYLOAD, header: {}, signature: SIGNATURE }],
    ['with an empty list of signatures', { payload: PAYLOAD, signatures: [] }],
  ])('is taken in %s too', (_, token) => {
    expect(readIntake(JSON.stringify(token)).kind).toBe('jws-json')
  })

  test('an encrypted one is taken in', () => {
    const raw = JSON.stringify({ protected: PROTECTED, iv: 'AA', ciphertext: 'AA', tag: 'AA' })
    const intake = readIntake(raw)
    expect(intake.kind).toBe('jwe-json')
    expect(intake.sentence).toBe('JWE in JSON form. Only its header can be read without its key.')
    expect(intake.tokens.map(({ text }) => text)).toEqual([raw])
  })
})

describe('a key', () => {
  const jwk = { kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA' }

  test.each([
    ['a public key in PEM', pem('PUBLIC KEY'), pem('PUBLIC KEY'), []],
    ['a certificate', `\n${pem('CERTIFICATE')}\n`, pem('CERTIFICATE'), []],
    ['a private key in PEM', pem('RSA PRIVATE KEY'), pem('RSA PRIVATE KEY'), [E12]],
    [
      'PEM with written-out line ends',
      JSON.stringify(pem('EC PRIVATE KEY')),
      pem('EC PRIVATE KEY'),
      [E12],
    ],
    ['a JWK', JSON.stringify(jwk), JSON.stringify(jwk), []],
    [
      'a private JWK',
      JSON.stringify({ ...jwk, d: 'AA' }),
      JSON.stringify({ ...jwk, d: 'AA' }),
      [E12],
    ],
    ['a JWK Set', JSON.stringify({ keys: [jwk] }), JSON.stringify({ keys: [jwk] }), []],
    [
      'a JWK Set with a private key in it',
      JSON.stringify({ keys: [jwk, { ...jwk, d: 'AA' }] }),
      JSON.stringify({ keys: [jwk, { ...jwk, d: 'AA' }] }),
      [E12],
    ],
    [
      'a secret as JWK',
      '{"kty":"oct","k":"AA"}',
      '{"kty":"oct","k":"AA"}',
      [
        'That is a shared secret: whoever has it can sign tokens. If it is real, keep it out of web pages.',
      ],
    ],
  ])('%s goes to the key box', (_, raw, key, warnings) => {
    const intake = readIntake(raw)
    expect({ kind: intake.kind, key: intake.key, sentence: intake.sentence }).toEqual({
      kind: 'key',
      key,
      sentence: KEY,
    })
    expect(intake.warnings).toEqual(warnings)
    expect(intake.tokens).toEqual([])
  })

  test('beside a token it is left out', () => {
    const intake = readIntake(`${SHORT}\n${pem('PUBLIC KEY')}`)
    expect(intake.kind).toBe('token')
    expect(intake.key).toBeNull()
  })

  test('an empty set of keys is none', () => {
    expect(readIntake('{"keys":[]}').kind).toBe('garbage')
  })
})
