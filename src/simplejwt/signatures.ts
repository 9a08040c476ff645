/** Which signature does the server's key make, and is this one good? Each answer is found once. RFC 7515 §5. */
import { hmac } from '@noble/hashes/hmac.js'
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js'
import { encodeBase64url } from '../token/base64url.ts'
import { writeUtf8 } from '../token/utf8.ts'

/** Makes and checks what only WebCrypto can. Keys are PEM texts; a key that cannot do it is `null` or `false`, no throw. */
export interface AsymmetricDriver {
  /** Its own keys, which are a pair, stand in for those it is given: nobody has to try them. */
  readonly hasOwnPair?: true
  sign(algorithm: string, key: string, input: Uint8Array): Promise<Uint8Array | null>
  verify(algorithm: string, key: string, input: Uint8Array, signature: Uint8Array): Promise<boolean>
}

/**
 * What one key says, remembered for as long as the object lives. Two servers that share a key share the object; a
 * token that carries it needs no check. `null` means: not known yet, ask again after `settle`.
 */
export interface Signatures {
  readonly algorithm: string
  /** Base64url; '' where the key makes none. */
  sign(input: string): string | null
  /** `input` has one character per byte. */
  isGood(input: string, signature: Uint8Array): boolean | null
  /** Whether it accepts what it signs itself: not so where the two keys are no pair. */
  isPair(): boolean | null
  /** Answers what was asked since the last time; at once for HS256, HS384 and HS512. */
  settle(): Promise<void>
}

const hashes = { HS256: sha256, HS384: sha384, HS512: sha512 }
export const isHmac = (algorithm: string): algorithm is keyof typeof hashes =>
  Object.hasOwn(hashes, algorithm)

/** `verifyingKey` is not used for HS256, HS384 and HS512. `driver` null: no asymmetric signature is made or good. */
export function openSignatures(
  algorithm: string,
  signingKey: string,
  verifyingKey: string,
  driver: AsymmetricDriver | null,
): Signatures {
  if (isHmac(algorithm)) return hmacSignatures(algorithm, writeUtf8(signingKey))
  return asymmetricSignatures(algorithm, signingKey, verifyingKey, driver ?? withoutDriver)
}

function hmacSignatures(algorithm: keyof typeof hashes, secret: Uint8Array): Signatures {
  const made = new Map<string, string>()
  const sign = (input: string): string => {
    const known = made.get(input)
    if (known !== undefined) return known
    const signature = encodeBase64url(hmac(hashes[algorithm], secret, bytesOf(input)))
    made.set(input, signature)
    return signature
  }
  return {
    algorithm,
    sign,
    isGood: (input, signature) => sign(input) === encodeBase64url(signature),
    isPair: () => true,
    settle: async () => undefined,
  }
}

function asymmetricSignatures(
  algorithm: string,
  signingKey: string,
  verifyingKey: string,
  driver: AsymmetricDriver,
): Signatures {
  const made = new Map<string, string>()
  const checked = new Map<string, boolean>()
  const waiting = new Map<string, () => Promise<void>>()
  let pair: boolean | null = driver.hasOwnPair ?? null
  const findPair = async (): Promise<void> => {
    const signature = await driver.sign(algorithm, signingKey, PROBE)
    pair = signature !== null && (await driver.verify(algorithm, verifyingKey, PROBE, signature))
  }
  return {
    algorithm,
    sign(input) {
      const known = made.get(input)
      if (known !== undefined) return known
      waiting.set(input, async () => {
        const signature = await driver.sign(algorithm, signingKey, bytesOf(input))
        made.set(input, signature === null ? '' : encodeBase64url(signature))
      })
      return null
    },
    isPair() {
      if (pair === null) waiting.set('', findPair)
      return pair
    },
    isGood(input, signature) {
      const question = `${input}.${encodeBase64url(signature)}`
      const known = checked.get(question)
      if (known !== undefined) return known
      waiting.set(question, async () => {
        const isGood = await driver.verify(algorithm, verifyingKey, bytesOf(input), signature)
        checked.set(question, isGood)
      })
      return null
    },
    async settle() {
      const questions = [...waiting.values()]
      waiting.clear()
      await Promise.all(questions.map((ask) => ask()))
    },
  }
}

/** Any bytes will do. */
const PROBE = new Uint8Array(1)

const withoutDriver: AsymmetricDriver = {
  sign: async () => null,
  verify: async () => false,
}

/** One byte per character, as parts of a token arrive. */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}
