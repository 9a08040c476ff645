/** Which Ruby checks a signature, with the openssl library that comes with it? docs.ruby-lang.org, OpenSSL::PKey. */
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
  base64: `'${PLACEHOLDER}'.unpack1('m')`,
  base64url: `'${PLACEHOLDER}'.tr('-_', '+/').unpack1('m')`,
  hex: `['${PLACEHOLDER}'].pack('H*')`,
}

/** Every algorithm that the OpenSSL below it knows. */
export function writeRuby(subject: SnippetSubject): string {
  const { algorithm, signature, input } = subject
  const isDer = algorithm.family === 'ecdsa'
  return `require 'openssl'

input = '${input}'
${isDer ? '# R and S as DER, the form that OpenSSL reads\n' : ''}signature = '${inBase64(isDer ? ecdsaDer(signature) : signature)}'.unpack1('m')
${linesOf(subject).join('\n')}
puts matches ? '${MATCHES}' : '${MISMATCH}'`
}

function linesOf({ algorithm, encoding }: SnippetSubject): string[] {
  const size = sizeOf(algorithm)
  const key = `key = OpenSSL::PKey.read(File.read('${KEY_FILE}'))`
  switch (algorithm.family) {
    case 'hmac':
      return [
        `# ${tellSecretPlace(encoding, SINGLE_QUOTED)}`,
        `secret = ${SECRETS[encoding]}`,
        `made = OpenSSL::HMAC.digest('SHA${size}', secret, input)`,
        'matches = OpenSSL.fixed_length_secure_compare(made, signature)',
      ]
    case 'rsa-pkcs1':
    case 'ecdsa':
      return [key, `matches = key.verify('SHA${size}', signature, input)`]
    case 'rsa-pss':
      return [
        key,
        `matches = key.verify_pss('SHA${size}', signature, input, salt_length: ${Number(size) / 8}, mgf1_hash: 'SHA${size}')`,
      ]
    case 'eddsa':
      return ['# Ruby 3.0 or later', key, 'matches = key.verify(nil, signature, input)']
    case 'ml-dsa':
      return ['# with OpenSSL 3.5 or later', key, 'matches = key.verify(nil, signature, input)']
    default:
      return algorithm.family satisfies never
  }
}
