/** In what do the two recorded releases of SimpleJWT differ? behaviour.md 4, "5.2.2 against newest". */

export interface Release {
  readonly name: '5.2.2' | 'newest'
  /** As the lab names it. */
  readonly label: string
  /** "Token is expired" apart from "Token is invalid", since 5.5.0. */
  readonly hasExpiredMessage: boolean
  /** A user's number becomes text in the token, since 5.5.1. */
  readonly writesUserAsText: boolean
  /** Every access token carries the iat of its refresh token, before 5.5.1. */
  readonly copiesIat: boolean
  /** A refresh asks whether the user is there and active, since 5.4. */
  readonly refreshAsksUser: boolean
  /** A rotated token enters the outstanding list, and a blacklisted one gets its user and date, since 5.5.0. */
  readonly recordsRotated: boolean
  /** CHECK_REVOKE_TOKEN and CHECK_USER_IS_ACTIVE exist. */
  readonly hasUserChecks: boolean
}

const OLD: Release = {
  name: '5.2.2',
  label: 'SimpleJWT 5.2.2 (Debian 12)',
  hasExpiredMessage: false,
  writesUserAsText: false,
  copiesIat: true,
  refreshAsksUser: false,
  recordsRotated: false,
  hasUserChecks: false,
}

const NEWEST: Release = {
  name: 'newest',
  label: 'SimpleJWT, newest (May 2026, after 5.5.1)',
  hasExpiredMessage: true,
  writesUserAsText: true,
  copiesIat: false,
  refreshAsksUser: true,
  recordsRotated: true,
  hasUserChecks: true,
}

export const releases: Readonly<Record<Release['name'], Release>> = {
  '5.2.2': OLD,
  newest: NEWEST,
}
