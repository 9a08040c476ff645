/** Which members does the header have, put together from its protected, shared and own parts? RFC 7516 §4, §7.2.1. */
import { readBase64url } from '../token/base64url.ts'
import { type JsonMember, type JsonObject, readJson } from '../token/jsonText.ts'
import { readUtf8 } from '../token/utf8.ts'
import type { EncryptedParts, HeaderGap } from './opening.ts'
import { faulty, Stopped } from './stopped.ts'

export interface JoinedHeader {
  all: JsonObject
  /** Members that the authentication tag does not protect. */
  unprotected: JsonMember[]
}

/** Throws Stopped where a part cannot be read, where there is none, and where two parts hold the same name. */
export function joinHeaders(parts: EncryptedParts): JoinedHeader {
  const sealed = readProtected(parts.protectedHeader)
  const shared = parts.unprotected?.members ?? []
  const own = parts.recipientHeader?.members ?? []
  const [name] = [
    ...namesInBoth(sealed, shared),
    ...namesInBoth(sealed, own),
    ...namesInBoth(shared, own),
  ]
  if (name !== undefined) throw faulty({ code: 'header-clash', name })
  const unprotected = [...shared, ...own]
  const members = [...sealed, ...unprotected]
  if (members.length === 0) throw gap({ code: 'none' })
  return { all: { kind: 'object', start: 0, end: 0, members }, unprotected }
}

/** Strict, because the text itself is authenticated: another spelling of the same bytes would be another token. */
function readProtected(text: string): JsonMember[] {
  if (text === '') return []
  const { bytes, faults } = readBase64url(text)
  const fault = faults.find(({ code }) => code !== 'unused-bits')
  if (fault !== undefined) throw gap({ code: 'not-base64url', position: fault.at + 1 })
  const decoded = readUtf8(bytes)
  const { root } = readJson(decoded.text)
  if (root === null || decoded.fault !== null) throw gap({ code: 'not-json' })
  if (root.kind !== 'object') throw gap({ code: 'not-object' })
  return root.members
}

function namesInBoth(some: JsonMember[], others: JsonMember[]): string[] {
  const names = new Set(some.map(({ name }) => name))
  return others.flatMap(({ name }) => (names.has(name) ? [name] : []))
}

const gap = (reason: HeaderGap): Stopped => new Stopped({ kind: 'unreadable-header', gap: reason })
