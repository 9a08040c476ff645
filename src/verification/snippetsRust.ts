/** Which Rust checks a signature, with the crate jsonwebtoken? docs.rs/jsonwebtoken. */
import type { SecretEncoding } from '../keys/secret.ts'
import {
  DOUBLE_QUOTED,
  inBase64url,
  KEY_FILE,
  MATCHES,
  MISMATCH,
  PLACEHOLDER,
  type SnippetSubject,
  tellSecretPlace,
} from './snippet.ts'

const fromBase64 = (text: string): string => `DecodingKey::from_base64_secret(${text}).unwrap()`

const SECRETS: Record<SecretEncoding, string> = {
  utf8: `DecodingKey::from_secret("${PLACEHOLDER}".as_bytes())`,
  base64: fromBase64(`"${PLACEHOLDER}"`),
  base64url: fromBase64(`&"${PLACEHOLDER}".replace('-', "+").replace('_', "/")`),
  hex: `DecodingKey::from_secret(
        &"${PLACEHOLDER}"
            .as_bytes()
            .chunks(2)
            .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap())
            .collect::<Vec<u8>>(),
    )`,
}

/** crypto::verify looks at the signature alone, so an expired token is no error. */
export function writeRust(subject: SnippetSubject): string | null {
  const { algorithm, encoding } = subject
  const key = keyOf(subject)
  if (key === null) return null
  const note =
    algorithm.family === 'hmac' ? `// ${tellSecretPlace(encoding, DOUBLE_QUOTED)}\n    ` : ''
  return `// cargo add jsonwebtoken@9
use jsonwebtoken::{crypto::verify, Algorithm, DecodingKey};

fn main() {
    let input = "${subject.input}";
    let signature = "${inBase64url(subject)}";
    ${note}let key = ${key};
    if verify(signature, input.as_bytes(), &key, Algorithm::${algorithm.name}).unwrap() {
        println!("${MATCHES}");
    } else {
        println!("${MISMATCH}");
    }
}`
}

function keyOf({ algorithm, curve, encoding }: SnippetSubject): string | null {
  switch (algorithm.family) {
    case 'hmac':
      return SECRETS[encoding]
    case 'rsa-pkcs1':
    case 'rsa-pss':
      return fromPem('rsa')
    case 'ecdsa':
      return algorithm.name === 'ES256' || algorithm.name === 'ES384' ? fromPem('ec') : null
    case 'eddsa':
      return algorithm.name === 'EdDSA' && curve === 'Ed25519' ? fromPem('ed') : null
    case 'ml-dsa':
      return null
    default:
      return algorithm.family satisfies never
  }
}

const fromPem = (kind: string): string =>
  `DecodingKey::from_${kind}_pem(&std::fs::read("${KEY_FILE}").unwrap()).unwrap()`
