/** Who makes the signatures of the lab that HMAC does not make, and with which key are they checked? decisions.md F. */
import type { SignatureAlgorithm } from '../algorithms/algorithm.ts'
import { algorithmNamed } from '../algorithms/algorithms.ts'
import type { AsymmetricKey } from '../keys/keyKinds.ts'
import type { AsymmetricDriver } from '../simplejwt/signatures.ts'
import type { IssuedToken } from '../simulation/world.ts'

/** One key pair an algorithm, made when it is first asked for and kept as long as the page. */
const pairs = new Map<string, Promise<Pair | null>>()

interface Pair {
  readonly key: AsymmetricKey
  readonly text: string
}

export const labSigner: AsymmetricDriver = {
  hasOwnPair: true,
  async sign(name, _key, input) {
    const algorithm = signing(name)
    const pair = await pairFor(name)
    if (algorithm === null || pair === null) return null
    const { signAsymmetric } = await import('../verification/signAsymmetric.ts')
    const made = await signAsymmetric(algorithm, pair.key, new Uint8Array(input))
    return made instanceof Uint8Array ? made : null
  },
  async verify(name, _key, input, signature) {
    const algorithm = signing(name)
    const pair = await pairFor(name)
    if (algorithm === null || pair === null) return false
    const { verifyAsymmetric } = await import('../verification/verifyAsymmetric.ts')
    const [signed, made] = [new Uint8Array(input), new Uint8Array(signature)]
    return (await verifyAsymmetric(algorithm, pair.key, signed, made)) === 'match'
  },
}

/**
 * What the key box needs to check its tokens: the public half as a JWK, or the private key as PEM where it does not name
 * its public half, as with Ed25519. null where this browser makes no such key.
 */
export async function labKeyText(name: string): Promise<string | null> {
  const pair = await pairFor(name)
  if (pair === null) return null
  const { publicJwk } = await import('../keys/publicJwk.ts')
  const jwk = publicJwk(pair.key)
  return jwk === null ? pair.text : JSON.stringify({ ...jwk, alg: name }, null, 2)
}

/** Until each of them has its text. */
export async function signAll(tokens: readonly IssuedToken[]): Promise<void> {
  const unread = tokens.filter(({ minted }) => minted.text === null)
  await Promise.all(unread.map(async ({ minted }) => minted.signatures.settle()))
}

function signing(name: string): SignatureAlgorithm | null {
  const algorithm = algorithmNamed(name)
  return algorithm === undefined || algorithm.family === 'encryption' ? null : algorithm
}

async function pairFor(name: string): Promise<Pair | null> {
  const known = pairs.get(name) ?? makePair(name)
  pairs.set(name, known)
  return known
}

async function makePair(name: string): Promise<Pair | null> {
  const algorithm = signing(name)
  if (algorithm === null) return null
  const [{ generateKey }, { readKey }] = await Promise.all([
    import('../keys/generateKey.ts'),
    import('../keys/readKey.ts'),
  ])
  const made = await generateKey(algorithm, null)
  if (made.kind !== 'generated') return null
  const key = readKey(made.text, made.encoding)
  return key.kind === 'private' ? { key, text: made.text } : null
}
