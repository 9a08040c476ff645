/** Which Go checks a signature, with the standard library alone? pkg.go.dev/std. */
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

interface GoCheck {
  packages: string[]
  /** Statements that end with `matches`. */
  lines: string
}

const DIGESTS: Record<string, { from: string; make: string; sum: string }> = {
  '256': { from: 'crypto/sha256', make: 'sha256.New', sum: 'sha256.Sum256' },
  '384': { from: 'crypto/sha512', make: 'sha512.New384', sum: 'sha512.Sum384' },
  '512': { from: 'crypto/sha512', make: 'sha512.New', sum: 'sha512.Sum512' },
}

const PANIC = `if err != nil {
		panic(err)
	}`

const SECRETS: Record<SecretEncoding, GoCheck> = {
  utf8: { packages: [], lines: `secret := []byte("${PLACEHOLDER}")` },
  base64: {
    packages: ['strings'],
    lines: `secret, err := base64.RawStdEncoding.DecodeString(strings.TrimRight("${PLACEHOLDER}", "="))
	${PANIC}`,
  },
  base64url: {
    packages: ['strings'],
    lines: `secret, err := base64.RawURLEncoding.DecodeString(strings.TrimRight("${PLACEHOLDER}", "="))
	${PANIC}`,
  },
  hex: {
    packages: ['encoding/hex'],
    lines: `secret, err := hex.DecodeString("${PLACEHOLDER}")
	${PANIC}`,
  },
}

export function writeGo(subject: SnippetSubject): string | null {
  const check = checkOf(subject)
  if (check === null) return null
  const packages = [...new Set(['encoding/base64', 'fmt', ...check.packages])].toSorted()
  return `package main

import (
${packages.map((name) => `\t"${name}"`).join('\n')}
)

func main() {
	input := []byte("${subject.input}")
	signature, _ := base64.RawURLEncoding.DecodeString("${inBase64url(subject)}")
	${check.lines}
	if matches {
		fmt.Println("${MATCHES}")
	} else {
		fmt.Println("${MISMATCH}")
	}
}`
}

function checkOf(subject: SnippetSubject): GoCheck | null {
  const { algorithm, curve, signature, encoding } = subject
  const size = sizeOf(algorithm)
  const digest = DIGESTS[size]
  if (digest === undefined) return curve === 'Ed25519' ? ed25519 : null
  const { from, make, sum } = digest
  const hashed = `hash := ${sum}(input)`
  switch (algorithm.family) {
    case 'hmac': {
      const secret = SECRETS[encoding]
      return {
        packages: ['crypto/hmac', from, ...secret.packages],
        lines: `// ${tellSecretPlace(encoding, DOUBLE_QUOTED)}
	${secret.lines}
	mac := hmac.New(${make}, secret)
	mac.Write(input)
	matches := hmac.Equal(mac.Sum(nil), signature)`,
      }
    }
    case 'rsa-pkcs1':
      return withKey(
        ['crypto', 'crypto/rsa', from],
        [
          hashed,
          `matches := rsa.VerifyPKCS1v15(key.(*rsa.PublicKey), crypto.SHA${size}, hash[:], signature) == nil`,
        ],
      )
    case 'rsa-pss':
      return withKey(
        ['crypto', 'crypto/rsa', from],
        [
          hashed,
          'options := &rsa.PSSOptions{SaltLength: rsa.PSSSaltLengthEqualsHash}',
          `matches := rsa.VerifyPSS(key.(*rsa.PublicKey), crypto.SHA${size}, hash[:], signature, options) == nil`,
        ],
      )
    case 'ecdsa': {
      if (curve === 'secp256k1') return null
      const half = signature.length / 2
      return withKey(
        ['crypto/ecdsa', 'math/big', from],
        [
          hashed,
          `r := new(big.Int).SetBytes(signature[:${half}])`,
          `s := new(big.Int).SetBytes(signature[${half}:])`,
          'matches := ecdsa.Verify(key.(*ecdsa.PublicKey), hash[:], r, s)',
        ],
      )
    }
    case 'eddsa':
    case 'ml-dsa':
      return null
    default:
      return algorithm.family satisfies never
  }
}

function withKey(packages: string[], lines: string[]): GoCheck {
  return {
    packages: ['crypto/x509', 'encoding/pem', 'os', ...packages],
    lines: [
      `file, err := os.ReadFile("${KEY_FILE}")`,
      PANIC,
      'block, _ := pem.Decode(file)',
      'key, err := x509.ParsePKIXPublicKey(block.Bytes)',
      PANIC,
      ...lines,
    ].join('\n\t'),
  }
}

const ed25519 = withKey(
  ['crypto/ed25519'],
  ['matches := ed25519.Verify(key.(ed25519.PublicKey), input, signature)'],
)
