/** Is a paste without a token base64 of a text that holds one, as secrets of Kubernetes are kept? RFC 4648 §4. */
import { readBase64url } from '../token/base64url.ts'
import { readUtf8 } from '../token/utf8.ts'
import { bareValue } from './wholeText.ts'

const BASE64 = /^[\w+/\s-]+={0,2}$/
/** Shorter texts hold neither token nor key. */
const SHORTEST = 40
const MOST = 1_000_000

/** The text inside, and where the base64 stands in the paste (offsets from 0, end exclusive); null for anything else. */
export function unwrap(raw: string): { inner: string; start: number; end: number } | null {
  const { start, end } = bareValue(raw)
  const text = raw.slice(start, end)
  if (text.length < SHORTEST || text.length > MOST || !BASE64.test(text)) return null
  const plain = text.replace(/[\s=]/g, '').replaceAll('+', '-').replaceAll('/', '_')
  const { bytes, faults } = readBase64url(plain)
  const decoded = readUtf8(bytes)
  return faults.length > 0 || decoded.fault ? null : { inner: decoded.text, start, end }
}

/** For a token of so many characters that stands in no characters of the paste of its own: a share of them for each. */
export function spreadOver(length: number, start: number, end: number): Uint32Array {
  const last = Math.max(1, length - 1)
  return Uint32Array.from(
    { length },
    (_, index) => start + Math.floor(((end - 1 - start) * index) / last),
  )
}
