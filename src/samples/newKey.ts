/** How does a token read that a key made just now has signed, and what is its public key? Loaded late. */
import { algorithmNamed } from '../algorithms/algorithms.ts'
import { generateKey } from '../keys/generateKey.ts'
import { publicForms } from '../keys/importKey.ts'
import type { AsymmetricKey } from '../keys/keyKinds.ts'
import { readKey } from '../keys/readKey.ts'
import { encodeBase64url } from '../token/base64url.ts'
import { plainForm, readAnyForm } from '../token/readAnyForm.ts'
import { writeUtf8 } from '../token/utf8.ts'
import { signReading } from '../verification/signReading.ts'

export interface NewKey {
  /** Signs claims under a header that begins with `alg` and `typ`; null where the browser cannot. */
  sign: (claims: object, header?: object) => Promise<string | null>
  /** Signs header and payload as these texts spell them. */
  signTexts: (header: string, payload: string) => Promise<string | null>
  publicPem: string
  publicJwk: string
}

/** The private key lives as long as what is given back. null where this browser cannot make one. */
export async function makeNewKey(alg: string): Promise<NewKey | null> {
  const algorithm = algorithmNamed(alg)
  const made = algorithm && (await generateKey(algorithm, null))
  if (made?.kind !== 'generated') return null
  const key = readKey(made.text, made.encoding)
  if (key.kind !== 'private') return null
  const forms = await publicForms(key, alg)
  return (
    forms && {
      sign: (claims, header = {}) =>
        sign(key, JSON.stringify({ alg, typ: 'JWT', ...header }), JSON.stringify(claims)),
      signTexts: (header, payload) => sign(key, header, payload),
      publicPem: forms.pem,
      publicJwk: forms.jwk,
    }
  )
}

async function sign(key: AsymmetricKey, header: string, payload: string): Promise<string | null> {
  const [first, second] = [header, payload].map((part) => encodeBase64url(writeUtf8(part)))
  const signing = await signReading(readAnyForm(`${first}.${second}.`, plainForm), key)
  return signing.kind === 'signed' ? signing.token : null
}
