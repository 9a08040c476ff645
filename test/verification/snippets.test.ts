/** Does the code that is offered say of a signature what is true of it? Run with the real tools. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
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
import { openBench } from './snippetBench.ts'
import { encode, hmacToken, keyPairs, keyPairToken, spki, strongSecret } from './makeToken.ts'

const bench = openBench()
afterAll(bench.close)

const named = (name: string): Language => {
  const language = languages.find((each) => each.name === name)
  if (language === undefined) throw new Error(`no language is named ${name}`)
  return language
}

const REQUIRED = ['OpenSSL', 'Python', 'Node']
const here = languages.map(({ name }) => name).filter(bench.isHere)
const away = languages.map(({ name }) => name).filter((name) => !here.includes(name))

function subjectOf(token: string, encoding: SecretEncoding = 'utf8'): SnippetSubject {
  const reading = readSnippetSubject(readAnyForm(token, plainForm), encoding)
  if (reading?.kind !== 'subject') throw new Error('there is no code for this token')
  return reading.subject
}

/** What the code prints, run with that secret in the placeholder’s place or with that public key beside it. */
function say(
  name: string,
  code: string,
  key: { secret: string } | { pem: string },
): Promise<string> {
  if ('pem' in key) return bench.run(name, named(name).file, code, { 'public.pem': key.pem })
  const text = code.replaceAll(PLACEHOLDER, () => quote(name, key.secret))
  return bench.run(name, named(name).file, text, {})
}

/** As the comment in the code says. */
function quote(name: string, secret: string): string {
  if (name === 'OpenSSL') return secret.replaceAll("'", "'\\''")
  const escaped = secret.replaceAll('\\', '\\\\')
  return ['Node', 'PHP', 'Ruby'].includes(name)
    ? escaped.replaceAll("'", "\\'")
    : escaped.replaceAll('"', '\\"')
}

/** The same signature under a payload in which somebody made himself another user. */
function tampered(token: string): string {
  const [header = '', payload = '', signature = ''] = token.split('.')
  const claims = Buffer.from(payload, 'base64url').toString().replace('}', ',"admin":true}')
  return `${header}.${encode(claims)}.${signature}`
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

test(`the code runs here in ${here.join(', ')}`, () => {
  expect(here).toEqual(expect.arrayContaining(REQUIRED))
})

describe.runIf(away.length > 0)('not run on this machine, which lacks the tool', () => {
  test.each(away)('%s: its code is only looked at', (name) => {
    expect(writeSnippet(named(name), subjectOf(hmacToken('HS256', strongSecret)))).toContain(
      MATCHES,
    )
  })
})

describe.each(here)('the code in %s', { timeout: 60_000 }, (name) => {
  const language = named(name)
  beforeAll(() => bench.prepare(name), 300_000)

  // a Java machine takes a second to start: one of each kind is enough there
  const leftOut = name === 'Java' ? ['HS384', 'RS512', 'PS256', 'ES384', 'EdDSA'] : []

  test.each(HMACS.filter((alg) => !leftOut.includes(alg)))(
    'knows the secret of %s from another, and its token from one that was changed',
    async (alg) => {
      const token = hmacToken(alg, strongSecret)
      const code = writeSnippet(language, subjectOf(token))
      const other = writeSnippet(language, subjectOf(tampered(token)))
      const said = await Promise.all([
        say(name, code, { secret: strongSecret }),
        say(name, code, { secret: `${strongSecret}!` }),
        say(name, other, { secret: strongSecret }),
      ])
      expect(said).toEqual([MATCHES, MISMATCH, MISMATCH])
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
  test.each(able)(
    'knows the key pair of %s from another, and its token from one that was changed',
    async (alg, right, wrong) => {
      const token = keyPairToken(alg, keyPairs[right])
      const code = writeSnippet(language, subjectOf(token))
      const other = writeSnippet(language, subjectOf(tampered(token)))
      const said = await Promise.all([
        say(name, code, { pem: spki(keyPairs[right]) }),
        say(name, code, { pem: spki(keyPairs[wrong]) }),
        say(name, other, { pem: spki(keyPairs[right]) }),
      ])
      const [matching, ...others] = said.map(firstLine)
      expect(POSITIVE).toContain(matching)
      for (const answer of others) expect(NEGATIVE).toContain(answer)
    },
  )
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

test('the code in C# reads Base64 without its padding, which .NET alone refuses', () => {
  const code = writeSnippet(named('C#'), subjectOf(hmacToken('HS256', strongSecret), 'base64'))
  expect(code).toContain(`var text = "${PLACEHOLDER}";`)
  expect(code).toContain("FromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '='))")
})

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
