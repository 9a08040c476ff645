/** With which code can a signature be checked without this page, and for which tokens is there none? ux.md 3.4. */
import { algorithmNamed } from '../algorithms/algorithms.ts'
import type { SignatureAlgorithm } from '../algorithms/algorithm.ts'
import type { SecretEncoding } from '../keys/secret.ts'
import { grouped } from '../token/grouped.ts'
import { algorithmOf, type TokenReading } from '../token/readToken.ts'
import type { SnippetSubject, SnippetWriter } from './snippet.ts'
import { writeCsharp } from './snippetsCsharp.ts'
import { writeGo } from './snippetsGo.ts'
import { writeJava } from './snippetsJava.ts'
import { writeNode } from './snippetsNode.ts'
import { writeOpenssl } from './snippetsOpenssl.ts'
import { writePhp } from './snippetsPhp.ts'
import { writePyJwt, writePython } from './snippetsPython.ts'
import { writeRuby } from './snippetsRuby.ts'
import { writeRust } from './snippetsRust.ts'

export interface Language {
  name: string
  /** What the code rests on, in a sentence. */
  tool: string
  file: string
  run: string
  write: SnippetWriter
}

export const languages: readonly Language[] = [
  {
    name: 'OpenSSL',
    tool: 'OpenSSL',
    file: 'check.sh',
    run: 'sh check.sh',
    write: writeOpenssl,
  },
  {
    name: 'Python',
    tool: 'Python’s standard library',
    file: 'check.py',
    run: 'python3 check.py',
    write: writePython,
  },
  {
    name: 'PyJWT',
    tool: 'PyJWT',
    file: 'check.py',
    run: 'python3 check.py',
    write: writePyJwt,
  },
  {
    name: 'Node',
    tool: 'jose in Node',
    file: 'check.mjs',
    run: 'node check.mjs',
    write: writeNode,
  },
  {
    name: 'Go',
    tool: 'Go’s standard library',
    file: 'check.go',
    run: 'go run check.go',
    write: writeGo,
  },
  {
    name: 'Java',
    tool: 'Java’s standard library',
    file: 'Check.java',
    run: 'java Check.java',
    write: writeJava,
  },
  {
    name: 'C#',
    tool: '.NET’s own library',
    file: 'Program.cs',
    run: 'dotnet run',
    write: writeCsharp,
  },
  {
    name: 'PHP',
    tool: 'PHP’s own functions',
    file: 'check.php',
    run: 'php check.php',
    write: writePhp,
  },
  {
    name: 'Ruby',
    tool: 'Ruby’s openssl library',
    file: 'check.rb',
    run: 'ruby check.rb',
    write: writeRuby,
  },
  {
    name: 'Rust',
    tool: 'the crate jsonwebtoken',
    file: 'src/main.rs',
    run: 'cargo run',
    write: writeRust,
  },
]

/** The code, or one comment line where the language’s tools do not do the algorithm. */
export function writeSnippet({ tool, write, name }: Language, subject: SnippetSubject): string {
  const mark = ['OpenSSL', 'Python', 'PyJWT', 'Ruby'].includes(name) ? '#' : '//'
  const { algorithm, curve } = subject
  const alg = algorithm.otherCurve === null ? algorithm.name : `${algorithm.name} on ${curve}`
  return write(subject) ?? `${mark} No code for ${alg} with ${tool}. The OpenSSL commands check it.`
}

export type SnippetReading =
  | { kind: 'subject'; subject: SnippetSubject }
  | { kind: 'plain-payload' }
  | { kind: 'illegal-characters' }
  | { kind: 'wrong-length'; alg: string; bytes: number; expected: readonly number[] }

const BASE64URL = /^[\w-]*$/

/** `encoding` is how the secret will be written. null where nothing is signed with an algorithm that is known. */
export function readSnippetSubject(
  reading: TokenReading,
  encoding: SecretEncoding,
): SnippetReading | null {
  const { form, header, payload, signature, more } = reading
  const algorithm = algorithmNamed(algorithmOf(reading) ?? '')
  if (form !== 'jws' || algorithm === undefined || algorithm.family === 'encryption') return null
  if (header === null || payload === null || signature === null) return null
  if (more?.isUnencoded === true) return { kind: 'plain-payload' }
  const parts = [header, payload, signature].map(({ text }) => text)
  if (!parts.every((text) => BASE64URL.test(text) && text.length % 4 !== 1))
    return { kind: 'illegal-characters' }
  const { bytes } = signature
  const { name: alg, signatureBytes: expected } = algorithm
  const hasLength = expected.length === 0 ? bytes.length > 0 : expected.includes(bytes.length)
  if (!hasLength) return { kind: 'wrong-length', alg, bytes: bytes.length, expected }
  const subject = {
    algorithm,
    curve: curveOf(algorithm, bytes.length),
    input: `${header.text}.${payload.text}`,
    signature: bytes,
    encoding,
  }
  return { kind: 'subject', subject }
}

const curveOf = (
  { curve, otherCurve, signatureBytes }: SignatureAlgorithm,
  bytes: number,
): string | null => (otherCurve !== null && bytes === signatureBytes[1] ? otherCurve : curve)

/** Why there is no code. */
export function tellNoSnippet(reading: Exclude<SnippetReading, { kind: 'subject' }>): string {
  switch (reading.kind) {
    case 'plain-payload':
      return 'This payload is signed without being encoded (b64: false). Few libraries read that, so there is no code here.'
    case 'illegal-characters':
      return 'A part of this token is not clean base64url. Libraries refuse it before they look at the signature.'
    case 'wrong-length': {
      const { alg, bytes, expected } = reading
      if (bytes === 0) return 'The signature is missing, so there is nothing to check.'
      return `The signature is ${grouped(bytes)} ${bytes === 1 ? 'byte' : 'bytes'}; ${alg} always makes ${expected.join(' or ')}. No key can match it.`
    }
    default:
      return reading satisfies never
  }
}
