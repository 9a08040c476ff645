/** How did a token travel, and what is wrong with that way? RFC 6750 §2.3, §5.3, RFC 6265 §4.1.2. */
import { plainHttpHost } from './command.ts'
import { nameByPlace } from './nameToken.ts'
import { article, type CookieAttribute, type Place, spoken } from './place.ts'

export interface Carriage {
  place: Place
  /** What kind of token it says it is; null where it does not say. */
  name: string | null
  /** The address that the command around it asks; null without one. */
  url: string | null
}

export type CarriageFault =
  | { code: 'in-address'; part: 'query' | 'path' }
  | { code: 'plain-http'; host: string }
  | { code: 'cookie-for-scripts' }
  | { code: 'cookie-in-clear' }
  /** `placed` is the kind that belongs there. */
  | { code: 'wrong-place'; placed: string; name: string }

/** In the order in which they are told. */
export function faultsOfCarriage({ place, name, url }: Carriage): CarriageFault[] {
  const placed = nameByPlace(place) ?? (isBearer(place) && name !== 'Sliding' ? 'Access' : null)
  const isElsewhere = placed !== null && name !== null && placed !== name
  const asked = place.kind === 'url' && place.url !== '' ? place.url : url
  return [
    ...faultsOfPlace(place),
    ...(asked === null ? [] : faultsOfAddress(asked)),
    ...(isElsewhere ? [{ code: 'wrong-place', placed, name } as const] : []),
  ]
}

export function tellCarriageFault(fault: CarriageFault): string {
  switch (fault.code) {
    case 'in-address':
      return fault.part === 'query'
        ? 'Query strings are logged by servers and proxies.'
        : 'Paths are logged by servers and proxies.'
    case 'plain-http':
      return `The request goes to ${fault.host} over plain http: anyone on the way can read the token.`
    case 'cookie-for-scripts':
      return 'HttpOnly is missing: scripts can read it.'
    case 'cookie-in-clear':
      return 'Secure is missing: it also travels over plain http.'
    case 'wrong-place': {
      const { placed, name } = fault
      return `It stands where ${article(spoken(placed))} ${spoken(placed)} token belongs, but says it is ${article(spoken(name))} ${spoken(name)} token.`
    }
    default:
      return fault satisfies never
  }
}

/** RFC 6750 §2.1 has only access tokens there. */
function isBearer(place: Place): boolean {
  return place.kind === 'header' && /^authorization$/i.test(place.header)
}

function faultsOfAddress(url: string): CarriageFault[] {
  const host = plainHttpHost(url)
  return host === null ? [] : [{ code: 'plain-http', host }]
}

function faultsOfPlace(place: Place): CarriageFault[] {
  switch (place.kind) {
    case 'url': {
      const { part } = place
      return part === 'fragment' ? [] : [{ code: 'in-address', part }]
    }
    case 'har':
      if (place.part === 'query') return [{ code: 'in-address', part: 'query' }]
      return place.part === 'url' ? [{ code: 'in-address', part: 'path' }] : []
    case 'cookie':
      return place.attributes === null ? [] : faultsOfCookie(place.attributes)
    case 'plain':
    case 'text':
    case 'header':
    case 'scheme':
    case 'option':
    case 'body':
    case 'form':
    case 'json':
    case 'setting':
      return []
    default:
      return place satisfies never
  }
}

function faultsOfCookie(attributes: readonly CookieAttribute[]): CarriageFault[] {
  const faults: CarriageFault[] = []
  if (!attributeNamed(attributes, 'HttpOnly')) faults.push({ code: 'cookie-for-scripts' })
  if (!attributeNamed(attributes, 'Secure')) faults.push({ code: 'cookie-in-clear' })
  return faults
}

/** Names are compared without their case, and the last of a name counts (RFC 6265 §5.3). */
export function attributeNamed(
  attributes: readonly CookieAttribute[],
  name: string,
): CookieAttribute | undefined {
  return attributes.findLast((attribute) => attribute.name.toLowerCase() === name.toLowerCase())
}
