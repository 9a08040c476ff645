/** How do the outstanding list and the blacklist learn of a token? `token_blacklist`, behaviour.md 2 and 4. */
import { type PythonDict, textOf, timestampOf } from './pythonValue.ts'
import type { Server } from './server.ts'
import { findUser, type Stores } from './stores.ts'

/** Without the app nothing is written. `at` is unix milliseconds. */
export function recordOutstanding(
  server: Server,
  stores: Stores,
  claims: PythonDict,
  userId: number | null,
  at: number | null,
): Stores {
  if (!server.hasBlacklistApp) return stores
  const row = { userId, createdAt: at, expiresAt: timestampOf(claims.get('exp') ?? null) ?? 0 }
  return { ...stores, outstanding: stores.outstanding.with(idIn(server, claims), row) }
}

/** Blacklists a token that was accepted just now; one that is not in the list yet gets a row, whose user the old release leaves out. */
export function recordBlacklisted(
  server: Server,
  stores: Stores,
  claims: PythonDict,
  at: number,
): Stores {
  if (!server.hasBlacklistApp) return stores
  const { recordsRotated } = server.release
  const recorded = recordOutstanding(
    server,
    stores,
    claims,
    recordsRotated ? userIdIn(server, stores, claims) : null,
    recordsRotated ? at : null,
  )
  return { ...recorded, blacklist: recorded.blacklist.with(idIn(server, claims), at) }
}

/** The user that a token's claim names, or null. */
export function userIdIn(server: Server, stores: Stores, claims: PythonDict): number | null {
  const { USER_ID_FIELD, USER_ID_CLAIM } = server.settings
  const user = findUser(stores, USER_ID_FIELD, claims.get(USER_ID_CLAIM) ?? null)
  return user === null || user === 'crash' ? null : user.id
}

const idIn = ({ settings }: Server, claims: PythonDict): string =>
  textOf(claims.get(settings.JTI_CLAIM ?? 'null') ?? null)
