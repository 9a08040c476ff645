/** Is a paste without any header of a token still meant as one, so that the reader can say what is wrong with it? */
import { endOfRun, isQuote, trimmedSpan } from './characters.ts'
import type { Piece } from './fragment.ts'

const INTRODUCTION =
  /^(?:["'`]?[\w-]{1,60}["'`]?\s{0,9}[:=]\s{0,9}["'`]?)?(?:(?:Bearer|JWT|Token|DPoP)\s{1,20})?["'`]?/i
const STRUCTURE = /[\s"'`{}[\]<>(),;&?#\\|=:]/
const HOST =
  /^(?:www\.[\w.-]+|localhost|(?:[a-z0-9](?:[a-z0-9-]{0,62})\.)+(?:com|org|net|edu|gov|mil|info|biz|dev|app|cloud|io|co|ai|me|uk|de|fr|nl|eu|us|ca|au|jp|cn|in|br|ru|local|localhost|internal|test|example|invalid))\.?$/i
const VERSION = /^v?\d+(?:\.\d+)+$/i
const FILE =
  /^[\w/-]+(?:\.[\w-]+)*\.(?:py|js|ts|tsx|jsx|mjs|json|html|css|md|txt|env|yml|yaml|toml|lock|pem|key|crt|log|png|jpg|svg|pdf|zip|gz|sh|rb|go|rs|java|xml|csv)$/i
const MAIL = /^[^@\s]+@[^@\s]+\.[A-Za-z]+$/

/** The paste without scheme, header name and quotes; offsets in the raw text from 0, end exclusive. */
export function bareValue(raw: string): { start: number; end: number } {
  let { start, end } = trimmedSpan(raw)
  const introduction = INTRODUCTION.exec(raw.slice(start, Math.min(end, start + 200)))?.[0] ?? ''
  if (start + introduction.length < end) start += introduction.length
  while (end > start + 1 && (isQuote(raw[end - 1]) || raw[end - 1] === ',')) end--
  return { start, end }
}

/** The whole value as one token: no white space, a dot, and neither a host, a version, a file nor an address. */
export function readWholeText(raw: string): Piece | null {
  const { start, end } = bareValue(raw)
  const isRun = endOfRun(raw, start, false) === end
  const value = raw.slice(start, end)
  if (!value.includes('.')) return null
  if (!isRun && STRUCTURE.test(value.replace(/=+(?=\.|$)/g, ''))) return null
  if (value.startsWith('/') || value.startsWith('./') || value.startsWith('../')) return null
  const isShort = value.length < 300
  if (isShort && [HOST, VERSION, FILE, MAIL].some((pattern) => pattern.test(value))) return null
  return { start, end, text: null }
}

const THREE_PARTS = /^[\w-]+\.[\w-]+\.[\w-]*$/

/** A paste of three encoded parts is one token, even where its header is broken and a later part looks like one. */
export function readWholeToken(raw: string): Piece | null {
  const whole = readWholeText(raw)
  return whole && THREE_PARTS.test(raw.slice(whole.start, whole.end)) ? whole : null
}
