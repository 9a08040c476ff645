/** Which Python checks a signature, with the standard library and with PyJWT? docs.python.org/3/library/hmac.html. */
import type { SecretEncoding } from '../keys/secret.ts'
import {
  DOUBLE_QUOTED,
  inBase64url,
  KEY_FILE,
  MATCHES,
  MISMATCH,
  PLACEHOLDER,
  sizeOf,
  type SnippetSubject,
  tellSecretPlace,
} from './snippet.ts'
import { tokenOf } from './snippet.ts'

const SECRETS: Record<SecretEncoding, string> = {
  utf8: `"${PLACEHOLDER}".encode()`,
  base64: `base64.b64decode("${PLACEHOLDER}" + "==")`,
  base64url: `base64.urlsafe_b64decode("${PLACEHOLDER}" + "==")`,
  hex: `bytes.fromhex("${PLACEHOLDER}")`,
}

const secretIn = (encoding: SecretEncoding): string =>
  `# ${tellSecretPlace(encoding, DOUBLE_QUOTED)}
secret = ${SECRETS[encoding]}`

/** HMAC is all that the standard library does. */
export function writePython(subject: SnippetSubject): string | null {
  const { algorithm, input, encoding } = subject
  if (algorithm.family !== 'hmac') return null
  return `import base64
import hashlib
import hmac

${secretIn(encoding)}
signing_input = "${input}"
signature = "${inBase64url(subject)}"

mac = hmac.new(secret, signing_input.encode(), hashlib.sha${sizeOf(algorithm)}).digest()
made = base64.urlsafe_b64encode(mac).rstrip(b"=").decode()
if hmac.compare_digest(made, signature):
    print("${MATCHES}")
else:
    print("${MISMATCH}")`
}

/** Its PyJWS looks at the signature alone, so an expired token is no error. */
export function writePyJwt(subject: SnippetSubject): string | null {
  const { algorithm, encoding } = subject
  const { name, family } = algorithm
  if (family === 'ml-dsa' || (family === 'eddsa' && name !== 'EdDSA')) return null
  const isSecret = family === 'hmac'
  const needsBase64 = isSecret && encoding.startsWith('base64')
  const imports = needsBase64 ? 'import base64\n\nimport jwt' : 'import jwt'
  const key = isSecret ? secretIn(encoding) : `secret = open("${KEY_FILE}", "rb").read()`
  return `# pip install "pyjwt[crypto]"
${imports}

${isSecret ? key : key.replace('secret', 'public_key')}
token = "${tokenOf(subject)}"

try:
    jwt.PyJWS().decode(token, ${isSecret ? 'secret' : 'public_key'}, algorithms=["${name}"])
    print("${MATCHES}")
except jwt.InvalidSignatureError:
    print("${MISMATCH}")`
}
