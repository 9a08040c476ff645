import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tellKeyFault } from '../../src/keys/keyFault.ts'
import { tellRepair } from '../../src/keys/keyRepair.ts'
import { readKey } from '../../src/keys/readKey.ts'
import { certificateOf, derOf } from './openssl.ts'
import { keyPairs, pkcs8, privateJwk, publicJwk, spki } from '../verification/makeToken.ts'

const { rsa, tinyRsa, p256, p384, p521, secp256k1, ed25519, ed448 } = keyPairs

const read = (text: string) => readKey(text, 'utf8')

function faultOf(text: string): string {
  const reading = read(text)
  return reading.kind === 'malformed' ? tellKeyFault(reading.fault) : reading.kind
}

function toldOf(text: string): string[] {
  const reading = read(text)
  const [single] =
    reading.kind === 'jwk-set' ? reading.members.map(({ key }) => key).slice(-1) : [reading]
  return single?.kind === 'public' || single?.kind === 'private'
    ? single.repairs.map(tellRepair)
    : [reading.kind]
}

const shapes = [
  ['RSA', rsa, { type: 'RSA', bits: 2048 }],
  ['a small RSA', tinyRsa, { type: 'RSA', bits: 512 }],
  ['P-256', p256, { type: 'EC', curve: 'P-256' }],
  ['P-384', p384, { type: 'EC', curve: 'P-384' }],
  ['P-521', p521, { type: 'EC', curve: 'P-521' }],
  ['secp256k1', secp256k1, { type: 'EC', curve: 'secp256k1' }],
  ['Ed25519', ed25519, { type: 'OKP', curve: 'Ed25519' }],
  ['Ed448', ed448, { type: 'OKP', curve: 'Ed448' }],
] as const

describe.each(shapes)('%s', (_, pair, shape) => {
  test('as SPKI PEM and public JWK', () => {
    expect(read(spki(pair))).toMatchObject({ kind: 'public', shape })
    expect(read(JSON.stringify(publicJwk(pair)))).toMatchObject({ kind: 'public', shape })
  })

  test('as PKCS #8 PEM and private JWK', () => {
    expect(read(pkcs8(pair))).toMatchObject({ kind: 'private', shape })
    expect(read(JSON.stringify(privateJwk(pair)))).toMatchObject({ kind: 'private', shape })
  })
})

describe('a PEM', () => {
  const pem = spki(p256)
  const lines = pem.trimEnd().split('\n')

  test('may be indented, stand after other text, or stand on one line', () => {
    const expected = { kind: 'public', shape: { type: 'EC', curve: 'P-256' } }
    expect(read(lines.map((line) => `    ${line}`).join('\r\n'))).toMatchObject(expected)
    expect(read(`Bag Attributes\n${pem}`)).toMatchObject(expected)
    expect(read(lines.join(''))).toMatchObject(expected)
    expect(
      read(`-----BEGIN EC PARAMETERS-----\nBgg=\n-----END EC PARAMETERS-----\n${pem}`),
    ).toMatchObject(expected)
  })

  test.each([
    ['no END line', lines.slice(0, 2).join('\n'), 'the PEM has no END line (line 2)'],
    [
      'a broken END line',
      [lines[0], lines[2], lines[3]].join('\n').replace('END', 'EN'),
      'the PEM has no END line (line 3)',
    ],
    [
      'no BEGIN line',
      [lines[1], lines[3]].join('\n'),
      'the PEM has no BEGIN line before its END (line 2)',
    ],
    [
      'a second BEGIN before END',
      `${lines.slice(0, 2).join('\n')}\n\n${pem}`,
      'the PEM has no END line (line 2)',
    ],
    [
      'a broken BEGIN line',
      `\n${lines[0]?.replace('KEY-----', 'KEY---')}\n${lines[1]}`,
      'the PEM’s BEGIN line is not complete (line 2)',
    ],
    [
      'another END',
      [lines[0], lines[1], lines[3]?.replace('PUBLIC', 'PRIVATE')].join('\n'),
      'the PEM begins as PUBLIC KEY but ends as PRIVATE KEY (line 3)',
    ],
    [
      'a stray character',
      [lines[0], lines[1], `!${lines[2]}`, lines[3]].join('\r\n'),
      'the PEM holds a character that base64 does not have (line 3)',
    ],
    [
      'padding in the middle',
      [lines[0], `${lines[1]}=`, lines[2], lines[3]].join('\n'),
      'the PEM holds a character that base64 does not have (line 2)',
    ],
    [
      'nothing inside',
      [lines[0], lines[3]].join('\n'),
      'the PEM has nothing between BEGIN and END (line 2)',
    ],
    [
      'a lost character',
      [lines[0], lines[1]?.slice(1), lines[2], lines[3]].join('\n'),
      'one character was lost or added before the END line (line 4)',
    ],
    [
      'a lost line',
      [lines[0], lines[1], lines[3]].join('\n'),
      'it was cut, 48 of 91 bytes are there',
    ],
    [
      'other bytes',
      '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----',
      'what stands between BEGIN and END is not a PUBLIC KEY',
    ],
    [
      'a label nobody knows',
      '-----BEGIN FANCY KEY-----\nAAAA\n-----END FANCY KEY-----',
      'no key is known by the name ‘FANCY KEY’; a public key says PUBLIC KEY',
    ],
  ])('with %s says so, with the line', (_, text, fault) => {
    expect(faultOf(text)).toBe(fault)
  })

  test.each([
    ['CERTIFICATE REQUEST', 'certificate-request'],
    ['ENCRYPTED PRIVATE KEY', 'encrypted'],
    ['OPENSSH PRIVATE KEY', 'openssh-private'],
    ['PGP PUBLIC KEY BLOCK', 'pgp'],
  ])('%s is recognised', (label, form) => {
    const text = `-----BEGIN ${label}-----\nAAAA\n-----END ${label}-----`
    expect(read(text)).toEqual({ kind: 'named', form })
  })

  test('encrypted the old way is recognised', () => {
    const label = 'RSA PRIVATE KEY'
    const text = `-----BEGIN ${label}-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES\n\nAAAA\n-----END ${label}-----`
    expect(read(text)).toEqual({ kind: 'named', form: 'encrypted' })
  })
})

test('an SSH public key is recognised', () => {
  expect(read('ssh-rsa AAAAB3NzaC1yc2E me@host')).toEqual({ kind: 'named', form: 'ssh-public' })
})

describe('a JWK', () => {
  const jwk = publicJwk(p256)

  test('keeps what it says of itself', () => {
    const labelled = { ...jwk, kid: 'a1b2', use: 'sig', alg: 'ES256', key_ops: ['verify'] }
    expect(read(JSON.stringify(labelled))).toMatchObject({
      labels: { kid: 'a1b2', use: 'sig', alg: 'ES256', keyOps: ['verify'] },
    })
  })

  test('keeps the members that make the key and nothing else', () => {
    const members = rsa.privateKey.export({ format: 'jwk' })
    const reading = read(JSON.stringify({ ...members, kid: 'a', other: 1 }))
    expect(reading).toMatchObject({ kind: 'private', material: { form: 'jwk', jwk: members } })
    expect(reading.kind === 'private' && reading.material).toEqual({ form: 'jwk', jwk: members })
  })

  test('numbers are written anew without leading zeros or padding', () => {
    const padded = { kty: 'RSA', n: Buffer.from([0, 0, 0xff, 1]).toString('base64'), e: 'AAEAAQ==' }
    expect(read(JSON.stringify(padded))).toMatchObject({
      shape: { type: 'RSA', bits: 16 },
      material: { jwk: { n: '_wE', e: 'AQAB' } },
    })
  })

  test('oct is a secret', () => {
    expect(read('{"kty":"oct","k":"c2VjcmV0"}')).toMatchObject({
      kind: 'secret',
      bytes: new Uint8Array(Buffer.from('secret')),
      encoding: null,
    })
  })

  test.each([
    ['{"kty":"EC","crv":"P-256","x":"AA"', 'it is not JSON from line 1, character 35 on'],
    ['{\n "kty": "EC",\n "crv" "P-256"}', 'it is not JSON from line 3, character 8 on'],
    ['{"kty":"FOO"}', 'no standard names the kind ‘FOO’ (kty)'],
    ['{"kty":1}', 'the JWK does not say its kind (kty)'],
    ['{"kty":"RSA","n":"AQAB"}', 'the JWK has no e'],
    ['{"kty":"RSA","n":"A*AB","e":"AQAB"}', 'the JWK’s n is not base64url text'],
    ['{"kty":"oct"}', 'the JWK has no k'],
    [JSON.stringify({ ...jwk, x: 'AAAA' }), 'the JWK’s x is 3 bytes, and P-256 needs 32'],
    ['{"keys":{}}', 'keys must be a list'],
    ['{"keys":[]}', 'the key set is empty'],
  ])('%s: %s', (text, fault) => {
    expect(faultOf(text)).toBe(fault)
  })

  test('a set keeps each key’s own reading', () => {
    const set = { keys: [{ ...jwk, kid: 'a' }, 7, { kty: 'oct', k: 'AA', kid: 'c' }] }
    expect(read(JSON.stringify(set))).toMatchObject({
      kind: 'jwk-set',
      members: [
        { kid: 'a', key: { kind: 'public' } },
        { kid: null, key: { kind: 'malformed', fault: { code: 'jwk-not-object' } } },
        { kid: 'c', key: { kind: 'secret' } },
      ],
    })
  })

  test('in a list without a set around it counts as a set', () => {
    expect(read(JSON.stringify([{ ...jwk, kid: 'a' }]))).toMatchObject({
      kind: 'jwk-set',
      members: [{ kid: 'a', key: { kind: 'public' } }],
    })
    expect(read('["a"]').kind).toBe('secret')
  })

  test('with a name twice is read with the last value, and that is told', () => {
    const text = JSON.stringify(jwk).replace('{', '{"x":"AA",')
    const reading = read(text)
    expect(reading).toMatchObject({ kind: 'public', material: { jwk } })
    expect(toldOf(text)).toEqual(['It has the member x twice; the last one was used.'])
    expect(toldOf(`{"keys":[{"kty":"oct","k":"","k":""},${JSON.stringify(jwk)}]}`)).toEqual([])
  })

  test('for AES or HMAC may hold no byte at all: an empty secret', () => {
    expect(read('{"kty":"oct","k":""}')).toMatchObject({ kind: 'secret', bytes: new Uint8Array() })
  })

  test.each([
    [p256, 'd', 'the JWK’s d is 31 bytes, and P-256 needs 32'],
    [p521, 'd', 'the JWK’s d is 65 bytes, and P-521 needs 66'],
    [ed25519, 'd', 'the JWK’s d is 31 bytes, and Ed25519 needs 32'],
    [ed448, 'x', 'the JWK’s x is 56 bytes, and Ed448 needs 57'],
  ])('with a private or public part of the wrong length (%#)', (pair, member, fault) => {
    const members = new Map(Object.entries(privateJwk(pair)))
    const short = Buffer.from(String(members.get(member)), 'base64url').subarray(1)
    members.set(member, short.toString('base64url'))
    expect(faultOf(JSON.stringify(Object.fromEntries(members)))).toBe(fault)
  })

  describe('with a certificate', () => {
    const certificate = certificateOf(pkcs8(p256))
    const x5c = [derOf(certificate).toString('base64')]

    test('of its own key comes with the certificate’s facts', () => {
      expect(read(JSON.stringify({ ...jwk, x5c }))).toMatchObject({
        form: 'jwk',
        certificate: { followers: 0, der: new Uint8Array(derOf(certificate)) },
        repairs: [],
      })
      const chain = JSON.stringify({ ...publicJwk(p256), x5c: [...x5c, ...x5c] })
      expect(read(chain)).toMatchObject({ certificate: { followers: 1 } })
    })

    test('of another key keeps its own members, and that is told', () => {
      const text = JSON.stringify({ ...publicJwk(p384), x5c })
      expect(read(text)).toMatchObject({ certificate: null, shape: { curve: 'P-384' } })
      expect(toldOf(text)).toEqual([
        'The certificate in its x5c holds another key; the JWK’s own members were used.',
      ])
    })

    test('and no key members gives the certificate’s key', () => {
      const text = JSON.stringify({ kty: 'EC', kid: 'a', x5c })
      expect(read(text)).toMatchObject({ shape: { curve: 'P-256' }, labels: { kid: 'a' } })
      expect(toldOf(text)).toEqual([
        'It has no key members of its own; the key was taken from the certificate in its x5c.',
      ])
    })
  })

  test('AKP is recognised', () => {
    const pub = Buffer.alloc(1312, 1).toString('base64url')
    const key = { kty: 'AKP', alg: 'ML-DSA-44', pub }
    expect(read(JSON.stringify(key))).toMatchObject({
      kind: 'public',
      shape: { type: 'AKP', alg: 'ML-DSA-44' },
      material: { form: 'jwk', jwk: key },
    })
  })
})

describe('anything else', () => {
  test('is a secret, braces or not', () => {
    for (const text of ['secret', '{"a":1}', '{not json', ' '])
      expect(read(text)).toMatchObject({ kind: 'secret', encoding: 'utf8' })
  })

  test('nothing is nothing; blanks carry nothing but as text', () => {
    expect(read('')).toEqual({ kind: 'nothing' })
    expect(readKey(' \n', 'hex')).toEqual({ kind: 'nothing' })
  })

  test('an encoding that does not fit is said', () => {
    expect(readKey('xyz', 'hex')).toEqual({
      kind: 'unreadable-secret',
      encoding: 'hex',
      fault: { code: 'illegal-character', position: 1 },
    })
  })
})

describe('no text makes it throw', () => {
  const seeds = [
    spki(rsa),
    pkcs8(p256),
    JSON.stringify(privateJwk(ed25519)),
    '{"keys":[{"kty":"EC"}]}',
  ]

  test('cut, spliced or arbitrary', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...seeds),
        fc.nat(400),
        fc.nat(40),
        fc.string(),
        (seed, at, length, splice) => {
          const { kind } = read(seed.slice(0, at) + splice + seed.slice(at + length))
          expect(typeof kind).toBe('string')
        },
      ),
      { numRuns: 500 },
    )
  })

  test('any DER under either label', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), fc.boolean(), (bytes, isPublic) => {
        const label = isPublic ? 'PUBLIC KEY' : 'PRIVATE KEY'
        const body = Buffer.from([0x30, bytes.length, ...bytes]).toString('base64')
        const { kind } = read(`-----BEGIN ${label}-----\n${body}\n-----END ${label}-----`)
        expect(['malformed', 'public', 'private']).toContain(kind)
      }),
    )
  })

  test('nested 100,000 deep', () => {
    expect(faultOf(`{"keys":${'['.repeat(100_000)}${']'.repeat(100_000)}}`)).toBe('jwk-set')
  })
})
