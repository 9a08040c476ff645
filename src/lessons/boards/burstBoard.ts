/** Who waits for whom when clients are slow or a server stops? Measured on real servers; behaviour.md 6. */
import facts from '../data/server-facts.json'

export const FRONTS = ['runserver', 'gunicorn', 'nginx+gunicorn'] as const
export const TROUBLES = ['slow clients', 'stopped', 'worker frozen', 'all frozen'] as const
export const MOST_SLOW = 4

export type Front = (typeof FRONTS)[number]
export type Trouble = (typeof TROUBLES)[number]

export interface BurstState {
  front: Front
  trouble: Trouble
  /** Clients that send half a header and then nothing, 1 to MOST_SLOW. */
  slow: number
  /** Whether the trouble can be chosen, or the slow clients. */
  asks: 'clients' | 'trouble'
}

export const frontLabels: Readonly<Record<Front, string>> = {
  runserver: 'runserver',
  gunicorn: 'gunicorn alone, one worker',
  'nginx+gunicorn': 'nginx in front of gunicorn',
}

export const troubleLabels: Readonly<Record<Trouble, string>> = {
  'slow clients': 'Slow clients',
  stopped: 'The Python server is stopped',
  'worker frozen': 'The only worker freezes',
  'all frozen': 'All of gunicorn freezes',
}

/** Seconds since the slow clients came; `until` null is longer than anyone watched. */
export interface Bar {
  who: string
  kind: 'waits' | 'holds a worker' | 'is held by nginx' | 'holds a thread'
  from: number
  until: number | null
}

export interface BurstView {
  bars: readonly Bar[]
  /** What the next user gets; null where nobody measured it. */
  next: { seconds: number | null; status: string; body: string } | null
  /** Whether the very case was recorded, or follows from one that was. */
  basis: 'measured' | 'worked out' | 'not measured'
  /** True where each slow client was put out in the end. */
  isClosed: boolean
}

/** How long somebody watched runserver’s slow client: it was still open. */
const WATCHED = facts.slowClient.runserver.slow.stillOpenAfterSeconds

export function viewBurst({ front, trouble, slow }: BurstState): BurstView {
  return trouble === 'slow clients' ? viewSlow(front, slow) : viewOutage(front, trouble)
}

const UNAUTHORIZED = 'HTTP/1.1 401 Unauthorized'

function viewSlow(front: Front, slow: number): BurstView {
  const { fast } = facts.slowClient[front]
  const basis = slow === 1 ? 'measured' : 'worked out'
  const bars = Array.from({ length: slow }, (_, index) => slowBar(front, index))
  // one sync worker takes the connections in the order in which they came
  const seconds = front === 'gunicorn' ? fast.seconds * slow : fast.seconds
  return {
    bars: [...bars, { who: 'The next user', kind: 'waits', from: 0, until: seconds }],
    next: { seconds, status: UNAUTHORIZED, body: '' },
    basis,
    isClosed: front !== 'runserver',
  }
}

function slowBar(front: Front, index: number): Bar {
  const who = `Slow client ${index + 1}`
  switch (front) {
    case 'runserver':
      return { who, kind: 'holds a thread', from: 0, until: null }
    case 'gunicorn': {
      const { seconds } = facts.slowClient.gunicorn.fast
      return { who, kind: 'holds a worker', from: index * seconds, until: (index + 1) * seconds }
    }
    case 'nginx+gunicorn': {
      const { closedAfterSeconds } = facts.slowClient[front].slow
      return { who, kind: 'is held by nginx', from: 0, until: closedAfterSeconds }
    }
    default:
      return front satisfies never
  }
}

const UNKNOWN: BurstView = { bars: [], next: null, basis: 'not measured', isClosed: false }

function viewOutage(front: Front, trouble: Exclude<Trouble, 'slow clients'>): BurstView {
  if (front === 'nginx+gunicorn') {
    const { seconds, statusLine, body } = outages[trouble]
    return {
      bars: [{ who: 'The next user', kind: 'waits', from: 0, until: seconds }],
      next: { seconds, status: statusLine, body },
      basis: 'measured',
      isClosed: true,
    }
  }
  if (trouble !== 'stopped') return UNKNOWN
  return {
    bars: [],
    next: { seconds: null, status: 'Connection refused', body: '' },
    basis: front === 'runserver' ? 'measured' : 'worked out',
    isClosed: true,
  }
}

const outages = {
  stopped: facts.gunicornStopped,
  'worker frozen': facts.workerFrozen,
  'all frozen': facts.gunicornFrozen,
}

/** `30.1 s`, `0.07 s`, `under a millisecond`. */
export function tellSeconds(seconds: number): string {
  if (seconds < 0.001) return 'under a millisecond'
  if (seconds < 0.01) return `${Math.round(seconds * 1000)} ms`
  return seconds < 1 ? `${seconds.toFixed(2)} s` : `${seconds.toFixed(1)} s`
}

/** What the next user gets, in one sentence. */
export function tellNext({ next }: BurstView): string {
  if (next === null) return 'Nobody measured this one. Try it with nginx in front.'
  const { seconds, status } = next
  return seconds === null
    ? 'Nobody stands in front, so nobody answers: the connection itself is refused.'
    : `This answer came after ${tellSeconds(seconds)}: \`${status}\`.`
}

/** The whole width of the picture, seconds. */
export const longestShown = ({ bars }: BurstView): number =>
  Math.max(WATCHED, ...bars.map(({ until }) => until ?? WATCHED))
