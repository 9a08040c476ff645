/** Which attributes does a Set-Cookie line give its cookie, and which protections does it leave out? RFC 6265 §4.1. */
import type { CookieAttribute } from './place.ts'

const ATTRIBUTE = /\s*;\s*([A-Za-z-]{1,40})(?:\s*=\s*([^;"'\r\n\\]{0,200}))?/y

/** Reads `; Name=value` pairs from `at` on, at most 20 and to the end of the line. */
export function readCookieAttributes(raw: string, at: number): CookieAttribute[] {
  const attributes: CookieAttribute[] = []
  const pattern = new RegExp(ATTRIBUTE)
  pattern.lastIndex = raw[at] === '"' ? at + 1 : at
  while (attributes.length < 20) {
    const match = pattern.exec(raw)
    if (match === null) break
    attributes.push({ name: match[1] ?? '', value: match[2]?.trim() ?? null })
  }
  return attributes
}

/** What is missing for a cookie that carries a token. */
export function warnAboutCookie(attributes: readonly CookieAttribute[]): string[] {
  const has = (name: string): boolean =>
    attributes.some((attribute) => attribute.name.toLowerCase() === name)
  const warnings: string[] = []
  if (!has('httponly')) warnings.push('HttpOnly is missing: scripts can read it.')
  if (!has('secure')) warnings.push('Secure is missing: it also travels over plain http.')
  return warnings
}
