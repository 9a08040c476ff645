/** Which bytes do the parts of an encrypted token carry, and can they be what they stand for? RFC 7516 §5.2, RFC 7518 §4–5. */
import { encodeBase64url, readBase64url } from '../token/base64url.ts'
import type { EncryptedParts, SealedPart } from './opening.ts'
import type { AlgorithmPair } from './readAlgorithms.ts'
import { faulty } from './stopped.ts'

/** Base64url without faults; what is empty or absent in the token is undefined. */
export interface SealedTexts {
  encryptedKey: string | undefined
  /** In bytes. */
  encryptedKeyLength: number
  iv: string
  ciphertext: string
  tag: string
  aad: string | undefined
}

/** RFC 3394 §2.2.1: the wrapped key is one block of 64 bits longer. */
const WRAP_BYTES = 8

/** Padding and the standard alphabet are read, as they leave the bytes certain. Throws Stopped for what no key can open. */
export function readSealedParts(parts: EncryptedParts, pair: AlgorithmPair): SealedTexts {
  const { encryption } = pair
  const encryptedKey = readPart(parts.encryptedKey, 'encrypted key')
  checkEncryptedKey(encryptedKey.length, pair)
  const iv = readPart(parts.iv, 'initialization vector')
  checkLength(iv.length, 'initialization vector', encryption.ivBytes)
  const ciphertext = readPart(parts.ciphertext, 'ciphertext')
  const { blockBytes } = encryption
  if (ciphertext.length % blockBytes !== 0 || (blockBytes > 1 && ciphertext.length === 0))
    throw faulty({ code: 'not-in-blocks', bytes: ciphertext.length, block: blockBytes })
  const tag = readPart(parts.tag, 'authentication tag')
  checkLength(tag.length, 'authentication tag', encryption.tagBytes)
  // the additional data is authenticated as text, so its spelling stays
  if (parts.aad !== null) readPart(parts.aad, 'additional data')
  return {
    encryptedKey: encryptedKey.length === 0 ? undefined : encodeBase64url(encryptedKey),
    encryptedKeyLength: encryptedKey.length,
    iv: encodeBase64url(iv),
    ciphertext: encodeBase64url(ciphertext),
    tag: encodeBase64url(tag),
    aad: parts.aad === null || parts.aad === '' ? undefined : parts.aad,
  }
}

function readPart(text: string, part: SealedPart): Uint8Array {
  const { bytes, faults } = readBase64url(text)
  const fault = faults.find(
    ({ code }) => code === 'illegal-character' || code === 'impossible-length',
  )
  if (fault !== undefined) throw faulty({ code: 'part-unreadable', part, position: fault.at + 1 })
  return bytes
}

function checkLength(bytes: number, part: SealedPart, expected: number): void {
  if (bytes === 0) throw faulty({ code: 'part-missing', part })
  if (bytes !== expected) throw faulty({ code: 'part-length', part, bytes, expected })
}

/** An RSA key decides the length itself, so that one is looked at with the key. */
function checkEncryptedKey(bytes: number, { algorithm, encryption }: AlgorithmPair): void {
  const part = 'encrypted key'
  const content = encryption.keyBits / 8
  switch (algorithm.management) {
    case 'direct':
      return checkAbsence(bytes)
    case 'agreement':
      if (algorithm.wrapBits === null) return checkAbsence(bytes)
      return checkLength(bytes, part, content + WRAP_BYTES)
    case 'key-wrap':
    case 'password':
      return checkLength(bytes, part, content + WRAP_BYTES)
    case 'gcm-wrap':
      return checkLength(bytes, part, content)
    case 'rsa-oaep':
    case 'rsa-pkcs1':
      if (bytes === 0) throw faulty({ code: 'part-missing', part })
      return
    default:
      algorithm.management satisfies never
  }
}

function checkAbsence(bytes: number): void {
  if (bytes > 0) throw faulty({ code: 'encrypted-key-unexpected', bytes })
}
