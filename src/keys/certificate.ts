/** What does a certificate say of itself that its bytes alone tell? RFC 5280 §4.1. */

export interface CertificateFacts {
  /** The certificate itself, from its first byte to its last. */
  der: Uint8Array<ArrayBuffer>
  /** Seconds since 1970; both ends are inside the validity. */
  notBefore: number
  notAfter: number
  /** Issuer and subject are the same bytes. Whether its own key signed it is not looked at. */
  isSelfIssued: boolean
  /** How many more certificates stood behind it in the same text. */
  followers: number
}
