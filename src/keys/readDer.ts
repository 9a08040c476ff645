/** Which key do these DER bytes hold, whatever a label says of them? RFC 5280 §4.1, RFC 5958 §2, RFC 8017 appendix A.1, RFC 5915 §3. */
import { type CertificateFacts, readCertificate } from './certificate.ts'
import { bitLength, readElement, SEQUENCE } from './derElement.ts'
import type { AsymmetricKey, KeyForm, KeyMaterial, KeyShape } from './keyKinds.ts'
import {
  isCertificateRequest,
  isEncrypted,
  readPkcs8,
  readRsaPrivate,
  readRsaPublic,
  readSec1,
  readSpki,
} from './keyStructures.ts'
import {
  curveNamed,
  EC,
  edwardsNamed,
  latticeNamed,
  objectIdOf,
  otherNamed,
  RSA,
} from './objectIds.ts'
import { writeAlgorithm, writePkcs8, writeSpki } from './writeDer.ts'

export type DerReading =
  /** `extra` counts the bytes behind the key. */
  | { kind: 'key'; key: AsymmetricKey; extra: number }
  | { kind: 'named'; form: 'encrypted' | 'certificate-request' }
  /** In bytes. */
  | { kind: 'short'; found: number; expected: number }
  /** An EC private key that does not say its curve. */
  | { kind: 'no-curve' }
  | { kind: 'unknown' }

/**
 * Tries each form in turn; no two can be mistaken for each other. A PKCS #1 key becomes SPKI or PKCS #8, a SEC 1
 * key PKCS #8, a certificate the SPKI inside it. `curve` is the object identifier (hex) of an EC PARAMETERS
 * block, for a SEC 1 key that names none. Whether the numbers make sense is left to whoever imports the key.
 */
export function readDer(bytes: Uint8Array<ArrayBuffer>, curve: string | null): DerReading {
  const outer = readElement(bytes, 0, Number.POSITIVE_INFINITY)
  if (outer?.tag !== SEQUENCE) return { kind: 'unknown' }
  if (outer.end > bytes.length) return { kind: 'short', found: bytes.length, expected: outer.end }
  const der = bytes.slice(0, outer.end)
  const key =
    readPublic(der, 'spki', null) ??
    readPrivate(der) ??
    readPkcs1(der) ??
    readEcPrivate(der, curve) ??
    readFromCertificate(der)
  if (key === 'no-curve') return { kind: 'no-curve' }
  if (key !== null) return { kind: 'key', key, extra: bytes.length - outer.end }
  if (isEncrypted(der)) return { kind: 'named', form: 'encrypted' }
  if (isCertificateRequest(der)) return { kind: 'named', form: 'certificate-request' }
  return { kind: 'unknown' }
}

function readPublic(
  der: Uint8Array<ArrayBuffer>,
  form: KeyForm,
  certificate: CertificateFacts | null,
): AsymmetricKey | null {
  const parts = readSpki(der)
  if (parts === null) return null
  const shape = shapeOf(parts.oid, parts.parameter, () => readRsaPublic(parts.key))
  return shape && keyOf('public', shape, { form: 'spki', der }, form, certificate)
}

function readPrivate(der: Uint8Array<ArrayBuffer>): AsymmetricKey | null {
  const parts = readPkcs8(der)
  if (parts === null) return null
  const { oid, parameter, algorithm, key, version } = parts
  const shape = shapeOf(oid, parameter ?? readSec1(key)?.curve ?? null, () => readRsaPrivate(key))
  // some importers refuse version 1, which only brings the public key along
  const plain = version === 0 ? der : writePkcs8(algorithm, key)
  return shape && keyOf('private', shape, { form: 'pkcs8', der: plain }, 'pkcs8', null)
}

function readPkcs1(der: Uint8Array<ArrayBuffer>): AsymmetricKey | null {
  const algorithm = writeAlgorithm(RSA, null)
  const open = readRsaPublic(der)
  if (open !== null) {
    const shape: KeyShape = { type: 'RSA', bits: bitLength(open.n) }
    return keyOf('public', shape, { form: 'spki', der: writeSpki(algorithm, der) }, 'pkcs1', null)
  }
  const secret = readRsaPrivate(der)
  if (secret === null) return null
  const shape: KeyShape = { type: 'RSA', bits: bitLength(secret.n) }
  return keyOf('private', shape, { form: 'pkcs8', der: writePkcs8(algorithm, der) }, 'pkcs1', null)
}

function readEcPrivate(
  der: Uint8Array<ArrayBuffer>,
  outside: string | null,
): AsymmetricKey | 'no-curve' | null {
  const parts = readSec1(der)
  if (parts === null) return null
  const curve = parts.curve ?? outside
  if (curve === null && !parts.hasParameters) return 'no-curve'
  const material = { form: 'pkcs8' as const, der: writePkcs8(writeAlgorithm(EC, curve), der) }
  return keyOf('private', ecShape(curve), material, 'sec1', null)
}

function readFromCertificate(der: Uint8Array<ArrayBuffer>): AsymmetricKey | null {
  const certificate = readCertificate(der)
  return certificate && readPublic(certificate.spki, 'certificate', certificate.facts)
}

function keyOf(
  kind: AsymmetricKey['kind'],
  shape: KeyShape,
  material: KeyMaterial,
  form: KeyForm,
  certificate: CertificateFacts | null,
): AsymmetricKey {
  const isKnown =
    shape.type !== 'other' && (shape.type !== 'EC' || objectIdOf(shape.curve) !== null)
  return {
    kind,
    shape,
    material: isKnown ? material : null,
    labels: null,
    certificate,
    repairs: [],
    form,
  }
}

/** null where an RSA key has no modulus to measure. */
function shapeOf(
  oid: string,
  parameter: string | null,
  readRsa: () => { n: Uint8Array } | null,
): KeyShape | null {
  if (oid === RSA) {
    const rsa = readRsa()
    return rsa && { type: 'RSA', bits: bitLength(rsa.n) }
  }
  if (oid === EC) return ecShape(parameter)
  const curve = edwardsNamed(oid)
  if (curve !== null) return { type: 'OKP', curve }
  const alg = latticeNamed(oid)
  return alg === null ? { type: 'other', name: otherNamed(oid) } : { type: 'AKP', alg }
}

function ecShape(oid: string | null): KeyShape {
  if (oid === null) return { type: 'EC', curve: 'an unnamed curve' }
  return { type: 'EC', curve: curveNamed(oid) ?? 'an unknown curve' }
}
