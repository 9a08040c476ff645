/** What does the server answer to each line of the notes, at the hour at which it is sent? ux.md 5.3, lesson 9. */
import {
  DEFAULT_SCENARIO,
  HOUR,
  LOGIN_TIME,
  MINUTE,
  type Scenario,
} from '../../simulation/scenario.ts'
import { responseText } from '../../simulation/transcript.ts'
import {
  type Exchange,
  memoryAfter,
  openMemory,
  openWire,
  statusOf,
  tellWhy,
  tokensIn,
} from '../../simulation/wire.ts'
import { secondsIn, type IssuedToken, type Memory } from '../../simulation/world.ts'

/** Lines for HTTPie, and time that passes. */
export const LINES = {
  login: 'http post http://127.0.0.1:8000/api/token/ username=alice password=wonderland',
  hello: 'http http://127.0.0.1:8000/hello/ "Authorization: Bearer <access>"',
  refresh: 'http post http://127.0.0.1:8000/api/token/refresh/ refresh=<refresh>',
  minutes: 'Wait 5 minutes',
  day: 'Wait 24 hours',
} as const

export type LineId = keyof typeof LINES

const WAITS: Partial<Record<LineId, number>> = { minutes: 5 * MINUTE, day: 24 * HOUR }

export interface LinesState {
  /** In the order in which they were pressed. */
  sent: readonly LineId[]
}

export interface Sent {
  line: LineId
  /** Milliseconds since the first login. */
  at: number
  /** null where time passed, or where there was no token to send. */
  status: number | null
  /** What came back, byte for byte, or why nothing was sent. */
  text: string
  why: string
}

export interface LinesSeen extends LinesState {
  log: readonly Sent[]
  /** Milliseconds since the first login. */
  at: number
}

/** More lines are not taken. */
const MOST_LINES = 40

export const startLines = (): LinesState => ({ sent: [] })

export const sendLine = ({ sent }: LinesState, line: LineId): LinesState => ({
  sent: sent.length < MOST_LINES ? [...sent, line] : sent,
})

interface Desk {
  at: number
  memory: Memory
  access: IssuedToken | null
  refresh: IssuedToken | null
  made: number
}

/** The server is SimpleJWT with its defaults, and remembers from line to line. */
export function seeLines(state: LinesState): LinesSeen {
  const scenario: Scenario = DEFAULT_SCENARIO
  const wire = openWire(scenario)
  const desk: Desk = { at: 0, memory: openMemory(), access: null, refresh: null, made: 0 }
  const log = state.sent.map((line): Sent => {
    const at = desk.at
    const wait = WAITS[line]
    if (wait !== undefined) {
      desk.at += wait
      return { line, at, status: null, text: '', why: '' }
    }
    const request = requestFor(line, desk, wire)
    if (request === null)
      return { line, at, status: null, text: '', why: 'Log in first: there is no token to send.' }
    const exchange = wire.answer(request, desk.memory, LOGIN_TIME + at)
    desk.memory = memoryAfter(exchange, desk.memory)
    take(desk, exchange)
    return {
      line,
      at,
      status: statusOf(exchange),
      text: responseText(exchange),
      why: tellWhy(exchange),
    }
  })
  return { ...state, log, at: desk.at }
}

function requestFor(line: LineId, { access, refresh }: Desk, wire: ReturnType<typeof openWire>) {
  if (line === 'login') return wire.logIn
  if (line === 'hello') return access && wire.call(access)
  return refresh && wire.refresh(refresh)
}

/** The client keeps what it was given, and no more. */
function take(desk: Desk, exchange: Exchange): void {
  for (const { kind, minted } of tokensIn(exchange)) {
    desk.made++
    const token: IssuedToken = {
      label: `${kind === 'refresh' ? 'R' : 'A'}${desk.made}`,
      kind,
      minted,
      jti: '',
      expiresAt: secondsIn(minted.claims, 'exp'),
      issuedAt: secondsIn(minted.claims, 'iat'),
      madeAt: desk.at,
      madeFor: 'app',
      parent: null,
    }
    if (kind === 'refresh') desk.refresh = token
    else desk.access = token
  }
}

/** The statuses that came back, waits left out. */
export const statusesOf = ({ log }: LinesSeen): number[] =>
  log.flatMap(({ status }) => status ?? [])
