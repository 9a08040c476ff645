/** Whom does the toy server take the bearer of a token for, and which of its lines decides? A server for one room of a lesson, in the page. */
import { readKey } from '../keys/readKey.ts'
import { type JsonObject, memberNamed, stringMember } from '../token/jsonText.ts'
import { algorithmOf, claimsSetOf, readToken, type TokenReading } from '../token/readToken.ts'
import { quoted } from '../token/visible.ts'
import { writeUtf8 } from '../token/utf8.ts'
import { HMAC_HASHES, isMac } from '../verification/hmac.ts'
import { verifySignature } from '../verification/verifySignature.ts'
import type { Switches } from './switches.ts'
import type { LineId } from './toyCode.ts'

/** What the server keeps. A key is text: a secret, a public key as PEM, or a JWK. */
export interface ToyServer {
  alg: 'HS256' | 'RS256' | 'ES256'
  switches: Switches
  key: string
  /** Path → content, for whoever gets the server to open one. Keys lie in `/srv/keys/`. */
  files: ReadonlyMap<string, string>
  /** Seconds. */
  now: number
}

export type Outcome =
  | { kind: 'accepted'; line: LineId; user: string; isAdmin: boolean }
  | { kind: 'refused'; line: LineId; why: string }

const KEY_FOLDER = '/srv/keys/'

const refuse = (line: LineId, why: string): Outcome => ({ kind: 'refused', line, why })

/** Goes through the lines of `toyCode` in their order, and stops where one refuses. Never rejects. */
export async function askToyServer(server: ToyServer, token: string): Promise<Outcome> {
  const { switches, alg } = server
  const reading = readToken(token)
  if (reading.form !== 'jws') return refuse('split', 'The token does not have three parts.')
  const { joseHeader } = reading
  const claims = claimsSetOf(reading)
  if (joseHeader === null) return refuse('header', 'The header is no JSON object.')
  if (claims === null) return refuse('payload', 'The payload is no JSON object.')
  const named = algorithmOf(reading)
  if (named === null) return refuse('algorithm', 'The header names no alg.')
  if (switches.pinsAlgorithm && named !== alg)
    return refuse('algorithm', `The header says ${quoted(named)}, the server takes ${alg} alone.`)
  const key = keyFor(server, joseHeader)
  if (key === null) {
    const kid = stringMember(joseHeader, 'kid') ?? ''
    return refuse('kid', `There is no key ${quoted(kid)}.`)
  }
  if (switches.bindsKey && kindOfKey(key) !== kindFor(named))
    return refuse('kind', `${quoted(named)} takes ${kindFor(named)}, this is ${kindOfKey(key)}.`)
  if (switches.checksSignature && !(await matches(named, key, reading)))
    return refuse('signature', 'The signature does not match header, payload and key.')
  const exp = memberNamed(claims, 'exp')?.value
  if (exp?.kind !== 'number' || Number(exp.spelling) <= server.now)
    return refuse('expiry', 'exp is missing or has passed.')
  return welcome(claims)
}

function welcome(claims: JsonObject): Outcome {
  const admin = memberNamed(claims, 'admin')?.value
  return {
    kind: 'accepted',
    line: 'answer',
    user: stringMember(claims, 'user') ?? 'nobody',
    isAdmin: admin?.kind === 'true',
  }
}

/** The key that the server takes, after whatever the header got it to do; null where it finds none. */
function keyFor({ switches, key, files }: ToyServer, header: JsonObject): string | null {
  const jwk = memberNamed(header, 'jwk')?.value
  if (!switches.ignoresHeaderKey && jwk?.kind === 'object') return textOfJwk(jwk)
  const kid = stringMember(header, 'kid') ?? 'main'
  if (switches.looksUpKid) return kid === 'main' ? key : null
  const path = resolvePath(KEY_FOLDER + kid)
  return path === `${KEY_FOLDER}main` ? key : (files.get(path) ?? null)
}

/** `..` leads a folder up, as on a disk. */
function resolvePath(path: string): string {
  const folders: string[] = []
  for (const name of path.split('/'))
    if (name === '..') folders.pop()
    else if (name !== '' && name !== '.') folders.push(name)
  return `/${folders.join('/')}`
}

/** Members that are text are all that a public key of this kind needs. */
function textOfJwk(jwk: JsonObject): string {
  const members = jwk.members.flatMap(({ name, value }) =>
    value.kind === 'string' ? [[name, value.value] as const] : [],
  )
  return JSON.stringify(Object.fromEntries(members))
}

type Kind = 'a shared secret' | 'an RSA public key' | 'an EC public key' | 'no key'

function kindFor(alg: string): Kind {
  if (alg.startsWith('HS')) return 'a shared secret'
  if (alg.startsWith('RS') || alg.startsWith('PS')) return 'an RSA public key'
  return alg.startsWith('ES') ? 'an EC public key' : 'no key'
}

/** A secret is what nobody took care to make anything else. */
function kindOfKey(text: string): Kind {
  const key = readKey(text, 'utf8')
  if (key.kind !== 'public' && key.kind !== 'private') return 'a shared secret'
  return key.shape.type === 'RSA' ? 'an RSA public key' : 'an EC public key'
}

/** As a library does that believes the header: none wants nothing, HMAC takes any text as its secret. */
async function matches(alg: string, key: string, reading: TokenReading): Promise<boolean> {
  const { payload, signature, text } = reading
  if (!payload || !signature) return false
  if (alg.toLowerCase() === 'none') return signature.text === ''
  const hash = HMAC_HASHES.get(alg)
  if (hash)
    return isMac(hash, writeUtf8(key), writeUtf8(text.slice(0, payload.end)), signature.bytes)
  const verdict = await verifySignature({ token: text, keyText: key, encoding: 'utf8' }, reading)
  return verdict.kind === 'verified'
}
