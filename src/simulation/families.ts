/** Which refresh tokens descend from one login, which are used up, and which families are over? RFC 9700 §4.14.2. */
import { GrowingMap } from '../simplejwt/growingMap.ts'

/** All instants are unix milliseconds; keys are jti. */
export interface Families {
  /** The family is named by the jti of its first refresh token. */
  readonly members: GrowingMap<{ readonly family: string; readonly since: number }>
  readonly spent: GrowingMap<{ readonly at: number; readonly successor: string }>
  /** By family. */
  readonly revoked: GrowingMap<{ readonly at: number; readonly cause: 'reuse' | 'logout' }>
}

export const noFamilies = (): Families => ({
  members: GrowingMap.empty(),
  spent: GrowingMap.empty(),
  revoked: GrowingMap.empty(),
})

/** When and why the family of this token was revoked, or null. */
export function revocationOf(
  { members, revoked }: Families,
  jti: string,
): { at: number; cause: 'reuse' | 'logout' } | null {
  const member = members.get(jti)
  return member === undefined ? null : (revoked.get(member.family) ?? null)
}

/** Used, but only just: its successor was not used yet, and less than `overlap` milliseconds went by. */
export function isInOverlap(
  { spent }: Families,
  jti: string,
  at: number,
  overlap: number,
): boolean {
  const use = spent.get(jti)
  return use !== undefined && at < use.at + overlap && !spent.has(use.successor)
}
