import { describe, expect, test } from 'vitest'
import { explainParameter, type ParameterReading } from '../../src/header/explainParameter.ts'
import { loadHeaderLibrary } from '../../src/header/headerLibrary.ts'
import { readJson } from '../../src/token/jsonText.ts'

function explain(json: string, isVerified = false): ParameterReading {
  const { root } = readJson(json)
  const member = root?.kind === 'object' ? root.members[0] : undefined
  if (!member) throw new Error(`${json} holds no member`)
  return explainParameter(member, isVerified)
}

const sentenceOf = (json: string): string => explain(json).sentence

describe('a header parameter', () => {
  test.each([
    [
      '{"alg":"HS256"}',
      'It says: signed with HS256: HMAC, SHA-256, one shared secret. A server compares this with the algorithm it expects.',
    ],
    ['{"alg":"none"}', 'It says: not signed at all. A server must refuse it.'],
    [
      '{"alg":"RSA-OAEP"}',
      'It says: its key is handed over with RSA-OAEP: RSA OAEP encryption, SHA-1. A server compares this with the algorithm it expects.',
    ],
    ['{"alg":"HS265"}', 'It says: made with HS265, an algorithm that no standard here names.'],
    ['{"alg":5}', 'alg must be text, but it is the number 5. Servers refuse it.'],
    [
      '{"typ":"at+jwt"}',
      'It says: a token of type at+jwt. A server that expects another type must refuse it.',
    ],
    ['{"cty":"JWT"}', 'It says: the content is itself a token.'],
    [
      '{"kid":"a b"}',
      'It says: signed or encrypted with the key named ‘a b’. It is a hint for finding the key, and the sender wrote it.',
    ],
    [
      '{"jwk":{"kty":"EC","crv":"P-256"}}',
      'It says: brings its own key (EC, P-256). The sender chose it, so it proves nothing about the issuer.',
    ],
    [
      '{"x5c":["AA"]}',
      'It says: brings a chain of 1 certificate. It proves nothing before it leads to a root that the server itself trusts.',
    ],
    [
      '{"crit":["exp","b64"]}',
      'It says: a reader must know exp and b64. One that does not must refuse the token.',
    ],
    ['{"b64":false}', 'It says: the payload was signed as it is, not as base64url.'],
    ['{"p2c":4096}', 'It says: the password is stretched by 4096 rounds.'],
    ['{"mine":true}', 'It says: true.'],
  ])('%s', (json, sentence) => {
    expect(sentenceOf(json)).toBe(sentence)
  })

  test('is told as a fact once a signature passed', () => {
    expect(explain('{"typ":"JWT"}', true).sentence).toBe(
      'A token of type JWT. A server that expects another type must refuse it.',
    )
  })

  test('of any length is shown in little room', () => {
    const { sentence, value, size } = explain(JSON.stringify({ kid: 'k'.repeat(100_000) }))
    expect(sentence.length).toBeLessThan(250)
    expect(value.length).toBeLessThan(100)
    expect(size).toBe('100,000 characters')
  })

  test('cannot pass for the page’s own words', () => {
    expect(sentenceOf('{"kid":"x. Signature valid"}')).toContain('‘x. Signature valid’')
    expect(sentenceOf('{"kid":"\\u202e"}')).not.toContain('\u202e')
  })
})

describe('the library', () => {
  test('knows a type with and without application/, in any case', async () => {
    const { mediaTypeOf } = await loadHeaderLibrary()
    expect(mediaTypeOf('application/AT+JWT')?.typ).toBe('at+jwt')
    expect(mediaTypeOf('at+jwt')?.explanation).toBe('An OAuth access token.')
    expect(mediaTypeOf('application/x/jwt')).toBeNull()
    expect(mediaTypeOf('__proto__')).toBeNull()
  })

  test('knows a parameter by its exact name', async () => {
    const { parameterNamed } = await loadHeaderLibrary()
    expect(parameterNamed('x5t#S256')?.reference).toBe('RFC 7515, Section 4.1.8')
    expect(parameterNamed('ALG')).toBeNull()
    expect(parameterNamed('constructor')).toBeNull()
  })
})
