/** Who sees the token, who has to agree, and who else can send it, depending on what carries it? Fetch standard 3.2, RFC 6750 §2. */
import { carriedToken } from '../carriedToken.ts'
import preflight from '../data/preflight.json'
import { askServer, type ServerAnswer } from '../lessonServer.ts'
import type { LessonToken } from '../lessonToken.ts'

export const CARRIERS = ['header', 'cookie', 'address'] as const

export type Carrier = (typeof CARRIERS)[number]

export interface CarrierState {
  carrier: Carrier
  /** The page lives on another origin than the API. */
  isCrossOrigin: boolean
  /** The API lists the page’s origin and the header Authorization in its CORS answers. */
  isListed: boolean
}

export type Lamp = { isOn: boolean; says: string }

export interface CarrierView {
  /** As it goes over the wire. */
  request: string
  /** nginx’s access log in its stock format. */
  logLine: string
  /** The question the browser asks first, with its answer; null where it asks nothing. */
  preflight: { request: string; answer: string; isAllowed: boolean } | null
  /** Whether the request itself leaves, and whether the page may read what comes back. */
  isSent: boolean
  isReadable: boolean
  lamps: Readonly<Record<'log' | 'preflight' | 'otherSite', Lamp>>
  /** What SimpleJWT says as it comes, which reads the header and nothing else. */
  stock: ServerAnswer
}

export const carrierLabels: Readonly<Record<Carrier, string>> = {
  header: 'Authorization header',
  cookie: 'Cookie',
  address: 'Address (URL)',
}

export const PAGE_ORIGIN = preflight.allowed.headers['Access-Control-Allow-Origin']

export function viewCarrier(state: CarrierState, token: LessonToken): CarrierView {
  const { carrier, isCrossOrigin, isListed } = state
  const carried = carriedToken(token)
  const { path, headers } = wireOf(carrier, carried.access)
  const origin = isCrossOrigin ? [['Origin', PAGE_ORIGIN] as const] : []
  const stock = askServer(
    carried.setup,
    { method: 'GET', path: '/hello/', headers: Object.fromEntries(headers) },
    carried.at,
  )
  const asked = isCrossOrigin && carrier === 'header' ? askPreflight(isListed) : null
  const isSent = asked === null || asked.isAllowed
  return {
    request: [
      `GET ${path} HTTP/1.1`,
      'Host: api.example',
      ...[...origin, ...headers].map(([name, value]) => `${name}: ${value}`),
    ].join('\n'),
    logLine: `203.0.113.7 - - [${logDate(carried.at)}] "GET ${path} HTTP/1.1" ${stock.status} ${stock.body.length}`,
    preflight: asked,
    isSent,
    isReadable: isSent && (!isCrossOrigin || isListed),
    lamps: {
      log: tellLog(carrier),
      preflight: tellPreflight(state),
      otherSite: tellOtherSite(carrier),
    },
    stock,
  }
}

/** `14/Nov/2023:22:13:50 +0000`, of unix seconds. */
function logDate(at: number): string {
  const [, day, month, year, time] = new Date(at * 1000).toUTCString().split(' ')
  return `${day}/${month}/${year}:${time} +0000`
}

interface Wire {
  path: string
  headers: readonly (readonly [name: string, value: string])[]
}

function wireOf(carrier: Carrier, access: string): Wire {
  switch (carrier) {
    case 'header':
      return { path: '/hello/', headers: [['Authorization', `Bearer ${access}`]] }
    case 'cookie':
      return { path: '/hello/', headers: [['Cookie', `access=${access}`]] }
    case 'address':
      return { path: `/hello/?access=${access}`, headers: [] }
    default:
      return carrier satisfies never
  }
}

/** The recorded exchange with an origin that is listed, or with one that is not. */
function askPreflight(isListed: boolean): CarrierView['preflight'] {
  const { status, headers } = isListed ? preflight.allowed : preflight.other
  return {
    request: [
      'OPTIONS /hello/ HTTP/1.1',
      'Host: api.example',
      `Origin: ${PAGE_ORIGIN}`,
      'Access-Control-Request-Method: GET',
      'Access-Control-Request-Headers: authorization',
    ].join('\n'),
    answer: [
      `HTTP/1.1 ${status} OK`,
      ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ].join('\n'),
    isAllowed: 'Access-Control-Allow-Origin' in headers,
  }
}

const tellLog = (carrier: Carrier): Lamp =>
  carrier === 'address'
    ? {
        isOn: true,
        says: 'The token stands in the access log, in the history and in the Referer of the next page.',
      }
    : { isOn: false, says: 'A stock access log holds the address alone, not the headers.' }

function tellPreflight({ carrier, isCrossOrigin, isListed }: CarrierState): Lamp {
  if (!isCrossOrigin)
    return { isOn: false, says: 'Page and API share an origin: the browser asks nobody.' }
  if (carrier !== 'header')
    return {
      isOn: false,
      says: isListed
        ? 'The request goes out without a question. The page may read the answer, for its origin is listed.'
        : 'The request goes out without a question. The page may not read the answer: its origin is not listed.',
    }
  return {
    isOn: true,
    says: isListed
      ? 'Authorization is not on the browser’s safe list, so it asks first. The API lists it by name: the request follows.'
      : 'Authorization is not on the browser’s safe list, so it asks first. The API does not agree: the request is never sent.',
  }
}

const tellOtherSite = (carrier: Carrier): Lamp =>
  carrier === 'cookie'
    ? {
        isOn: true,
        says: 'The browser adds the cookie by itself, also for a form on another site. SameSite and a CSRF check have to stop that.',
      }
    : {
        isOn: false,
        says: 'Another site does not know the token, so it cannot send it for you.',
      }
