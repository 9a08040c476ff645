/** What is the text in the key box: a secret, a PEM block, a JWK, a JWK Set, or why can it not be read? */
import { memberNamed, readJson } from '../token/jsonText.ts'
import type { JwkSet, NamedKey, SingleKeyReading } from './keyKinds.ts'
import { readJwk, readJwkSet } from './readJwk.ts'
import { lineAt, readPem } from './readPem.ts'
import { readSecret, type SecretEncoding, type SecretFault } from './secret.ts'

export type KeyReading =
  | { kind: 'nothing' }
  | SingleKeyReading
  | { kind: 'unreadable-secret'; encoding: SecretEncoding; fault: SecretFault }
  | NamedKey
  | JwkSet

const SSH_PUBLIC = /^\s*(?:ssh-(?:rsa|dss|ed25519|ed448)|ecdsa-sha2-[a-z0-9-]+) AAAA/

/**
 * A text with `-----BEGIN` is a PEM block, a JSON object with `kty` or `keys` is a JWK or a JWK Set, an
 * `ssh-…` line is an SSH key; all else is a secret, read in the given encoding. The encoding matters to
 * secrets alone. Synchronous, linear in the text, never throws; RFC 7468, RFC 7517.
 */
export function readKey(text: string, encoding: SecretEncoding): KeyReading {
  if (text === '' || (encoding !== 'utf8' && text.trim() === '')) return { kind: 'nothing' }
  if (text.includes('-----BEGIN')) return readPem(text)
  if (SSH_PUBLIC.test(text)) return { kind: 'named', form: 'ssh-public' }
  return readJsonKey(text) ?? readSecretKey(text, encoding)
}

function readSecretKey(text: string, encoding: SecretEncoding): KeyReading {
  const reading = readSecret(text, encoding)
  return reading.kind === 'bytes'
    ? { kind: 'secret', bytes: reading.bytes, encoding, labels: null }
    : { kind: 'unreadable-secret', encoding, fault: reading.fault }
}

/** null where the text has no look of a JWK: then it may be a secret that starts with a brace. */
function readJsonKey(text: string): KeyReading | null {
  if (!/^\s*\{/.test(text)) return null
  const { root, syntax } = readJson(text)
  if (root !== null) {
    const keys = memberNamed(root, 'keys')
    if (memberNamed(root, 'kty') !== undefined) return readJwk(root)
    return keys === undefined ? null : readJwkSet(keys.value)
  }
  if (syntax === null || !/"(?:kty|keys)"/.test(text)) return null
  const lineStart = Math.max(
    text.lastIndexOf('\n', syntax.at - 1),
    text.lastIndexOf('\r', syntax.at - 1),
  )
  return {
    kind: 'malformed',
    fault: {
      code: 'not-json',
      line: lineAt(text, syntax.at),
      position: syntax.at - lineStart,
    },
  }
}
