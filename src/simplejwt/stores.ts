/** What does the server remember between two requests? Django's users, SimpleJWT's outstanding and blacklisted tokens. */
import { GrowingMap } from './growingMap.ts'
import { intOf, type PythonValue, textOf } from './pythonValue.ts'
import type { Settings } from './settings.ts'

export interface User {
  readonly id: number
  readonly username: string
  /** null is an unusable password. */
  readonly password: string | null
  /**
   * Upper-case MD5 hex of the stored, salted password hash, as CHECK_REVOKE_TOKEN writes it. The salt is random, so
   * any 32 digits will do, as long as a new password brings new ones.
   */
  readonly passwordDigest: string
  readonly isActive: boolean
  /** Unix milliseconds. */
  readonly lastLogin: number | null
}

/** A row of the outstanding list; unix milliseconds. */
export interface OutstandingRow {
  readonly userId: number | null
  readonly createdAt: number | null
  readonly expiresAt: number
}

/** Never changed in place: a request gives back other stores. */
export interface Stores {
  readonly users: ReadonlyMap<number, User>
  /** By jti. */
  readonly outstanding: GrowingMap<OutstandingRow>
  /** By jti: when it was blacklisted, unix milliseconds. */
  readonly blacklist: GrowingMap<number>
}

export function openStores(users: readonly User[]): Stores {
  return {
    users: new Map(users.map((user) => [user.id, user])),
    outstanding: GrowingMap.empty(),
    blacklist: GrowingMap.empty(),
  }
}

export function withUser(stores: Stores, user: User): Stores {
  return { ...stores, users: new Map(stores.users).set(user.id, user) }
}

/** Rows of the outstanding list then name no user, as the database sets them to NULL. */
export function withoutUser(stores: Stores, id: number): Stores {
  const users = new Map(stores.users)
  users.delete(id)
  return { ...stores, users }
}

/** The user a row belongs to, or null where it names none or that one is gone. */
export function ownerOf(stores: Stores, row: OutstandingRow): number | null {
  return row.userId !== null && stores.users.has(row.userId) ? row.userId : null
}

/** How Django finds a user by a claim; 'crash' where it cannot turn the value into what the field holds. */
export function findUser(
  stores: Stores,
  field: Settings['USER_ID_FIELD'],
  value: PythonValue,
): User | null | 'crash' {
  if (value === null) return null
  if (field === 'username') return userNamed(stores, textOf(value))
  const id = idOf(value)
  return id === null ? 'crash' : (stores.users.get(id) ?? null)
}

export function userNamed(stores: Stores, username: string): User | null {
  for (const user of stores.users.values()) if (user.username === username) return user
  return null
}

/** SQLite holds 64 bits; beyond them Python raises OverflowError. */
const LARGEST_ID = 2 ** 63

function idOf(value: PythonValue): number | null {
  const id = intOf(value)
  return typeof id === 'number' && Math.abs(id) < LARGEST_ID ? id : null
}
