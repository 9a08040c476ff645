/** What is a token for, by its claims or by the name of what holds it? */
import { readJson, stringMember } from '../token/jsonText.ts'
import { decodedText, type HeaderPeek } from './joseHeader.ts'
import type { Place } from './place.ts'

/** A payload of more characters is not searched for its type: its name is not worth the wait. */
const LONGEST_PAYLOAD = 200_000

/** By `token_type` (SimpleJWT), `typ` (Keycloak) or `token_use` (Cognito), else by the header’s `typ`; null where none says. */
export function nameByClaims(text: string, header: HeaderPeek | null): string | null {
  const [, payload = ''] = text.split('.', 2)
  if (payload.length <= LONGEST_PAYLOAD) {
    const { root } = readJson(decodedText(payload))
    for (const claim of ['token_type', 'token_use', 'typ']) {
      const name = nameByWord(stringMember(root, claim) ?? '')
      if (name !== null) return name
    }
  }
  return /^(?:application\/)?at\+jwt$/i.test(header?.typ ?? '') ? 'Access' : null
}

/** By the header, member, cookie, parameter or setting that holds it. */
export function nameByPlace(place: Place): string | null {
  switch (place.kind) {
    case 'header':
      return nameByWord(place.header)
    case 'json':
    case 'body':
      return nameByWord(place.member ?? '')
    case 'form':
      return nameByWord(place.parameter)
    case 'url':
      return nameByWord(place.parameter ?? '')
    case 'cookie':
      return nameByWord(place.cookie)
    case 'har':
    case 'setting':
      return nameByWord(place.name ?? '')
    case 'plain':
    case 'text':
    case 'scheme':
    case 'option':
      return null
    default:
      return place satisfies never
  }
}

/** The answer to a login is shown by its access token, though SimpleJWT writes the refresh token first. */
export function accessFirst<Found extends { token: { place: Place } }>(found: Found[]): Found[] {
  const names = found.map(({ token: { place } }) => place.kind === 'json' && nameByPlace(place))
  return found.length === 2 && names[0] === 'Refresh' && names[1] === 'Access'
    ? found.toReversed()
    : found
}

function nameByWord(word: string): string | null {
  if (/refresh/i.test(word)) return 'Refresh'
  if (/^id$|id[_-]?token/i.test(word)) return 'ID'
  if (/access/i.test(word)) return 'Access'
  return /^sliding$/i.test(word) ? 'Sliding' : null
}
