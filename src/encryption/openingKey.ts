/** How does a key from the box come into the browser's hands to open, or to lock? RFC 7517 §4, RFC 7518 §6. */
import { type CryptoKey as ImportedKey, exportJWK, importJWK, importPKCS8, importSPKI } from 'jose'
import { type JsonNode, memberNamed, readJson, stringMember } from '../token/jsonText.ts'
import type { Candidate } from './chooseOpeners.ts'

/**
 * The private key of the candidate, which was read from `keyText`. Rejects where the browser refuses it.
 * Of a JWK only the members of the key itself are handed over: `use` and its kin are told, not obeyed.
 */
export async function importPrivateHalf(
  { key, index }: Candidate,
  keyText: string,
  alg: string,
  isExtractable = false,
): Promise<ImportedKey> {
  const options = { extractable: isExtractable }
  if (key.kind !== 'private') throw new TypeError('not a private key')
  if (key.material?.form === 'pkcs8') return importPKCS8(key.material.pem, alg, options)
  return asCryptoKey(await importJWK(privateMembers(keyText, index), alg, options))
}

/** The public key of the candidate, or the public half of a private one. Rejects where the browser refuses it. */
export async function importPublicHalf(
  candidate: Candidate,
  keyText: string,
  alg: string,
): Promise<ImportedKey> {
  const { key } = candidate
  if (key.kind === 'secret') throw new TypeError('not a public key')
  switch (key.material?.form) {
    case 'spki':
      return importSPKI(key.material.pem, alg)
    case 'jwk':
      return importPublicJwk(key.material.jwk, alg)
    case 'pkcs8': {
      const { kty, crv, x, y, n, e } = await exportJWK(
        await importPrivateHalf(candidate, keyText, alg, true),
      )
      const members = Object.entries({ kty, crv, x, y, n, e })
      return importPublicJwk(
        Object.fromEntries(
          members.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
        ),
        alg,
      )
    }
    case undefined:
      throw new TypeError('not a key that any browser takes')
    default:
      return key.material satisfies never
  }
}

/** Rejects, among others, a point that is not on its curve. */
export async function importPublicJwk(
  jwk: Record<string, string>,
  alg: string,
): Promise<ImportedKey> {
  return asCryptoKey(await importJWK(jwk, alg))
}

const KEY_MEMBERS = 'kty crv x y d n e p q dp dq qi'.split(' ')

function privateMembers(keyText: string, index: number | null): Record<string, string> {
  const { root } = readJson(keyText)
  const keys = index === null ? undefined : memberNamed(root, 'keys')?.value
  const node: JsonNode | null =
    keys?.kind === 'array' && index !== null ? (keys.items[index] ?? null) : root
  return Object.fromEntries(
    KEY_MEMBERS.flatMap((name) => {
      const value = stringMember(node, name)
      return value === null ? [] : [[name, value]]
    }),
  )
}

function asCryptoKey(key: ImportedKey | Uint8Array): ImportedKey {
  // bytes come out of oct keys alone, and none gets here
  if (key instanceof Uint8Array) throw new TypeError('not an asymmetric key')
  return key
}
