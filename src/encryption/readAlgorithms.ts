/** Which two algorithms does the header name, and does this page do them? RFC 7516 §4.1.1, §4.1.2. */
import type { ContentEncryption, EncryptionAlgorithm } from '../algorithms/algorithm.ts'
import { algorithmNamed } from '../algorithms/algorithms.ts'
import { contentEncryptionNamed } from '../algorithms/encryptionAlgorithms.ts'
import { type JsonNode, stringMember } from '../token/jsonText.ts'
import { Stopped } from './stopped.ts'

export interface AlgorithmPair {
  algorithm: EncryptionAlgorithm
  encryption: ContentEncryption
}

/** Throws Stopped for everything else, and for RSA1_5, which is known and never done. */
export function readAlgorithms(header: JsonNode): AlgorithmPair {
  const alg = stringMember(header, 'alg')
  if (alg === null) throw new Stopped({ kind: 'unreadable-header', gap: { code: 'alg-missing' } })
  const algorithm = algorithmNamed(alg)
  if (algorithm === undefined) throw new Stopped({ kind: 'unknown-name', member: 'alg', name: alg })
  if (algorithm.family !== 'encryption') throw new Stopped({ kind: 'signature-algorithm', alg })
  if (algorithm.management === 'rsa-pkcs1') throw new Stopped({ kind: 'never', alg })
  const enc = stringMember(header, 'enc')
  if (enc === null) throw new Stopped({ kind: 'unreadable-header', gap: { code: 'enc-missing' } })
  const encryption = contentEncryptionNamed(enc)
  if (encryption === undefined)
    throw new Stopped({ kind: 'unknown-name', member: 'enc', name: enc })
  return { algorithm, encryption }
}
