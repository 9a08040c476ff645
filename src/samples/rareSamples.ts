/** How are the examples made that show more than a signed token of three parts? Loaded late. */
import { digestOf } from '../disclosure/digest.ts'
import { encryptToken } from '../encryption/encryptToken.ts'
import { encodeBase64url } from '../token/base64url.ts'
import { writeUtf8 } from '../token/utf8.ts'
import { signHmacToken } from '../verification/signToken.ts'
import { DEMO_SECRET } from './freshPair.ts'
import { makeNewKey } from './newKey.ts'
import type { Moment } from './samples.ts'

/** A token and the text for the key box. */
export interface RareSample {
  token: string
  key: string
}

/** 32 bytes, public on purpose: as long as A256GCM wants its key. */
export const DEMO_KEY = 'jwt-lens demo key, seen by anyone'.slice(0, 32)

const HOUR = 60 * 60

const claimsAt = (now: number): object => ({
  iss: 'https://login.example',
  sub: '42',
  aud: 'https://api.example',
  iat: now,
  exp: now + HOUR,
})

/** The shared key encrypts the claims directly. */
export async function makeEncrypted({ now }: Moment): Promise<RareSample | null> {
  const header = '{"alg":"dir","enc":"A256GCM","typ":"JWT"}'
  const claims = writeUtf8(JSON.stringify(claimsAt(now)))
  const made = await encryptToken(header, claims, DEMO_KEY, 'utf8')
  return made.kind === 'made' ? { token: made.token, key: DEMO_KEY } : null
}

/** Signed first, then encrypted (RFC 7519 §11.2); one set holds both keys. */
export async function makeNested({ now }: Moment): Promise<RareSample | null> {
  const inner = signHmacToken(
    '{"alg":"HS256","typ":"JWT","kid":"inside"}',
    JSON.stringify(claimsAt(now)),
    'HS256',
    writeUtf8(DEMO_SECRET),
  )
  const keys = [
    { kty: 'oct', kid: 'outside', k: encodeBase64url(writeUtf8(DEMO_KEY)) },
    { kty: 'oct', kid: 'inside', k: encodeBase64url(writeUtf8(DEMO_SECRET)) },
  ]
  const key = JSON.stringify({ keys }, null, 2)
  const header = '{"alg":"dir","enc":"A256GCM","cty":"JWT","kid":"outside"}'
  const made = await encryptToken(header, writeUtf8(inner), key, 'utf8')
  return made.kind === 'made' ? { token: made.token, key } : null
}

/** Three hidden claims, two of them disclosed to one verifier by the holder of a key of its own (RFC 9901). */
export async function makeSelective({ now, makeId }: Moment): Promise<RareSample | null> {
  const [issuer, holder] = await Promise.all([makeNewKey('ES256'), makeNewKey('ES256')])
  if (issuer === null || holder === null) return null
  const hidden = [
    ['given_name', 'Ada'],
    ['birthdate', '1815-12-10'],
    ['email', 'ada@example.org'],
  ].map(([name, value]) => encodeBase64url(writeUtf8(JSON.stringify([makeId(), name, value]))))
  const issued = await issuer.sign(
    {
      ...claimsAt(now),
      _sd_alg: 'sha-256',
      _sd: inOrder(hidden.map((text) => digestOf(SHA_256, text) ?? '')),
      cnf: { jwk: JSON.parse(holder.publicJwk) },
    },
    { typ: 'dc+sd-jwt' },
  )
  const presented = `${[issued, ...hidden.slice(0, 2)].join('~')}~`
  const binding = await holder.sign(
    {
      iat: now,
      aud: 'https://shop.example',
      nonce: makeId(),
      sd_hash: digestOf(SHA_256, presented),
    },
    { typ: 'kb+jwt' },
  )
  return issued && binding ? { token: presented + binding, key: issuer.publicPem } : null
}

/** By their characters, so that the order tells nothing of the claims. */
const inOrder = (digests: string[]): string[] => digests.toSorted((a, b) => (a < b ? -1 : 1))

const SHA_256 = { kind: 'known', name: 'sha-256', isStated: true } as const

/** Permissions by the hundred: more than a server takes in one header. */
export function makeBig({ now }: Moment): RareSample {
  const perms = ['read', 'write', 'delete'].flatMap((act) =>
    Array.from(
      { length: 110 },
      (_, index) => `${act}:project-${String(index + 1).padStart(4, '0')}`,
    ),
  )
  const claims = JSON.stringify({ ...claimsAt(now), perms })
  const header = '{"alg":"HS256","typ":"JWT"}'
  return {
    token: signHmacToken(header, claims, 'HS256', writeUtf8(DEMO_SECRET)),
    key: DEMO_SECRET,
  }
}
