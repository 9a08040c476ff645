import { describe, expect, test } from 'vitest'
import type { AsymmetricKey } from '../../src/keys/keyKinds.ts'
import { publicForms } from '../../src/keys/importKey.ts'
import { readKey } from '../../src/keys/readKey.ts'
import { tellRepair } from '../../src/keys/keyRepair.ts'
import { certificateOf, derOf, kindNamed, kinds, openssl, publicDer } from './openssl.ts'

function keyIn(text: string): AsymmetricKey {
  const reading = readKey(text, 'utf8')
  if (reading.kind !== 'public' && reading.kind !== 'private')
    throw new Error(`read as ${JSON.stringify(reading)}`)
  return reading
}

async function publicHalfOf(text: string, alg: string): Promise<Buffer> {
  const forms = await publicForms(keyIn(text), alg)
  return derOf(forms?.pem ?? '')
}

const p256 = kindNamed('P-256')
const rsa = kindNamed('RSA 2048')

describe.each(kinds)('$name', ({ pem, shape, alg, group }) => {
  const open = openssl('pkey -pubout', pem)
  const forms: [string, string, Partial<AsymmetricKey>][] = [
    ['a PUBLIC KEY', open, { kind: 'public', form: 'spki' }],
    ['a PRIVATE KEY', pem, { kind: 'private', form: 'pkcs8' }],
    [
      'bare base64 of a public key',
      derOf(open).toString('base64'),
      { kind: 'public', form: 'spki' },
    ],
    [
      'bare base64 of a private key',
      derOf(pem).toString('base64'),
      { kind: 'private', form: 'pkcs8' },
    ],
  ]
  if (shape.type !== 'OKP' || shape.curve !== 'X25519') {
    const certificate = certificateOf(pem)
    forms.push(
      ['a CERTIFICATE', certificate, { kind: 'public', form: 'certificate' }],
      ['an X509 CERTIFICATE', certificate.replaceAll('CERT', 'X509 CERT'), { form: 'certificate' }],
      [
        'a TRUSTED CERTIFICATE',
        openssl('x509 -trustout -addtrust serverAuth', certificate),
        { form: 'certificate' },
      ],
      [
        'a certificate as x5c holds it',
        derOf(certificate).toString('base64'),
        { form: 'certificate' },
      ],
    )
  }
  if (shape.type === 'RSA')
    forms.push(
      [
        'an RSA PUBLIC KEY',
        openssl('rsa -RSAPublicKey_out', pem),
        { kind: 'public', form: 'pkcs1' },
      ],
      ['an RSA PRIVATE KEY', openssl('rsa -traditional', pem), { kind: 'private', form: 'pkcs1' }],
      [
        'bare base64 of PKCS #1',
        derOf(openssl('rsa -traditional', pem)).toString('base64'),
        { kind: 'private', form: 'pkcs1' },
      ],
    )
  if (group !== '') {
    const sec1 = openssl('ec', pem)
    const parameters = openssl(`ecparam -name ${group}`)
    forms.push(
      ['an EC PRIVATE KEY', sec1, { kind: 'private', form: 'sec1' }],
      [
        'an EC PRIVATE KEY behind its parameters',
        parameters + sec1,
        { kind: 'private', form: 'sec1' },
      ],
      [
        'an EC PRIVATE KEY without its point',
        openssl('ec -no_public', pem),
        { kind: 'private', form: 'sec1' },
      ],
    )
  }

  test.each(forms)('as %s', async (_, text, expected) => {
    const key = keyIn(text)
    expect(key).toMatchObject({ shape, ...expected })
    expect(key.material).not.toBeNull()
    expect(key.repairs.filter(({ code }) => code !== 'no-markers')).toEqual([])
    expect((await publicHalfOf(text, alg)).toString('hex')).toBe(publicDer(pem).toString('hex'))
  })
})

describe('an EC PRIVATE KEY that names no curve', () => {
  const d = Buffer.alloc(32, 7)
  const der = Buffer.concat([Buffer.from([0x30, 37, 2, 1, 1, 4, 32]), d])
  const pem = `-----BEGIN EC PRIVATE KEY-----\n${der.toString('base64')}\n-----END EC PRIVATE KEY-----\n`

  test('takes it from the EC PARAMETERS before it', () => {
    const parameters = openssl('ecparam -name secp384r1')
    expect(keyIn(parameters + pem).shape).toEqual({ type: 'EC', curve: 'P-384' })
  })

  test('cannot be read alone', () => {
    expect(readKey(pem, 'utf8')).toEqual({ kind: 'malformed', fault: { code: 'sec1-no-curve' } })
  })
})

describe('kinds that are named and not used', () => {
  test('RSA for PSS alone', () => {
    const pem = openssl('genpkey -algorithm RSA-PSS -pkeyopt rsa_keygen_bits:1024')
    for (const text of [pem, openssl('pkey -pubout', pem)])
      expect(keyIn(text)).toMatchObject({
        shape: { type: 'other', name: 'RSA-PSS-only' },
        material: null,
      })
  })

  test('a curve that tokens do not use', () => {
    const pem = openssl('genpkey -algorithm EC -pkeyopt ec_paramgen_curve:brainpoolP256r1')
    expect(keyIn(openssl('pkey -pubout', pem))).toMatchObject({
      shape: { type: 'EC', curve: 'an unknown curve' },
      material: null,
    })
  })

  test('a curve spelled out in numbers', () => {
    const pem = openssl(
      'genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -pkeyopt ec_param_enc:explicit',
    )
    expect(keyIn(pem)).toMatchObject({
      shape: { type: 'EC', curve: 'an unnamed curve' },
      material: null,
    })
  })

  test('X448 is read, though nothing here can use it', () => {
    expect(keyIn(openssl('genpkey -algorithm X448'))).toMatchObject({
      shape: { type: 'OKP', curve: 'X448' },
    })
  })
})

describe('locked and foreign forms are named', () => {
  test.each([
    ['PKCS #8 under a password', openssl('pkcs8 -topk8 -passout pass:x', p256.pem), 'encrypted'],
    [
      'PKCS #1 under a password',
      openssl('rsa -aes256 -traditional -passout pass:x', rsa.pem),
      'encrypted',
    ],
    ['SEC 1 under a password', openssl('ec -aes256 -passout pass:x', p256.pem), 'encrypted'],
    [
      'PKCS #8 under a password, as base64 alone',
      derOf(openssl('pkcs8 -topk8 -passout pass:x', p256.pem)).toString('base64'),
      'encrypted',
    ],
    [
      'under a password, with line breaks written out',
      openssl('rsa -aes256 -traditional -passout pass:x', rsa.pem).replaceAll('\n', '\\n'),
      'encrypted',
    ],
    [
      'an RFC 4716 SSH key',
      '---- BEGIN SSH2 PUBLIC KEY ----\nAAAA\n---- END SSH2 PUBLIC KEY ----',
      'ssh-public',
    ],
  ])('%s', (_, text, form) => {
    expect(readKey(text, 'utf8')).toEqual({ kind: 'named', form })
  })
})

describe('a certificate', () => {
  const certificate = certificateOf(p256.pem, { dates: ['200102030405Z', '210102030405Z'] })

  test('tells its dates, also long past', () => {
    expect(keyIn(certificate).certificate).toEqual({
      der: new Uint8Array(derOf(certificate)),
      notBefore: Date.UTC(2020, 0, 2, 3, 4, 5) / 1000,
      notAfter: Date.UTC(2021, 0, 2, 3, 4, 5) / 1000,
      isSelfIssued: true,
      followers: 0,
    })
  })

  test('beyond 2050 has its year in four digits', () => {
    const far = certificateOf(p256.pem, { dates: ['260102030405Z', '20610102030405Z'] })
    expect(keyIn(far).certificate?.notAfter).toBe(Date.UTC(2061, 0, 2, 3, 4, 5) / 1000)
  })

  test('by another issuer is not self-issued', () => {
    const issued = certificateOf(p256.pem, { issuer: rsa.pem })
    expect(keyIn(issued).certificate?.isSelfIssued).toBe(false)
  })

  test('of a chain the first counts, and how many follow is told', () => {
    const chain = certificate + certificateOf(rsa.pem) + certificateOf(kindNamed('P-384').pem)
    expect(keyIn(chain)).toMatchObject({ shape: p256.shape, certificate: { followers: 2 } })
    const list = chain
      .split(/-----[A-Z ]+-----/)
      .map((text) => text.replace(/\s/g, ''))
      .filter(Boolean)
    expect(keyIn(JSON.stringify(list))).toMatchObject({
      shape: p256.shape,
      certificate: { followers: 2 },
    })
  })
})

test('bytes that are no key stay a secret', () => {
  for (const text of [
    Buffer.alloc(48, 0x30).toString('base64'),
    derOf(openssl('pkey -pubout', p256.pem)).subarray(0, -1).toString('base64'),
    Buffer.concat([derOf(openssl('pkey -pubout', p256.pem)), Buffer.from([0])]).toString('base64'),
    'MyVeryLongSecretThatHappensToBeBase64AndStartsWithM',
  ])
    expect(readKey(text, 'utf8').kind).toBe('secret')
})

test('bare base64 says what it is', () => {
  const key = keyIn(derOf(certificateOf(p256.pem)).toString('base64'))
  expect(key.repairs.map(tellRepair)).toEqual([
    'It has no BEGIN and END lines; the bytes are a certificate.',
  ])
})
