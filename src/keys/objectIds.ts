/** Which object identifier names which kind of key? RFC 3279 §2.3, RFC 5480 §2.1.1, RFC 8410 §3, RFC 9881 §2. */

/** Object identifiers are written as the hex of their content bytes. */
export const RSA = '2a864886f70d010101'
export const EC = '2a8648ce3d0201'

const curves: Record<string, string> = {
  '2a8648ce3d030107': 'P-256',
  '2b81040022': 'P-384',
  '2b81040023': 'P-521',
  '2b8104000a': 'secp256k1',
}

const edwards: Record<string, string> = {
  '2b6570': 'Ed25519',
  '2b6571': 'Ed448',
  '2b656e': 'X25519',
  '2b656f': 'X448',
}

const lattices: Record<string, string> = {
  '608648016503040311': 'ML-DSA-44',
  '608648016503040312': 'ML-DSA-65',
  '608648016503040313': 'ML-DSA-87',
}

const others: Record<string, string> = {
  '2a864886f70d01010a': 'RSA-PSS-only',
  '2a8648ce380401': 'old DSA',
}

/** The curve of an EC key by the identifier in its parameters; null for one that no token uses. */
export const curveNamed = (oid: string): string | null => curves[oid] ?? null
export const edwardsNamed = (oid: string): string | null => edwards[oid] ?? null
export const latticeNamed = (oid: string): string | null => lattices[oid] ?? null
export const otherNamed = (oid: string): string | null => others[oid] ?? null

/** The identifier of a curve or of an ML-DSA size by its JOSE name; null for a name that is not here. */
export function objectIdOf(name: string): string | null {
  for (const table of [curves, edwards, lattices])
    for (const [oid, known] of Object.entries(table)) if (known === name) return oid
  return null
}
