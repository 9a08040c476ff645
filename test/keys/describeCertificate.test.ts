import { X509Certificate } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { describeCertificate } from '../../src/keys/describeCertificate.ts'
import { type CertificateDescription, tellCertificate } from '../../src/keys/tellCertificate.ts'
import { certificateOf, derOf, kindNamed, kinds } from './openssl.ts'

const p256 = kindNamed('P-256').pem
const describePem = async (pem: string): Promise<CertificateDescription> => {
  const facts = await describeCertificate(new Uint8Array(derOf(pem)))
  if (facts === null) throw new Error('not read')
  return facts
}

const dates = ['250102030405Z', '260102030405Z']
const inTime = Date.UTC(2025, 5, 1) / 1000
const chain = 'Its chain is not checked against any trust store.'

describe('a certificate', () => {
  test('tells its names, number, dates and thumbprint as openssl does', async () => {
    const pem = certificateOf(p256, { dates, names: 'DNS:login.example.com,IP:192.0.2.1' })
    const known = new X509Certificate(pem)
    const facts = await describePem(pem)
    expect(facts).toMatchObject({
      subject: 'CN=login.example.com, O=Example',
      issuer: 'CN=login.example.com, O=Example',
      notBefore: Date.UTC(2025, 0, 2, 3, 4, 5) / 1000,
      notAfter: Date.UTC(2026, 0, 2, 3, 4, 5) / 1000,
      isSelfSigned: true,
      algorithm: 'ECDSA with SHA-256',
      names: ['login.example.com', '192.0.2.1'],
    })
    expect(facts.serial.toUpperCase()).toBe(known.serialNumber)
    expect(facts.thumbprintSha256.hex).toBe(known.fingerprint256)
    expect(Buffer.from(facts.thumbprintSha256.base64url, 'base64url').toString('hex')).toBe(
      known.fingerprint256.replaceAll(':', '').toLowerCase(),
    )
  })

  test.each(kinds.filter(({ name }) => name !== 'X25519'))('of $name reads', async ({ pem }) => {
    const facts = await describePem(certificateOf(pem))
    expect(facts.subject).toBe('CN=login.example.com, O=Example')
  })

  test('that another key signed under the same name is not self-signed', async () => {
    const own = derOf(certificateOf(p256))
    own.writeUInt8(own.readUInt8(own.length - 1) ^ 1, own.length - 1)
    const facts = await describeCertificate(new Uint8Array(own))
    expect(facts?.isSelfSigned).toBe(false)
  })

  test('that is none gives nothing', async () => {
    expect(await describeCertificate(new Uint8Array([0x30, 0]))).toBeNull()
  })
})

describe('it is told in sentences', () => {
  test('in time', async () => {
    expect(tellCertificate(await describePem(certificateOf(p256, { dates })), inTime)).toEqual([
      'Certificate of ‘CN=login.example.com, O=Example’, issued by ‘CN=login.example.com, O=Example’.',
      'It issued itself (self-signed).',
      chain,
    ])
  })

  test('expired, from an issuer', async () => {
    const pem = certificateOf(p256, { dates, issuer: kindNamed('RSA 2048').pem })
    const facts = await describePem(pem)
    expect(tellCertificate(facts, facts.notAfter + 1)).toEqual([
      'Certificate of ‘CN=login.example.com, O=Example’, issued by ‘CN=Example CA’.',
      'It expired on 2026-01-02 03:04:05 UTC.',
      chain,
    ])
    expect(tellCertificate(facts, facts.notAfter)).toHaveLength(2)
  })

  test('not yet', async () => {
    const facts = await describePem(certificateOf(p256, { dates }))
    expect(tellCertificate(facts, facts.notBefore - 1)[2]).toBe(
      'It is not valid before 2025-01-02 03:04:05 UTC.',
    )
    expect(tellCertificate(facts, facts.notBefore)).toHaveLength(3)
  })

  test('a name cannot reorder the sentence', async () => {
    const facts = await describePem(certificateOf(p256, { dates }))
    expect(tellCertificate({ ...facts, subject: 'CN=\u202eevil', issuer: '' }, inTime)[0]).toBe(
      'Certificate of ‘CN=U+202Eevil’, issued by nobody named.',
    )
  })
})
