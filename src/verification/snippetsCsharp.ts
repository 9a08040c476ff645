/** Which C# checks a signature, with .NET’s own library alone? learn.microsoft.com/dotnet/api/system.security.cryptography. */
import type { SecretEncoding } from '../keys/secret.ts'
import {
  DOUBLE_QUOTED,
  inBase64,
  KEY_FILE,
  MATCHES,
  MISMATCH,
  PLACEHOLDER,
  sizeOf,
  type SnippetSubject,
  tellSecretPlace,
} from './snippet.ts'

const SECRETS: Record<SecretEncoding, string[]> = {
  utf8: [`var secret = Encoding.UTF8.GetBytes("${PLACEHOLDER}");`],
  base64: [
    `var text = "${PLACEHOLDER}";`,
    "var secret = Convert.FromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '='));",
  ],
  base64url: [
    '// .NET 9 or later',
    `var secret = System.Buffers.Text.Base64Url.DecodeFromChars("${PLACEHOLDER}");`,
  ],
  hex: [`var secret = Convert.FromHexString("${PLACEHOLDER}");`],
}

export function writeCsharp(subject: SnippetSubject): string | null {
  const lines = linesOf(subject)
  if (lines === null) return null
  return `using System;
using System.IO;
using System.Security.Cryptography;
using System.Text;

var input = Encoding.ASCII.GetBytes("${subject.input}");
var signature = Convert.FromBase64String("${inBase64(subject.signature)}");
${lines.join('\n')}
Console.WriteLine(matches ? "${MATCHES}" : "${MISMATCH}");`
}

function linesOf({ algorithm, encoding }: SnippetSubject): string[] | null {
  const size = sizeOf(algorithm)
  const hash = `HashAlgorithmName.SHA${size}`
  switch (algorithm.family) {
    case 'hmac':
      return [
        `// ${tellSecretPlace(encoding, DOUBLE_QUOTED)}`,
        ...SECRETS[encoding],
        `var made = HMACSHA${size}.HashData(secret, input);`,
        'var matches = CryptographicOperations.FixedTimeEquals(made, signature);',
      ]
    case 'rsa-pkcs1':
      return withKey('RSA', `, ${hash}, RSASignaturePadding.Pkcs1`)
    case 'rsa-pss':
      return withKey('RSA', `, ${hash}, RSASignaturePadding.Pss`)
    case 'ecdsa':
      return withKey('ECDsa', `, ${hash}`)
    case 'eddsa':
    case 'ml-dsa':
      return null
    default:
      return algorithm.family satisfies never
  }
}

const withKey = (type: string, options: string): string[] => [
  `using var key = ${type}.Create();`,
  `key.ImportFromPem(File.ReadAllText("${KEY_FILE}"));`,
  `var matches = key.VerifyData(input, signature${options});`,
]
