/** What does each part hold at an instant, line by line, and what is new in it? ux.md 4.6. */
import { LOGIN_TIME, type Scenario } from '../../simulation/scenario.ts'
import { tellInstant } from '../../simulation/tellInstant.ts'
import type { Timeline } from '../../simulation/timeline.ts'
import { lifeOf, stateIn } from '../../simulation/tokenState.ts'
import type { Holding, IssuedToken, Memory, World } from '../../simulation/world.ts'

export interface Line {
  readonly key: string
  readonly token: IssuedToken | null
  readonly text: string
}

export interface Change extends Line {
  readonly change: 'new' | 'gone' | 'changed' | null
}

/** Access before refresh token. */
export function linesHeld({ access, refresh }: Holding): Line[] {
  return [access, refresh].flatMap((token) =>
    token === null
      ? []
      : [
          {
            key: token.kind === 'refresh' ? 'refresh' : 'access',
            token,
            text: `until ${tellInstant(endOf(token))}`,
          },
        ],
  )
}

const endOf = ({ expiresAt }: IssuedToken): number => expiresAt * 1000 - LOGIN_TIME

/** What its database or memory would show. */
export function linesStored({ tokens }: Timeline, { stores, families }: Memory): Line[] {
  const named = (jti: string): IssuedToken | null =>
    tokens.find((token) => token.jti === jti) ?? null
  return [
    ...stores.outstanding.entries().map(([jti]) => ({
      key: `outstanding ${jti}`,
      token: named(jti),
      text: 'on the outstanding list',
    })),
    ...stores.blacklist.entries().map(([jti, at]) => ({
      key: `blacklist ${jti}`,
      token: named(jti),
      text: `blacklisted at ${tellInstant(at - LOGIN_TIME)}`,
    })),
    ...families.members.entries().map(([jti, { family }]) => ({
      key: `member ${jti}`,
      token: named(jti),
      text: `in the family of ${named(family)?.label ?? 'an ended session'}`,
    })),
    ...families.spent.entries().map(([jti, { at, successor }]) => ({
      key: `spent ${jti}`,
      token: named(jti),
      text: `swapped for ${named(successor)?.label ?? 'another'} at ${tellInstant(at - LOGIN_TIME)}`,
    })),
    ...families.revoked.entries().map(([family, { at, cause }]) => ({
      key: `revoked ${family}`,
      token: named(family),
      text: `family revoked at ${tellInstant(at - LOGIN_TIME)}, after ${cause === 'reuse' ? 'a reuse' : 'a logout'}`,
    })),
  ]
}

/** Lines of now, and those of before that are gone, last. */
export function compareLines(before: readonly Line[], now: readonly Line[]): Change[] {
  const old = new Map(before.map((line) => [line.key, line]))
  const kept = new Set(now.map(({ key }) => key))
  const lines = now.map((line): Change => {
    const was = old.get(line.key)
    if (was === undefined) return { ...line, change: 'new' }
    const isSame = was.token === line.token && was.text === line.text
    return { ...line, change: isSame ? null : 'changed' }
  })
  for (const line of before) if (!kept.has(line.key)) lines.push({ ...line, change: 'gone' })
  return lines
}

/** Whether its server would take it now, in a word or two. */
export function tellState(
  scenario: Scenario,
  { memory }: World,
  token: IssuedToken,
  instant: number,
): string {
  const state = stateIn(lifeOf(scenario, memory, token), instant)
  switch (state) {
    case 'accepted':
      return 'accepted'
    case 'not yet':
      return 'not accepted yet'
    case 'in leeway':
      return 'in leeway'
    case 'expired':
      return 'expired'
    case 'replaced':
      return 'replaced'
    case 'blacklisted':
      return 'blacklisted'
    case 'family revoked':
      return 'family revoked'
    default:
      return state satisfies never
  }
}
