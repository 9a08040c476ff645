/** Which PHP checks a signature, with its own functions alone? php.net/openssl_verify. */
import type { SecretEncoding } from '../keys/secret.ts'
import { ecdsaDer } from './ecdsaDer.ts'
import {
  inBase64,
  KEY_FILE,
  MATCHES,
  MISMATCH,
  PLACEHOLDER,
  SINGLE_QUOTED,
  sizeOf,
  type SnippetSubject,
  tellSecretPlace,
} from './snippet.ts'

const SECRETS: Record<SecretEncoding, string> = {
  utf8: `'${PLACEHOLDER}'`,
  base64: `base64_decode('${PLACEHOLDER}')`,
  base64url: `base64_decode(strtr('${PLACEHOLDER}', '-_', '+/'))`,
  hex: `hex2bin('${PLACEHOLDER}')`,
}

export function writePhp(subject: SnippetSubject): string | null {
  const { algorithm, signature, input } = subject
  const lines = linesOf(subject)
  if (lines === null) return null
  const isDer = algorithm.family === 'ecdsa'
  return `<?php
$input = '${input}';
${isDer ? '// R and S as DER, the form that openssl_verify reads\n' : ''}$signature = base64_decode('${inBase64(isDer ? ecdsaDer(signature) : signature)}');
${lines.join('\n')}
echo $matches ? "${MATCHES}\\n" : "${MISMATCH}\\n";`
}

function linesOf({ algorithm, curve, encoding }: SnippetSubject): string[] | null {
  const size = sizeOf(algorithm)
  switch (algorithm.family) {
    case 'hmac':
      return [
        `// ${tellSecretPlace(encoding, SINGLE_QUOTED)}`,
        `$secret = ${SECRETS[encoding]};`,
        `$matches = hash_equals(hash_hmac('sha${size}', $input, $secret, true), $signature);`,
      ]
    case 'rsa-pkcs1':
    case 'ecdsa':
      return [
        `$key = file_get_contents('${KEY_FILE}');`,
        `$matches = openssl_verify($input, $signature, $key, OPENSSL_ALGO_SHA${size}) === 1;`,
      ]
    case 'eddsa':
      return curve === 'Ed25519' ? ed25519 : null
    case 'rsa-pss':
    case 'ml-dsa':
      return null
    default:
      return algorithm.family satisfies never
  }
}

const ed25519 = [
  `$pem = file_get_contents('${KEY_FILE}');`,
  "$der = base64_decode(preg_replace('/-----[^-]+-----/', '', $pem));",
  '// the key itself is the last 32 bytes of the file',
  '$matches = sodium_crypto_sign_verify_detached($signature, $input, substr($der, -32));',
]
