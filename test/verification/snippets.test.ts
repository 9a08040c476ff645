/** Does the code that is offered say of a signature what is true of it? Run with the real tools. */
import { execFile, execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, test } from 'vitest'
import type { SecretEncoding } from '../../src/keys/secret.ts'
import { plainForm, readAnyForm } from '../../src/token/readAnyForm.ts'
import {
  MATCHES,
  MISMATCH,
  PLACEHOLDER,
  type SnippetSubject,
} from '../../src/verification/snippet.ts'
import {
  type Language,
  languages,
  readSnippetSubject,
  tellNoSnippet,
  writeSnippet,
} from '../../src/verification/snippets.ts'
import { encode, hmacToken, keyPairs, keyPairToken, spki, strongSecret } from './makeToken.ts'

const folder = mkdtempSync(join(tmpdir(), 'check-yourself-'))
symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
afterAll(() => rmSync(folder, { recursive: true }))

/** How the tools that may be here are asked whether they are, and how they run code. */
const TOOLS: Record<string, { probe: string[]; run: string[] }> = {
  OpenSSL: { probe: ['openssl', 'version'], run: ['sh', 'check.sh'] },
  Python: { probe: ['python3', '--version'], run: ['python3', 'check.py'] },
  PyJWT: { probe: ['python3', '-c', 'import jwt'], run: ['python3', '-W', 'ignore', 'check.py'] },
  Node: { probe: [process.execPath, '--version'], run: [process.execPath, 'check.mjs'] },
  Go: { probe: ['go', 'version'], run: ['go', 'run', 'check.go'] },
  Java: {
    probe: ['java', '--version'],
    run: ['java', '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', 'Check.java'],
  },
  PHP: { probe: ['php', '--version'], run: ['php', 'check.php'] },
  Ruby: { probe: ['ruby', '-ropenssl', '-e', ''], run: ['ruby', 'check.rb'] },
}

const named = (name: string): Language => {
  const language = languages.find((each) => each.name === name)
  if (language === undefined) throw new Error(`no language is named ${name}`)
  return language
}

function isHere(name: string): boolean {
  const [command = '', ...args] = TOOLS[name]?.probe ?? []
  try {
    execFileSync(command, args, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

const REQUIRED = ['OpenSSL', 'Python', 'Node']
const here = languages.map(({ name }) => name).filter((name) => name in TOOLS && isHere(name))
const away = languages.map(({ name }) => name).filter((name) => !here.includes(name))

function subjectOf(token: string, encoding: SecretEncoding = 'utf8'): SnippetSubject {
  const reading = readSnippetSubject(readAnyForm(token, plainForm), encoding)
  if (reading?.kind !== 'subject') throw new Error('there is no code for this token')
  return reading.subject
}

const execute = promisify(execFile)
let runs = 0

/** What the code prints, run with that secret in the placeholder’s place or with that public key beside it. */
async function say(
  name: string,
  code: string,
  key: { secret: string } | { pem: string },
): Promise<string> {
  const place = join(folder, String(runs++))
  mkdirSync(place)
  const text = 'secret' in key ? code.replaceAll(PLACEHOLDER, () => quote(name, key.secret)) : code
  writeFileSync(join(place, named(name).file), text)
  if ('pem' in key) writeFileSync(join(place, 'public.pem'), key.pem)
  const [command = '', ...args] = TOOLS[name]?.run ?? []
  try {
    return (await execute(command, args, { cwd: place })).stdout.trim()
  } catch (failure) {
    // OpenSSL leaves with 1 where a signature does not match
    return failure instanceof Error && 'stdout' in failure
      ? `${String(failure.stdout)}${'stderr' in failure ? String(failure.stderr) : ''}`.trim()
      : ''
  }
}

/** As the comment in the code says. */
function quote(name: string, secret: string): string {
  if (name === 'OpenSSL') return secret.replaceAll("'", "'\\''")
  const escaped = secret.replaceAll('\\', '\\\\')
  return ['Node', 'PHP', 'Ruby'].includes(name)
    ? escaped.replaceAll("'", "\\'")
    : escaped.replaceAll('"', '\\"')
}

const POSITIVE = [MATCHES, 'Verified OK', 'Signature Verified Successfully']
const NEGATIVE = [MISMATCH, 'Verification failure', 'Signature Verification Failure']
const firstLine = (said = ''): string => said.split('\n')[0] ?? ''

const SECRETS: [SecretEncoding, (secret: string) => string][] = [
  ['utf8', (secret) => secret],
  ['base64', (secret) => Buffer.from(secret).toString('base64').replace(/=+$/, '')],
  ['base64url', encode],
  ['hex', (secret) => Buffer.from(secret).toString('hex')],
]

const HMACS = ['HS256', 'HS384', 'HS512']

const PAIRS: [string, keyof typeof keyPairs, keyof typeof keyPairs][] = [
  ['RS256', 'rsa', 'otherRsa'],
  ['RS512', 'rsa', 'otherRsa'],
  ['PS256', 'rsa', 'otherRsa'],
  ['PS384', 'rsa', 'otherRsa'],
  ['ES256', 'p256', 'otherP256'],
  ['ES384', 'p384', 'otherP384'],
  ['ES512', 'p521', 'otherP521'],
  ['ES256K', 'secp256k1', 'otherSecp256k1'],
  ['EdDSA', 'ed25519', 'otherEd25519'],
  ['Ed25519', 'ed25519', 'otherEd25519'],
  ['Ed448', 'ed448', 'otherEd448'],
]

test(`the code runs here in ${here.join(', ')}, and is only written in ${away.join(', ')}`, () => {
  expect(here).toEqual(expect.arrayContaining(REQUIRED))
})

describe.each(here)('the code in %s', { timeout: 60_000 }, (name) => {
  const language = named(name)

  // a Java machine takes a second to start: one of each kind is enough there
  const leftOut = name === 'Java' ? ['HS384', 'RS512', 'PS256', 'ES384', 'EdDSA'] : []

  test.each(HMACS.filter((alg) => !leftOut.includes(alg)))(
    'knows the secret of %s from another',
    async (alg) => {
      const code = writeSnippet(language, subjectOf(hmacToken(alg, strongSecret)))
      const secrets = [strongSecret, `${strongSecret}!`]
      const said = await Promise.all(secrets.map((secret) => say(name, code, { secret })))
      expect(said).toEqual([MATCHES, MISMATCH])
    },
  )

  test('takes a secret with quotes, backslashes, dollars and letters of other languages', async () => {
    const secret = String.raw`it's "é" \n $HOME %s ü#{1} and long enough for HS256`
    const code = writeSnippet(language, subjectOf(hmacToken('HS256', secret)))
    expect(await say(name, code, { secret })).toBe(MATCHES)
  })

  test.each(SECRETS.slice(1))('takes a secret in %s', async (encoding, write) => {
    // bytes that differ between the two alphabets, and a length that wants padding
    const secret = 'ÿþ?>~~ÿ~ a secret that is long enough'
    const code = writeSnippet(language, subjectOf(hmacToken('HS256', secret), encoding))
    expect(await say(name, code, { secret: write(secret) })).toBe(MATCHES)
  })

  const able = PAIRS.filter(
    ([alg, key]) => language.write(subjectOf(keyPairToken(alg, keyPairs[key]))) !== null,
  ).filter(([alg]) => !leftOut.includes(alg))
  test.each(able)('knows the key pair of %s from another', async (alg, right, wrong) => {
    const code = writeSnippet(language, subjectOf(keyPairToken(alg, keyPairs[right])))
    const keys = [keyPairs[right], keyPairs[wrong]]
    const said = await Promise.all(keys.map((key) => say(name, code, { pem: spki(key) })))
    expect(POSITIVE).toContain(firstLine(said[0]))
    expect(NEGATIVE).toContain(firstLine(said[1]))
  })
})

const tokens = [
  ...HMACS.map((alg) => [alg, hmacToken(alg, strongSecret)] as const),
  ...PAIRS.map(([alg, key]) => [alg, keyPairToken(alg, keyPairs[key])] as const),
]

describe.each(languages)('what is offered in $name', (language) => {
  test.each(tokens)(
    'for %s holds what was signed and no secret, or says that it has no code',
    (_, token) => {
      const subject = subjectOf(token)
      const code = writeSnippet(language, subject)
      if (language.write(subject) === null)
        expect(code).toMatch(
          /^(?:#|\/\/) No code for .* with .*\. The OpenSSL commands check it\.$/,
        )
      else {
        expect(code).toContain(subject.input)
        expect(code).not.toContain(strongSecret)
        expect(code.includes(PLACEHOLDER)).toBe(subject.algorithm.family === 'hmac')
        expect(code.includes('public.pem')).toBe(subject.algorithm.family !== 'hmac')
      }
    },
  )
})

const noCode = (language: string): string[] =>
  tokens.flatMap(([alg, token]) => (named(language).write(subjectOf(token)) === null ? [alg] : []))

describe('code that is missing', () => {
  test('is what the tools do not do', () => {
    expect(noCode('OpenSSL')).toEqual([])
    expect(noCode('Python')).toEqual(PAIRS.map(([alg]) => alg))
    expect(noCode('PyJWT')).toEqual(['Ed25519', 'Ed448'])
    expect(noCode('Node')).toEqual(['ES256K', 'Ed448'])
    expect(noCode('Go')).toEqual(['ES256K', 'Ed448'])
    expect(noCode('Java')).toEqual(['ES256K'])
    expect(noCode('C#')).toEqual(['EdDSA', 'Ed25519', 'Ed448'])
    expect(noCode('PHP')).toEqual(['PS256', 'PS384', 'Ed448'])
    expect(noCode('Ruby')).toEqual([])
    expect(noCode('Rust')).toEqual(['ES512', 'ES256K', 'Ed25519', 'Ed448'])
  })

  test('tells the two curves of EdDSA apart by the length of the signature', () => {
    const subject = subjectOf(keyPairToken('EdDSA', keyPairs.ed448))
    expect(writeSnippet(named('Node'), subject)).toContain('EdDSA on Ed448')
  })
})

function told(token: string): string | null {
  const reading = readSnippetSubject(readAnyForm(token, plainForm), 'utf8')
  return reading === null || reading.kind === 'subject' ? null : tellNoSnippet(reading)
}

describe('a token without code', () => {
  const [header = '', payload = '', signature = ''] = hmacToken('HS256', strongSecret).split('.')
  test.each([
    [
      'holds what a shell would run',
      `${header}.${payload}'$(id)'.${signature}`,
      'A part of this token is not clean base64url. Libraries refuse it before they look at the signature.',
    ],
    [
      'is cut short',
      `${header}.${payload}.${signature.slice(0, -1)}`,
      'The signature is 31 bytes; HS256 always makes 32. No key can match it.',
    ],
    [
      'has an empty signature',
      `${header}.${payload}.`,
      'The signature is missing, so there is nothing to check.',
    ],
    [
      'is signed without encoding its payload',
      `${encode('{"alg":"HS256","b64":false,"crit":["b64"]}')}.hello.${signature}`,
      'This payload is signed without being encoded (b64: false). Few libraries read that, so there is no code here.',
    ],
  ])('%s, and it says why', (_, token, sentence) => {
    expect(told(token)).toBe(sentence)
  })

  test.each([
    ['is encrypted', `${encode('{"alg":"dir","enc":"A256GCM"}')}..a.b.c`],
    ['is not signed', `${encode('{"alg":"none"}')}.${payload}.`],
    [
      'names an algorithm that nobody knows',
      `${encode('{"alg":"HS265"}')}.${payload}.${signature}`,
    ],
    ['is no token', 'hello'],
  ])('%s, and nothing is said', (_, token) => {
    expect(readSnippetSubject(readAnyForm(token, plainForm), 'utf8')).toBeNull()
  })

  test('in JSON form is offered the code of its compact form', () => {
    const token = JSON.stringify({ protected: header, payload, signature })
    expect(subjectOf(token).input).toBe(`${header}.${payload}`)
  })
})
