/** Freshly made keys of every kind that encryption takes, as texts for the key box. */
import { generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto'

export interface KeyTexts {
  /** PEM. */
  opens: string
  locks: string
  privateJwk: Record<string, unknown>
  publicJwk: Record<string, unknown>
}

const textsOf = (pair: { privateKey: KeyObject; publicKey: KeyObject }): KeyTexts => ({
  opens: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  locks: pair.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  privateJwk: { ...pair.privateKey.export({ format: 'jwk' }) },
  publicJwk: { ...pair.publicKey.export({ format: 'jwk' }) },
})

export const rsaKey = (bits: number): KeyTexts =>
  textsOf(generateKeyPairSync('rsa', { modulusLength: bits }))

export const agreementKey = (curve: string): KeyTexts =>
  textsOf(
    curve === 'X25519'
      ? generateKeyPairSync('x25519')
      : generateKeyPairSync('ec', { namedCurve: curve }),
  )

/** Hex. */
export const sharedKey = (bits: number): string => randomBytes(bits / 8).toString('hex')
