/** Which values does HMAC go through on its way from a secret to a tag? RFC 2104 §2. */
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js'
import type { HashName } from '../algorithms/algorithm.ts'
import { grouped } from '../token/grouped.ts'
import { counted } from '../token/quote.ts'

const hashes = { 'SHA-256': sha256, 'SHA-384': sha384, 'SHA-512': sha512 }

/** All but `secretBytes` and `blockBytes`, which are counts, are the bytes themselves. */
export interface MacSteps {
  hash: HashName
  secretBytes: number
  /** Of the hash: 64, or 128 for SHA-384 and SHA-512. */
  blockBytes: number
  /** The secret, or the hash of one longer than a block, filled up with zeros to one block. */
  keyBlock: Uint8Array
  /** The key block, each byte XOR 36 (hex). */
  innerKey: Uint8Array
  /** The hash of the inner key and the message after it. */
  innerHash: Uint8Array
  /** The key block, each byte XOR 5C (hex). */
  outerKey: Uint8Array
  /** The hash of the outer key and the inner hash after it. */
  mac: Uint8Array
}

const INNER_PAD = 0x36
const OUTER_PAD = 0x5c

/** Any secret goes, an empty one too. Never throws. */
export function macSteps(hash: HashName, secret: Uint8Array, message: Uint8Array): MacSteps {
  const digest = hashes[hash]
  const { blockLen: blockBytes } = digest
  const keyBlock = new Uint8Array(blockBytes)
  keyBlock.set(secret.length > blockBytes ? digest(secret) : secret)
  const innerKey = keyBlock.map((byte) => byte ^ INNER_PAD)
  const innerHash = digest.create().update(innerKey).update(message).digest()
  const outerKey = keyBlock.map((byte) => byte ^ OUTER_PAD)
  const mac = digest.create().update(outerKey).update(innerHash).digest()
  return {
    hash,
    secretBytes: secret.length,
    blockBytes,
    keyBlock,
    innerKey,
    innerHash,
    outerKey,
    mac,
  }
}

/** `title` names the value, `told` says how it came about. */
export interface MacStepTold {
  title: string
  told: string
  bytes: Uint8Array
}

/** The five values in the order they are made. */
export function tellMacSteps(steps: MacSteps): MacStepTold[] {
  const { hash } = steps
  return [
    { title: 'Key block', told: tellKeyBlock(steps), bytes: steps.keyBlock },
    {
      title: 'Inner key',
      told: `Every byte of the key block XOR 36 (hex).`,
      bytes: steps.innerKey,
    },
    {
      title: 'Inner hash',
      told: `${hash} of the inner key followed by the signing input.`,
      bytes: steps.innerHash,
    },
    {
      title: 'Outer key',
      told: 'Every byte of the key block XOR 5C (hex).',
      bytes: steps.outerKey,
    },
    {
      title: 'Tag',
      told: `${hash} of the outer key followed by the inner hash.`,
      bytes: steps.mac,
    },
  ]
}

function tellKeyBlock({ hash, secretBytes, blockBytes, mac }: MacSteps): string {
  const secret = `The secret is ${grouped(secretBytes)} ${secretBytes === 1 ? 'byte' : 'bytes'}`
  if (secretBytes === blockBytes) return `${secret}, exactly one block of ${hash}.`
  if (secretBytes < blockBytes)
    return `${secret}; ${counted(blockBytes - secretBytes, 'zero byte')} fill it up to ${blockBytes}, the block of ${hash}.`
  return `${secret}, longer than the block of ${blockBytes}. So its ${hash} stands in, ${mac.length} bytes and ${blockBytes - mac.length} zero bytes.`
}

/** SHA-256 of any bytes, as `sha256sum` prints it: lower-case hex. */
export function sha256Hex(bytes: Uint8Array): string {
  return Array.from(sha256(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
