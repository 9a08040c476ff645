/** What is the text in the key box: a secret, a PEM block, a JWK, a JWK Set, or why can it not be read? */
import { type JsonNode, memberNamed, readJson } from '../token/jsonText.ts'
import { faulty, type JwkSet, type NamedKey, type SingleKeyReading } from './keyKinds.ts'
import { lineAt } from './pemMarkers.ts'
import { readJwk, readJwkSet } from './readJwk.ts'
import { readBareDer, readPem } from './readPem.ts'
import { readSecret, type SecretEncoding, type SecretFault } from './secret.ts'

export type KeyReading =
  | { kind: 'nothing' }
  | SingleKeyReading
  | { kind: 'unreadable-secret'; encoding: SecretEncoding; fault: SecretFault }
  | NamedKey
  | JwkSet

const SSH_PUBLIC = /^\s*(?:ssh-(?:rsa|dss|ed25519|ed448)|ecdsa-sha2-[a-z0-9-]+) AAAA/

/**
 * A JSON object with `kty` or `keys`, or a list of such, is a JWK or a JWK Set; a text with marker lines is a PEM,
 * and base64 that is a key from its first byte to its last is that key; an `ssh-…` line is an SSH key. All else is
 * a secret, read in the given encoding, which matters to secrets alone. Synchronous, linear in the text, never
 * throws; RFC 7468, RFC 7517.
 */
export function readKey(text: string, encoding: SecretEncoding): KeyReading {
  if (text === '' || (encoding !== 'utf8' && text.trim() === '')) return { kind: 'nothing' }
  if (SSH_PUBLIC.test(text)) return { kind: 'named', form: 'ssh-public' }
  return (
    readJsonKey(text) ??
    readQuotedJson(text) ??
    readPem(text) ??
    readBareDer(text) ??
    readSecretKey(text, encoding)
  )
}

function readSecretKey(text: string, encoding: SecretEncoding): KeyReading {
  const reading = readSecret(text, encoding)
  return reading.kind === 'bytes'
    ? { kind: 'secret', bytes: reading.bytes, encoding, labels: null }
    : { kind: 'unreadable-secret', encoding, fault: reading.fault }
}

/** null where the text has no look of a JWK: then it may be a secret that starts with a brace. */
function readJsonKey(text: string): KeyReading | null {
  if (!/^\s*[[{]/.test(text)) return null
  const { root, syntax, duplicates } = readJson(text)
  if (root?.kind === 'array') {
    if (root.items.some((item) => memberNamed(item, 'kty') !== undefined))
      return readJwkSet(root, duplicates)
    return readChain(root.items)
  }
  if (root !== null) {
    const keys = memberNamed(root, 'keys')
    if (memberNamed(root, 'kty') !== undefined) return readJwk(root, duplicates)
    return keys === undefined ? null : readJwkSet(keys.value, duplicates)
  }
  if (syntax === null || !/"(?:kty|keys)"/.test(text)) return null
  const lineStart = Math.max(
    text.lastIndexOf('\n', syntax.at - 1),
    text.lastIndexOf('\r', syntax.at - 1),
  )
  return faulty({
    code: 'not-json',
    line: lineAt(text, syntax.at),
    position: syntax.at - lineStart,
  })
}

/** The list that x5c holds: bare base64, the key's own certificate first. RFC 7515 §4.1.6. */
function readChain(items: JsonNode[]): KeyReading | null {
  const [first] = items
  const reading = first?.kind === 'string' ? readBareDer(first.value) : null
  if (reading?.kind !== 'public' || reading.certificate === null) return null
  return { ...reading, certificate: { ...reading.certificate, followers: items.length - 1 } }
}

/** A JWK or a set as a shell or a JSON text quotes it. */
function readQuotedJson(text: string): KeyReading | null {
  const trimmed = text.trim()
  const quote = trimmed[0] ?? ''
  if (!/["'`]/.test(quote) || trimmed.length < 2 || !trimmed.endsWith(quote)) return null
  const { root } = quote === '"' ? readJson(trimmed) : { root: null }
  const reading = readJsonKey(root?.kind === 'string' ? root.value : trimmed.slice(1, -1))
  if (reading?.kind !== 'public' && reading?.kind !== 'private')
    return reading?.kind === 'malformed' ? null : reading
  return { ...reading, repairs: [{ code: 'quotes' }, ...reading.repairs] }
}
