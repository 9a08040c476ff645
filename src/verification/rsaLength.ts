/** Can a signature of so many bytes come from an RSA key in use, where no key tells its length? RFC 7518 §3.3, RFC 8017 §8. */
import { algorithmNamed } from '../algorithms/algorithms.ts'
import { counted } from '../token/quote.ts'
import { algorithmOf, type TokenReading } from '../token/readToken.ts'

/** Bytes of the keys that nearly all issuers have: 2,048, 3,072 and 4,096 bits. */
const USUAL = [256, 384, 512]

/** Bytes of keys of other round sizes, of which nothing is said. */
const OTHERS: ReadonlySet<number> = new Set([64, 96, 128, 192, 320, 448, 640, 768, 1024, 2048])

/**
 * Both are the beginning of a sentence without its end. null for a length in use, for no signature, and for another
 * algorithm, whose length is known without a key.
 */
export function tellOddLength(reading: TokenReading): { cause: string; found: string } | null {
  const family = algorithmNamed(algorithmOf(reading) ?? '')?.family
  if (family !== 'rsa-pkcs1' && family !== 'rsa-pss') return null
  const bytes = reading.signature?.bytes.length ?? 0
  if (bytes === 0 || USUAL.includes(bytes) || OTHERS.has(bytes)) return null
  const [nearest = 0] = USUAL.toSorted((a, b) => Math.abs(a - bytes) - Math.abs(b - bytes))
  return {
    cause:
      bytes < nearest ? 'The end was probably cut off' : 'Something was probably added at the end',
    found: `The signature is ${counted(bytes, 'byte')}, where RSA keys in use make 256, 384 or 512`,
  }
}
