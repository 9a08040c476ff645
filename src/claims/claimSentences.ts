/** What does a claim that everybody uses say, with its value in the sentence? RFC 7519 §4.1, OpenID Connect Core §2 and §5.1. */
import { grouped } from '../token/grouped.ts'
import { type JsonNode, type JsonObject, memberNamed } from '../token/jsonText.ts'
import { tellCount } from './duration.ts'
import { REFUSED, type Saying, sayWrongType, STUMBLE, tellItems } from './saying.ts'
import { nameInSentence, shorten } from './shortText.ts'
import { tellList } from './shownInPart.ts'
import { isSimpleJwtClaim } from './simpleJwt.ts'
import { sayEmpty, sayTextClaim } from './textClaim.ts'

/**
 * The sentence of a claim that this page knows by name, or null. `claims` is the set that holds it. Time claims
 * are told in timeClaim.ts.
 */
export function sayKnownClaim(name: string, node: JsonNode, claims: JsonObject): Saying | null {
  const text = sayTextClaim(name, node)
  if (text !== null) return text
  switch (name) {
    case 'aud':
      return sayAudience(node)
    case 'scope':
      return sayScope(node)
    case 'email_verified':
    case 'phone_number_verified':
      return sayChecked(name, node)
    case 'roles':
    case 'groups':
    case 'entitlements':
    case 'amr':
      return saySeveral(name, node)
    case 'cnf':
      return node.kind === 'object'
        ? words(
            'bound to a key',
            'Its sender must prove to hold that key; the token alone is not enough.',
          )
        : sayWrongType(name, node, 'an object', STUMBLE)
    case 'user_id':
      return sayUserId(node, claims)
    default:
      return null
  }
}

function sayAudience(node: JsonNode): Saying {
  const refusal = 'A service that does not find its own name here must refuse it.'
  if (node.kind === 'string')
    return node.value === ''
      ? sayEmpty('aud')
      : words(`meant for ${nameInSentence(node.value)}`, refusal)
  if (node.kind !== 'array') return sayWrongType('aud', node, 'text or an array of texts', REFUSED)
  if (node.items.length === 0)
    return words(
      'meant for nobody, the array is empty',
      'A service that checks aud must refuse it.',
    )
  const odd = node.items.findIndex((item) => item.kind !== 'string')
  const found = node.items[odd]
  return found === undefined
    ? words(`meant for ${tellItems(node.items)}`, refusal)
    : sayWrongType(`Item ${grouped(odd + 1)} of aud`, found, 'text', REFUSED)
}

function sayScope(node: JsonNode): Saying {
  if (node.kind !== 'string')
    return sayWrongType(
      'scope',
      node,
      'one text with spaces between the scopes',
      'Programs that split the text find nothing.',
    )
  const { first, count } = readScopes(node.value)
  if (count === 0) return words('allows nothing, the text is empty', null)
  const named = first.map((scope) => nameInSentence(scope))
  return words(
    `allows ${tellList(named, count)}`,
    count < 4 ? null : `These are ${grouped(count)} scopes.`,
  )
}

/** The first three scopes and how many there are, without a text of its own for each of the others. RFC 6749 §3.3. */
function readScopes(text: string): { first: string[]; count: number } {
  const first: string[] = []
  let count = 0
  let start = 0
  while (start < text.length) {
    const space = text.indexOf(' ', start)
    const end = space === -1 ? text.length : space
    if (end > start && count++ < 3) first.push(text.slice(start, end))
    start = end + 1
  }
  return { first, count }
}

function sayChecked(name: string, node: JsonNode): Saying {
  const what = name === 'email_verified' ? 'the e-mail address' : 'the phone number'
  if (node.kind === 'true')
    return words(`the issuer checked that ${what} is the person’s own`, null)
  if (node.kind === 'false')
    return words(
      `the issuer did not check that ${what} is the person’s own`,
      'Do not find accounts by it.',
    )
  return sayWrongType(
    name,
    node,
    'true or false',
    'Strict programs take that for false, careless ones take any text for true.',
  )
}

function saySeveral(name: string, node: JsonNode): Saying {
  const wanted = 'an array of texts'
  if (node.kind !== 'array') return sayWrongType(name, node, wanted, STUMBLE)
  if (node.items.length === 0)
    return words(`no ${name === 'amr' ? 'way of signing in' : name}, the array is empty`, null)
  const list = tellItems(node.items)
  return name === 'amr'
    ? words(`the person signed in by ${list}`, null)
    : words(
        `has ${tellCount(node.items.length, name === 'entitlements' ? 'entitlement' : name.slice(0, -1))}: ${list}`,
        null,
      )
}

function sayUserId(node: JsonNode, claims: JsonObject): Saying | null {
  const isSimpleJwt = isSimpleJwtClaim('user_id', claims)
  if (node.kind === 'number') {
    const id = shorten(node.spelling)
    const addition = memberNamed(claims, 'iat') === undefined ? ' and add iat' : ''
    return words(
      `speaks for user ${id}, written as a number`,
      isSimpleJwt ? `Current releases of SimpleJWT write "${id}" as text${addition}.` : null,
    )
  }
  if (node.kind !== 'string') return null
  if (node.value === '') return sayEmpty('user_id')
  const isNumeral = /^\d{1,20}$/.test(node.value)
  return words(
    `speaks for user ${nameInSentence(node.value)}${isNumeral ? ', written as text' : ''}`,
    isSimpleJwt && isNumeral ? 'Older releases of SimpleJWT wrote it as a number.' : null,
  )
}

function words(said: string, sequel: string | null): Saying {
  return { kind: 'words', words: said, sequel }
}
