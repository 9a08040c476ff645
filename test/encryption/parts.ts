/** How does a test get at the parts of an encrypted token? */
import {
  type JsonNode,
  type JsonObject,
  memberNamed,
  readJson,
  stringMember,
} from '../../src/token/jsonText.ts'
import type { EncryptedParts } from '../../src/encryption/opening.ts'

/** Of the compact serialization. RFC 7516 §7.1. */
export function partsOf(token: string): EncryptedParts {
  const [protectedHeader = '', encryptedKey = '', iv = '', ciphertext = '', tag = ''] =
    token.split('.')
  const none = { unprotected: null, recipientHeader: null, aad: null }
  return { protectedHeader, encryptedKey, iv, ciphertext, tag, ...none }
}

/** One for each recipient of the general or flattened JSON serialization. RFC 7516 §7.2. */
export function partsOfJson(json: object): EncryptedParts[] {
  const { root } = readJson(JSON.stringify(json))
  const recipients = memberNamed(root, 'recipients')?.value
  const each = recipients?.kind === 'array' ? recipients.items : [root]
  return each.map((recipient) => ({
    protectedHeader: stringMember(root, 'protected') ?? '',
    unprotected: objectOf(memberNamed(root, 'unprotected')?.value),
    recipientHeader: objectOf(memberNamed(recipient, 'header')?.value),
    encryptedKey: stringMember(recipient, 'encrypted_key') ?? '',
    iv: stringMember(root, 'iv') ?? '',
    ciphertext: stringMember(root, 'ciphertext') ?? '',
    tag: stringMember(root, 'tag') ?? '',
    aad: stringMember(root, 'aad'),
  }))
}

const objectOf = (node: JsonNode | undefined): JsonObject | null =>
  node?.kind === 'object' ? node : null
