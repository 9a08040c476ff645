/** What does each of the five parts of an encrypted token do, and which key has to do with it? RFC 7516 §5.1. */
import type { ContentEncryption, EncryptionAlgorithm } from '../algorithms/algorithm.ts'

/** `told` is one sentence or two. */
export interface SealedPartTold {
  name: string
  told: string
}

/** In the order of the token, always five; null for an algorithm that is not known. */
export function tellSealedParts(
  algorithm: EncryptionAlgorithm | null,
  encryption: ContentEncryption | null,
): SealedPartTold[] {
  const how = encryption === null ? 'encrypted' : `encrypted by ${encryption.name}`
  return [
    { name: 'Header', told: 'Readable by anyone. It names how the rest was made.' },
    { name: 'Encrypted key', told: tellEncryptedKey(algorithm) },
    {
      name: 'Initialization vector',
      told: 'Made anew for every token, so that the same content never looks the same twice.',
    },
    { name: 'Ciphertext', told: `The content, ${how} with the content key.` },
    {
      name: 'Authentication tag',
      told: 'Made with the content key too. It shows a change of the header, the vector or the ciphertext.',
    },
  ]
}

function tellEncryptedKey(algorithm: EncryptionAlgorithm | null): string {
  if (algorithm === null) return 'How the reader gets the key of the content.'
  const { management, wrapBits } = algorithm
  switch (management) {
    case 'rsa-pkcs1':
    case 'rsa-oaep':
      return 'A fresh content key, encrypted with the reader’s public RSA key. Only the private RSA key gets it back.'
    case 'key-wrap':
    case 'gcm-wrap':
      return 'A fresh content key, wrapped with the shared key. Whoever holds the shared key can read and make such tokens.'
    case 'direct':
      return 'Empty: the shared key is the content key itself.'
    case 'agreement':
      return wrapBits === null
        ? 'Empty: the content key follows from the sender’s one-time key (epk) and the reader’s private key.'
        : 'A fresh content key, wrapped with a key that follows from the sender’s one-time key (epk) and the reader’s private key.'
    case 'password':
      return 'A fresh content key, wrapped with a key made from the password. The header says with which salt (p2s) and how many rounds (p2c).'
    default:
      return management satisfies never
  }
}
