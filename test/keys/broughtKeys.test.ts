import { describe, expect, test } from 'vitest'
import { broughtKeysOf } from '../../src/keys/broughtKeys.ts'
import { plainForm, readAnyForm } from '../../src/token/readAnyForm.ts'

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
const jwk = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' }

const brought = (header: object, rest: object = {}) => {
  const text =
    Object.keys(rest).length === 0
      ? `${encode(header)}.e30.AA`
      : JSON.stringify({ protected: encode(header), payload: 'e30', signature: 'AA', ...rest })
  return broughtKeysOf(readAnyForm(text, plainForm))
}

describe('keys that a token brings itself', () => {
  test('a jwk, as it would stand in the key box', () => {
    expect(brought({ alg: 'EdDSA', jwk })).toEqual([{ name: 'jwk', text: JSON.stringify(jwk) }])
  })

  test('a chain of certificates, the first first', () => {
    const [found] = brought({ alg: 'RS256', x5c: ['MIIA', 'MIIB'] })
    expect(found?.name).toBe('x5c')
    expect(found?.text.match(/-----BEGIN CERTIFICATE-----\nMII./g)).toEqual([
      '-----BEGIN CERTIFICATE-----\nMIIA',
      '-----BEGIN CERTIFICATE-----\nMIIB',
    ])
  })

  test('also out of an unprotected header', () => {
    expect(brought({ alg: 'EdDSA' }, { header: { jwk } })).toHaveLength(1)
  })

  test.each([[{ alg: 'HS256' }], [{ alg: 'HS256', jwk: 'text' }], [{ alg: 'HS256', x5c: [] }]])(
    'none in %j',
    (header) => {
      expect(brought(header)).toEqual([])
    },
  )
})
