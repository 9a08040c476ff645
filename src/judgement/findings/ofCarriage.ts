/** What does the way a token came here say against it? RFC 6750 §2.3, §5.3, RFC 9700 §4.3.2, RFC 6265 §4.1.2, §8.2. */
import { tellDuration } from '../../claims/duration.ts'
import { meantDate, tellUtc } from '../../claims/numericDate.ts'
import {
  attributeNamed,
  type Carriage,
  type CarriageFault,
  faultsOfCarriage,
  tellCarriageFault,
} from '../../intake/carriage.ts'
import type { CookieAttribute, Place } from '../../intake/place.ts'
import { type JsonObject, memberNamed } from '../../token/jsonText.ts'
import { find, type Finding, type Inspected, placeInPayload } from './finding.ts'

/** The intake line says the same things of the text; here is what to do about them. */
export function findInCarriage(inspected: Inspected, carriage: Carriage): Finding[] {
  const { place } = carriage
  return [
    ...faultsOfCarriage(carriage).map((fault) =>
      find(fault.code, 'Risk', [tellCarriageFault(fault), tellRemedy(fault)], 'pasted text'),
    ),
    ...ofFragment(place),
    ...(place.kind === 'cookie' && place.attributes !== null
      ? [...ofOtherSites(place.attributes), ...ofCookieLife(inspected, place.attributes)]
      : []),
  ]
}

function tellRemedy({ code }: CarriageFault): string {
  switch (code) {
    case 'in-address':
      return 'Whoever reads those logs or the browser’s history can use the token. Send it in the Authorization header or in the body.'
    case 'plain-http':
      return 'Send it over https only, and let the server refuse plain http.'
    case 'cookie-for-scripts':
      return 'One injected script is enough to take the token away. Set HttpOnly on the cookie.'
    case 'cookie-in-clear':
      return 'Anyone on the same network can then read the token. Set Secure on the cookie.'
    case 'wrong-place':
      return 'A server that checks the kind refuses it; one that does not gives it powers it should not have. Send each kind to its own place.'
    default:
      return code satisfies never
  }
}

function ofFragment(place: Place): Finding[] {
  if (place.kind !== 'url' || place.part !== 'fragment') return []
  return [
    find(
      'in-fragment',
      'Note',
      [
        'The token came in the part of an address behind #.',
        'No server sees that part, but the browser’s history and the scripts of the page do. Take it out of the address at once, or use the authorization code flow.',
      ],
      'pasted text',
    ),
  ]
}

/** Browsers treat a cookie without SameSite in different ways; with None every site’s requests carry it. */
function ofOtherSites(attributes: readonly CookieAttribute[]): Finding[] {
  const sameSite = attributeNamed(attributes, 'SameSite')
  const isNone = sameSite?.value?.toLowerCase() === 'none'
  if (sameSite && !isNone) return []
  return [
    find(
      'cookie-across-sites',
      'Note',
      [
        isNone
          ? 'SameSite is None: requests from any other site carry the cookie.'
          : 'SameSite is missing: browsers differ on which requests from other sites carry the cookie.',
        'Such a request acts as the user without their will. Set SameSite to Lax or Strict, or check a second value that other sites cannot know.',
      ],
      'pasted text',
    ),
  ]
}

/** Seconds that a server may take between signing the token and setting the cookie. */
const TOLERANCE = 60

/** A cookie is made to last as long as what is in it. */
function ofCookieLife(inspected: Inspected, attributes: readonly CookieAttribute[]): Finding[] {
  const { claims } = inspected
  const exp = claims && meantDate(claims, 'exp')
  const end = exp === null ? null : endOfCookie(claims, attributes)
  if (exp === null || end === null || Math.abs(end - exp) <= TOLERANCE) return []
  const gap = tellDuration(Math.min(end, exp), Math.max(end, exp))
  const words: [string, string] =
    end > exp
      ? [
          `The cookie outlives its token by ${gap}.`,
          `The browser keeps sending the token after it has expired (${tellUtc(exp)}), and the server refuses it. Let both end together.`,
        ]
      : [
          `The cookie ends ${gap} before its token.`,
          'Whoever copied the token can use it after the browser has forgotten it. Let both end together.',
        ]
  return [find('cookie-life', 'Note', words, placeInPayload(inspected, memberNamed(claims, 'exp')))]
}

/** Seconds since 1970; Max-Age goes before Expires (RFC 6265 §5.3). null for a cookie of the session. */
function endOfCookie(
  claims: JsonObject | null,
  attributes: readonly CookieAttribute[],
): number | null {
  const maximumAge = attributeNamed(attributes, 'Max-Age')?.value ?? ''
  if (/^-?\d{1,12}$/.test(maximumAge)) {
    const issued = claims && meantDate(claims, 'iat')
    return issued === null ? null : issued + Number(maximumAge)
  }
  const expires = Date.parse(attributeNamed(attributes, 'Expires')?.value ?? '')
  return Number.isNaN(expires) ? null : Math.floor(expires / 1000)
}
