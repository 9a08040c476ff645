/** What do the names, the serial number and the signature of a certificate say? Loaded late, with its library. RFC 5280 §4.1, §4.2.1.6. */
// first, because the library looks for them while it loads
import { METADATA_METHODS } from './reflectMetadata.ts'
import { SubjectAlternativeNameExtension, X509Certificate } from '@peculiar/x509'
import { sha256 } from '@noble/hashes/sha2.js'
import { encodeBase64url } from '../token/base64url.ts'
import { readCertificate } from './certificate.ts'
import { hexOf } from './derElement.ts'
import type { CertificateDescription } from './tellCertificate.ts'

/**
 * `der` holds one certificate. null where it cannot be read; never rejects. Where this browser cannot check the
 * certificate’s own signature, `isSelfSigned` is false.
 */
export async function describeCertificate(
  der: Uint8Array<ArrayBuffer>,
): Promise<CertificateDescription | null> {
  const facts = readCertificate(der)?.facts
  if (facts === undefined || METADATA_METHODS.some((name) => !(name in Reflect))) return null
  try {
    const certificate = new X509Certificate(der)
    const digest = sha256(der)
    return {
      subject: certificate.subject,
      issuer: certificate.issuer,
      serial: certificate.serialNumber,
      notBefore: facts.notBefore,
      notAfter: facts.notAfter,
      isSelfSigned: facts.isSelfIssued && (await isSignedByItself(certificate)),
      thumbprintSha256: {
        hex: (hexOf(digest).toUpperCase().match(/../g) ?? []).join(':'),
        base64url: encodeBase64url(digest),
      },
      algorithm: nameAlgorithm(certificate.signatureAlgorithm),
      names:
        certificate
          .getExtension(SubjectAlternativeNameExtension)
          ?.names.items.map(({ value }) => value) ?? [],
    }
  } catch {
    return null
  }
}

async function isSignedByItself(certificate: X509Certificate): Promise<boolean> {
  try {
    return await certificate.verify({ publicKey: certificate.publicKey, signatureOnly: true })
  } catch {
    return false
  }
}

/** `hash` is missing where the algorithm brings its own, whatever its type says. */
function nameAlgorithm({ name, hash }: { name: string; hash?: { name: string } }): string {
  return hash === undefined ? name : `${name} with ${hash.name}`
}
