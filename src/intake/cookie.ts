/** Which attributes does a Set-Cookie line give its cookie? RFC 6265 §4.1. */
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
