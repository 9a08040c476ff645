/** What stands inside a claim whose value is an object, and what does each member say? RFC 8693 §4.1, RFC 7800 §3, RFC 8417 §2.2, OpenID Connect Core §5.1.1. */
import { grouped } from '../token/grouped.ts'
import type { JsonMember, JsonNode, JsonObject } from '../token/jsonText.ts'
import { sayKnownClaim } from './claimSentences.ts'
import { readNumericDate } from './numericDate.ts'
import { type Saying, sayByType, tellItems, tellSaying } from './saying.ts'
import { nameInSentence, shorten } from './shortText.ts'
import { isTimeClaim, sayTime, type TimeContext } from './timeClaim.ts'

export interface InsideReading {
  /** The names that lead there from the claim, shortened: "act sub". */
  path: string
  sentence: string
}

/** Deeper, and more of one claim, is left to the pane. */
const DEEPEST = 3
const MOST = 16

/** What a member of an object of that name means; a text continues "It says: ". */
const MEANINGS = new Map<string, Map<string, string>>([
  [
    'cnf',
    new Map([
      ['jwk', 'this is the public key that the sender must prove to hold'],
      ['jwe', 'this is the key to prove, encrypted for its reader'],
      ['kid', 'the sender must prove to hold the key of this name'],
      ['jku', 'the key to prove lies in the set at this address'],
      ['jkt', 'the sender must prove, by DPoP, to hold the key with this thumbprint'],
      ['x5t#S256', 'the sender must use the TLS certificate with this thumbprint'],
      ['osc', 'these are the settings for messages protected by OSCORE'],
    ]),
  ],
  [
    'address',
    new Map([
      ['formatted', 'the whole address, as on an envelope'],
      ['street_address', 'street and house'],
      ['locality', 'the town'],
      ['region', 'the state, province or region'],
      ['postal_code', 'the postal code'],
      ['country', 'the country'],
    ]),
  ],
  ['realm_access', new Map([['roles', 'roles that hold in the whole Keycloak realm']])],
  ['resource_access', new Map()],
  ['account', new Map([['roles', 'roles that hold for this client only']])],
  [
    'vc',
    new Map([
      ['@context', 'the vocabulary in which the credential is written'],
      ['type', 'the kind of credential'],
      ['id', 'the credential’s own address'],
      ['issuer', 'who issued the credential'],
      ['issuanceDate', 'from when on the credential holds'],
      ['validFrom', 'from when on the credential holds'],
      ['expirationDate', 'until when the credential holds'],
      ['validUntil', 'until when the credential holds'],
      ['credentialSubject', 'what the credential says, and of whom'],
      ['credentialStatus', 'where to look up whether it was taken back'],
      ['credentialSchema', 'the shape that the credential keeps to'],
      ['evidence', 'on what the issuer relied'],
    ]),
  ],
])

const EVENTS = new Map<string, string>([
  ['http://schemas.openid.net/event/backchannel-logout', 'the session has ended: log out'],
  ['https://schemas.openid.net/secevent/caep/event-type/session-revoked', 'a session was ended'],
  [
    'https://schemas.openid.net/secevent/caep/event-type/credential-change',
    'a password or other credential changed',
  ],
  [
    'https://schemas.openid.net/secevent/risc/event-type/account-disabled',
    'an account was disabled',
  ],
])

/** Claims whose members are claims themselves. */
const HOLDS_CLAIMS = new Set(['act', 'may_act'])

/** Of a claim that this page knows from inside, what its members say, in the token’s order; empty for all else. Never throws. */
export function explainInside(
  { name, value }: JsonMember,
  context: TimeContext & { isVerified: boolean },
): InsideReading[] {
  if (value.kind !== 'object' || !isKnown(name)) return []
  return inside(name, value, [name], context).slice(0, MOST)
}

const isKnown = (name: string): boolean =>
  MEANINGS.has(name) || HOLDS_CLAIMS.has(name) || name === 'events'

function inside(
  holder: string,
  node: JsonObject,
  path: string[],
  context: TimeContext & { isVerified: boolean },
): InsideReading[] {
  const readings: InsideReading[] = []
  for (const { name, value } of node.members.slice(0, MOST)) {
    const here = [...path, shorten(name)]
    const sentence = tellSaying(say(holder, name, value, node, context), context.isVerified, false)
    readings.push({ path: here.join(' '), sentence })
    const deeper = holderOf(holder, name)
    if (value.kind === 'object' && deeper !== null && path.length < DEEPEST)
      readings.push(...inside(deeper, value, here, context))
  }
  return readings
}

/** As what the members of a member are read; null where they are not. */
function holderOf(holder: string, name: string): string | null {
  if (HOLDS_CLAIMS.has(holder) && HOLDS_CLAIMS.has(name)) return name
  return holder === 'resource_access' ? 'account' : null
}

function say(
  holder: string,
  name: string,
  value: JsonNode,
  claims: JsonObject,
  context: TimeContext,
): Saying {
  if (HOLDS_CLAIMS.has(holder)) {
    if (name === holder) return words('who acted before, one step back')
    if (isTimeClaim(name)) return sayTime(name, readNumericDate(value), context)
    return sayKnownClaim(name, value, claims) ?? sayByType(value)
  }
  if (holder === 'events') return words(EVENTS.get(name) ?? 'an event of this kind happened')
  if (holder === 'resource_access') return words('what holds for this client alone')
  const meaning = MEANINGS.get(holder)?.get(name)
  return meaning === undefined ? sayByType(value) : words(`${meaning}${tellShortly(value)}`)
}

function tellShortly(value: JsonNode): string {
  switch (value.kind) {
    case 'string':
      return `: ${nameInSentence(value.value)}`
    case 'number':
      return `: ${shorten(value.spelling)}`
    case 'array':
      return value.items.length === 0 ? ': none' : `: ${tellItems(value.items)}`
    case 'object':
      return `, ${grouped(value.members.length)} ${value.members.length === 1 ? 'member' : 'members'}`
    default:
      return `: ${value.kind}`
  }
}

const words = (said: string): Saying => ({ kind: 'words', words: said, sequel: null })
