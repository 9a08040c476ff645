/** What is fixed before a session runs: server, app, clocks, thief, user? ux.md 4.4; every duration and instant is whole milliseconds. */
import type { Extras } from './extras.ts'

/** SimpleJWT in its two recorded releases, and two servers of another kind, which keep token families (RFC 9700 §4.14). */
export type ServerKind = 'simplejwt' | 'simplejwt-5.2.2' | 'oauth' | 'custom'

/** What a used refresh token brings on a server with families: it works on, is refused, or ends all of its family. */
export type Reuse = 'none' | 'reject' | 'family'

/**
 * What rotation does to the end of the session: keeps the first one, or starts the refresh lifetime anew; `token` is
 * SimpleJWT’s SlidingToken, one token for both jobs.
 */
type Slide = 'none' | 'renew' | 'token'

/** When the app swaps its token: never, after a 401, some time before exp, or after a look at exp before each call. */
type Strategy = 'none' | 'on401' | 'early' | 'check'

/** `size` calls, `gap` apart, every `every`. */
export interface Cadence {
  readonly every: number
  readonly size: number
  readonly gap: number
}

export interface Span {
  readonly from: number
  readonly until: number
}

/** What is copied, and when; the thief acts at `from` for the first time, then each `every`; null is just once. */
export interface Theft {
  readonly what: 'access' | 'refresh' | 'both'
  readonly at: number
  readonly from: number
  readonly every: number | null
}

/** The app drops its tokens; it also has the refresh token ended; the API then looks that up for access tokens too. */
export type LogoutKind = 'forget' | 'blacklist' | 'access'

export interface Logout {
  readonly at: number
  readonly kind: LogoutKind
}

/** Something done by hand at an instant; one that is off stays listed and does nothing. */
export interface Edit {
  readonly act: 'request' | 'refresh' | 'steal' | 'logout' | 'login'
  /** What a theft takes; without it, both tokens. */
  readonly what?: Theft['what']
  readonly at: number
  readonly isOn: boolean
}

/** Instants count from the first login. The clock of the authorization server is the axis. */
export interface Scenario {
  readonly server: ServerKind
  readonly accessLifetime: number
  readonly refreshLifetime: number
  readonly leeway: number
  readonly isRotating: boolean
  readonly isBlacklisting: boolean
  readonly hasBlacklistApp: boolean
  readonly reuse: Reuse
  /** How long the token just replaced still works, on a server with families. */
  readonly overlap: number
  readonly slide: Slide
  /** The end of a session however often it is renewed; null is none. */
  readonly cap: number | null
  readonly strategy: Strategy
  /** For the strategies that look at exp. */
  readonly early: number
  /** One refresh at a time across all tabs; otherwise each tab sends its own. */
  readonly isSingleFlight: boolean
  /** The app’s clock minus the server’s. */
  readonly clientOffset: number
  /** The API’s clock minus that of the authorization server: another process with the same key. */
  readonly apiOffset: number
  /** null: calls are made by hand only. */
  readonly cadence: Cadence | null
  /** The laptop is closed: no calls, no timers. */
  readonly away: Span | null
  readonly tabs: number
  readonly theft: Theft | null
  readonly logout: Logout | null
  readonly edits: readonly Edit[]
  /** One way. */
  readonly latency: number
  /** Nothing after it is computed. */
  readonly horizon: number
  /** Other ids, nothing else. */
  readonly seed: number
  /** Of SimpleJWT alone; other servers do not look at them. */
  readonly extras: Extras
}

export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** 2023-11-14 22:13:20 UTC, unix milliseconds: the authorization server’s clock at the login. */
export const LOGIN_TIME = 1_700_000_000_000

export const DEFAULT_SCENARIO: Scenario = {
  server: 'simplejwt',
  accessLifetime: 5 * MINUTE,
  refreshLifetime: DAY,
  leeway: 0,
  isRotating: false,
  isBlacklisting: false,
  hasBlacklistApp: true,
  reuse: 'none',
  overlap: 0,
  slide: 'none',
  cap: null,
  strategy: 'on401',
  early: 30 * SECOND,
  isSingleFlight: true,
  clientOffset: 0,
  apiOffset: 0,
  cadence: { every: 40 * SECOND, size: 1, gap: 0 },
  away: null,
  tabs: 1,
  theft: null,
  logout: null,
  edits: [],
  latency: 0,
  horizon: DAY + 10 * MINUTE,
  seed: 1,
  extras: {},
}

/** Bounds of sliders only: a link may lie outside. */
export const ranges = {
  accessLifetime: { min: 10 * SECOND, max: 7 * DAY },
  refreshLifetime: { min: MINUTE, max: 90 * DAY },
  leeway: { min: 0, max: 2 * MINUTE },
  overlap: { min: 0, max: MINUTE },
  cap: { min: MINUTE, max: 90 * DAY },
  early: { min: 0, max: 5 * MINUTE },
  clientOffset: { min: -10 * MINUTE, max: 10 * MINUTE },
  apiOffset: { min: -10 * MINUTE, max: 10 * MINUTE },
  latency: { min: 0, max: 5 * SECOND },
  horizon: { min: MINUTE, max: 91 * DAY },
  tabs: { min: 1, max: 3 },
} as const satisfies Partial<Record<keyof Scenario, { min: number; max: number }>>

interface KindFacts {
  readonly label: string
  /** What it is, and that it is not SimpleJWT where it is not. */
  readonly about: string
}

export const serverKinds: Readonly<Record<ServerKind, KindFacts>> = {
  simplejwt: {
    label: 'SimpleJWT, newest',
    about: 'SimpleJWT of May 2026, after 5.5.1. Its answers are those that were recorded.',
  },
  'simplejwt-5.2.2': {
    label: 'SimpleJWT 5.2.2',
    about: 'SimpleJWT 5.2.2, as Debian 12 ships it. Its answers are those that were recorded.',
  },
  oauth: {
    label: 'OAuth best practice',
    about:
      'Not SimpleJWT: a server after RFC 9700. It rotates, and a refresh token used twice ends the whole family.',
  },
  custom: {
    label: 'Custom',
    about: 'Not SimpleJWT: a server with token families, where every setting counts.',
  },
}

export const isSimpleJwt = (kind: ServerKind): kind is 'simplejwt' | 'simplejwt-5.2.2' =>
  kind === 'simplejwt' || kind === 'simplejwt-5.2.2'

/** The scenario with an edit at its place in time; each counterfactual is a scenario of its own. */
export function withEdit(scenario: Scenario, edit: Edit): Scenario {
  const edits = [...scenario.edits, edit].toSorted((a, b) => a.at - b.at)
  return { ...scenario, edits }
}

/** The edit at that place in the list switched on or off. */
export function toggleEdit(scenario: Scenario, index: number): Scenario {
  const edits = scenario.edits.map((edit, at) =>
    at === index ? { ...edit, isOn: !edit.isOn } : edit,
  )
  return { ...scenario, edits }
}

export function withoutEdit(scenario: Scenario, index: number): Scenario {
  return { ...scenario, edits: scenario.edits.filter((_edit, at) => at !== index) }
}
