/** In which shape does one Authorization header reach each layer, and which of them could write it down? */
import { carriedToken } from '../carriedToken.ts'
import type { LessonToken } from '../lessonToken.ts'

export const STATIONS = ['network', 'nginx', 'gunicorn', 'django', 'database'] as const

export type Station = (typeof STATIONS)[number]

export interface HopsState {
  /** How far the header was followed: an index into STATIONS. */
  at: number
  /** Who could write the token into a log, in the learner’s eyes. */
  marked: readonly Station[]
}

export interface StationFacts {
  label: string
  /** One sentence. */
  does: string
  seesToken: boolean
  /** How it would be written down; null where that cannot be. */
  log: string | null
  /** What stands there in place of the token, where nothing could be written down. */
  why: string
}

export const stationFacts: Readonly<Record<Station, StationFacts>> = {
  network: {
    label: 'The network before nginx',
    does: 'Carries sealed records of https.',
    seesToken: false,
    log: null,
    why: 'Every byte is sealed here. Only the length of the record shows.',
  },
  nginx: {
    label: 'nginx',
    does: 'Ends https, reads the header and passes it on unchanged.',
    seesToken: true,
    log: "log_format all '$remote_addr $request $http_authorization';",
    why: 'https ended here, so the header is plain text.',
  },
  gunicorn: {
    label: 'gunicorn',
    does: 'Turns the request into a WSGI call: headers become entries of environ.',
    seesToken: true,
    log: "--access-logformat '%(h)s %(r)s %({authorization}i)s'",
    why: 'The header is an entry of environ, still with the whole token.',
  },
  django: {
    label: 'Django with JWTAuthentication',
    does: 'Takes the header apart, checks the token and finds the user.',
    seesToken: true,
    log: "logger.info(request.META['HTTP_AUTHORIZATION'])",
    why: 'Any line of your code can reach request.META.',
  },
  database: {
    label: 'The database',
    does: 'Gives back one user by id.',
    seesToken: false,
    log: null,
    why: 'It is asked for an id. The token never goes there.',
  },
}

export const startHops: HopsState = { at: 0, marked: [] }

export const LAST_STATION = STATIONS.length - 1

export function toggleMark(state: HopsState, station: Station): HopsState {
  const { marked } = state
  const isMarked = marked.includes(station)
  return {
    ...state,
    marked: isMarked ? marked.filter((one) => one !== station) : [...marked, station],
  }
}

export const isRightlyMarked = ({ marked }: HopsState): boolean =>
  STATIONS.every((station) => marked.includes(station) === stationFacts[station].seesToken)

/** What is missing until the header was followed and all who see it are marked; null once that is so. */
export function tellMarks(state: HopsState): string | null {
  if (state.at < LAST_STATION) return 'The header goes on. Follow it to the last place.'
  if (isRightlyMarked(state)) return null
  return state.marked.every((station) => stationFacts[station].seesToken)
    ? 'Somebody else could write the token down as well.'
    : 'One of those you marked never sees the token.'
}

/** What arrives at this station, as text. */
export function arrivesAt(station: Station, token: LessonToken): string {
  const { access, setup } = carriedToken(token)
  const header = `Authorization: Bearer ${access}`
  switch (station) {
    case 'network':
      return sealed(`GET /hello/ HTTP/1.1\r\nHost: api.example\r\n${header}\r\n\r\n`)
    case 'nginx':
      return `GET /hello/ HTTP/1.1\nHost: api.example\n${header}`
    case 'gunicorn':
      return `environ['REQUEST_METHOD'] = 'GET'\nenviron['PATH_INFO'] = '/hello/'\nenviron['HTTP_AUTHORIZATION'] = 'Bearer ${access}'`
    case 'django':
      return `scheme = 'Bearer'\ntoken = '${access}'`
    case 'database':
      return `SELECT … FROM auth_user WHERE id = ${setup.users[0]?.id ?? 1}`
    default:
      return station satisfies never
  }
}

/** A record of TLS 1.3 adds the type of its content and a tag of 16 bytes, RFC 8446 §5.2. */
function sealed(text: string): string {
  const length = text.length + 1 + 16
  const hex = length.toString(16).padStart(4, '0')
  return `17 03 03 ${hex.slice(0, 2)} ${hex.slice(2)}, then ${length} sealed bytes`
}
