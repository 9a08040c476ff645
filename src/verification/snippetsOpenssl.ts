/** Which shell commands check a signature with OpenSSL? openssl-dgst(1), openssl-pkeyutl(1). */
import type { SecretEncoding } from '../keys/secret.ts'
import { ecdsaDer } from './ecdsaDer.ts'
import {
  inBase64,
  inBase64url,
  KEY_FILE,
  MATCHES,
  MISMATCH,
  PLACEHOLDER,
  sizeOf,
  type SnippetSubject,
  tellSecretPlace,
} from './snippet.ts'

/** Each ends with the secret’s bytes in hex. */
const KEYS: Record<SecretEncoding, string> = {
  utf8: `key=$(printf '%s' "$secret" | od -An -v -tx1 | tr -d ' \\n')`,
  base64: decoded('$secret'),
  base64url: `secret=$(printf '%s' "$secret" | tr '_-' '/+')\n${decoded('$secret')}`,
  hex: 'key=$secret',
}

function decoded(secret: string): string {
  return `while [ $((\${#secret} % 4)) -ne 0 ]; do secret="\${secret}="; done
key=$(printf '%s' "${secret}" | openssl base64 -d -A | od -An -v -tx1 | tr -d ' \\n')`
}

/** Every algorithm; key pairs are answered in OpenSSL’s own words. */
export function writeOpenssl(subject: SnippetSubject): string {
  const { algorithm, input, encoding } = subject
  const digest = `-sha${sizeOf(algorithm)}`
  switch (algorithm.family) {
    case 'hmac':
      return `# ${tellSecretPlace(encoding, "write ' as '\\''")}
secret='${PLACEHOLDER}'
${KEYS[encoding]}
input='${input}'
signature='${inBase64url(subject)}'
made=$(printf '%s' "$input" \\
  | openssl dgst ${digest} -mac HMAC -macopt "hexkey:$key" -binary \\
  | openssl base64 -A | tr '+/' '-_' | tr -d '=')
if [ "$made" = "$signature" ]
then echo '${MATCHES}'
else echo '${MISMATCH}'
fi`
    case 'rsa-pkcs1':
      return `${files(subject)}
openssl dgst ${digest} -verify ${KEY_FILE} -signature signature.bin input.txt`
    case 'rsa-pss':
      return `${files(subject)}
openssl dgst ${digest} -verify ${KEY_FILE} -signature signature.bin \\
  -sigopt rsa_padding_mode:pss -sigopt rsa_pss_saltlen:digest input.txt`
    case 'ecdsa':
      return `# R and S as DER, the form that OpenSSL reads
${files({ ...subject, signature: ecdsaDer(subject.signature) })}
openssl dgst ${digest} -verify ${KEY_FILE} -signature signature.bin input.txt`
    case 'eddsa':
      return `# OpenSSL 3.0 or later
${files(subject)}
${raw}`
    case 'ml-dsa':
      return `# OpenSSL 3.5 or later
${files(subject)}
${raw}`
    default:
      return algorithm.family satisfies never
  }
}

const raw = `openssl pkeyutl -verify -pubin -inkey ${KEY_FILE} -rawin \\
  -in input.txt -sigfile signature.bin`

const files = ({ input, signature }: SnippetSubject): string =>
  `printf '%s' '${input}' > input.txt
printf '%s' '${inBase64(signature)}' \\
  | openssl base64 -d -A > signature.bin`
