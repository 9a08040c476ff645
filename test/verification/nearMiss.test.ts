import { describe, expect, test } from 'vitest'
import { tellNearMiss, tellTried } from '../../src/verification/nearMiss.ts'
import { secretVariants } from '../../src/verification/secretVariants.ts'
import type { SecretEncoding } from '../../src/keys/secret.ts'
import { tellVerdict } from '../../src/verification/tellVerdict.ts'
import { checkNow, encode, hmacToken, strongSecret } from './makeToken.ts'

const raw = Buffer.from(strongSecret)

const cases: {
  what: string
  secret: string | Uint8Array
  typed: string
  encoding?: SecretEncoding
  clause: string
  note: string
  action: string
  fix: { text?: string; encoding?: SecretEncoding }
}[] = [
  {
    what: 'base64 read as text',
    secret: 'secret',
    typed: 'c2VjcmV0',
    clause: 'Close: it matches if the secret is read as base64.',
    note: 'As text this secret does not match. Read as base64 it does.',
    action: 'Read as base64',
    fix: { encoding: 'base64' },
  },
  {
    what: 'base64url read as text',
    secret: new Uint8Array([0xfb, 0xef, 0xbe]),
    typed: '----',
    clause: 'Close: it matches if the secret is read as base64url.',
    note: 'As text this secret does not match. Read as base64url it does.',
    action: 'Read as base64url',
    fix: { encoding: 'base64url' },
  },
  {
    what: 'hex read as text',
    secret: raw,
    typed: raw.toString('hex'),
    clause: 'Close: it matches if the secret is read as hex.',
    note: 'As text this secret does not match. Read as hex it does.',
    action: 'Read as hex',
    fix: { encoding: 'hex' },
  },
  {
    what: 'text read as base64',
    secret: 'c2VjcmV0',
    typed: 'c2VjcmV0',
    encoding: 'base64',
    clause: 'Close: it matches if the secret is read as text.',
    note: 'As base64 this secret does not match. Read as text it does.',
    action: 'Read as text',
    fix: { encoding: 'utf8' },
  },
  {
    what: 'a line break too many',
    secret: strongSecret,
    typed: `${strongSecret}\n`,
    clause: 'Close: it matches without the line break at its end.',
    note: 'As text this secret does not match. Without the line break at its end, it does.',
    action: 'Remove the line break',
    fix: { text: strongSecret },
  },
  {
    what: 'a line of an .env file',
    secret: strongSecret,
    typed: `export JWT_SECRET="${strongSecret}"`,
    clause: 'Close: it matches without the name before it.',
    note: 'As text this secret does not match. Without the name before it, it does.',
    action: 'Remove the name',
    fix: { text: strongSecret },
  },
  {
    what: 'a line break too few',
    secret: `${strongSecret}\n`,
    typed: strongSecret,
    clause: 'Close: it matches with a line break at its end.',
    note: 'As text this secret does not match. With a line break at its end, it does.',
    action: 'Add the line break',
    fix: { text: `${strongSecret}\n` },
  },
  {
    what: 'a Windows line break too few',
    secret: `${strongSecret}\r\n`,
    typed: strongSecret,
    clause: 'Close: it matches with a line break at its end.',
    note: 'As text this secret does not match. With a line break at its end, it does.',
    action: 'Add the line break',
    fix: { text: `${strongSecret}\r\n` },
  },
  {
    what: 'blanks around',
    secret: strongSecret,
    typed: `  ${strongSecret} `,
    clause: 'Close: it matches without the blanks around it.',
    note: 'As text this secret does not match. Without the blanks around it, it does.',
    action: 'Remove the blanks',
    fix: { text: strongSecret },
  },
  {
    what: 'double quotes around',
    secret: strongSecret,
    typed: `"${strongSecret}"`,
    clause: 'Close: it matches without the quotes around it.',
    note: 'As text this secret does not match. Without the quotes around it, it does.',
    action: 'Remove the quotes',
    fix: { text: strongSecret },
  },
  {
    what: 'single quotes around',
    secret: strongSecret,
    typed: `'${strongSecret}'\n`,
    clause: 'Close: it matches without the quotes around it.',
    note: 'As text this secret does not match. Without the quotes around it, it does.',
    action: 'Remove the quotes',
    fix: { text: strongSecret },
  },
  {
    what: 'quotes around base64',
    secret: 'secret',
    typed: '"c2VjcmV0"',
    clause: 'Close: it matches without the quotes around it and read as base64.',
    note: 'As text this secret does not match. Without the quotes around it and read as base64, it does.',
    action: 'Remove the quotes and read as base64',
    fix: { text: 'c2VjcmV0', encoding: 'base64' },
  },
  {
    what: 'a line break written out',
    secret: `one\ntwo\n`,
    typed: String.raw`one\ntwo\n`,
    clause: String.raw`Close: it matches with a line break for each \n.`,
    note: String.raw`As text this secret does not match. With a line break for each \n, it does.`,
    action: String.raw`Turn \n into line breaks`,
    fix: { text: 'one\ntwo\n' },
  },
  {
    what: 'a line break written out at the end and meant by nobody',
    secret: strongSecret,
    typed: String.raw`${strongSecret}\n`,
    clause: String.raw`Close: it matches without the \n at its end.`,
    note: String.raw`As text this secret does not match. Without the \n at its end, it does.`,
    action: String.raw`Remove the \n`,
    fix: { text: strongSecret },
  },
]

describe('a mismatch names what would match', () => {
  test.each(cases)('$what', ({ secret, typed, encoding = 'utf8', clause, note, action, fix }) => {
    const token = hmacToken('HS256', secret)
    const verdict = checkNow(token, typed, encoding)
    if (verdict.kind !== 'mismatch' || verdict.nearMiss?.kind !== 'secret')
      throw new Error(`no near miss in ${verdict.kind}`)
    expect(tellNearMiss(verdict.nearMiss)).toEqual({ clause, note, action })
    expect(verdict.nearMiss.fix).toEqual(fix)
    expect(tellVerdict(verdict)).toEqual({
      state: 'fail',
      lead: 'Signature does not match.',
      rest: `Either the token was changed after signing, or this is not the key that signed it. ${clause}`,
    })
  })

  test.each(cases)('and following it verifies: $what', ({ secret, typed, encoding, fix }) => {
    const box = { text: typed, encoding: encoding ?? 'utf8', ...fix }
    const verdict = checkNow(hmacToken('HS256', secret), box.text, box.encoding)
    expect(verdict.kind).toBe('verified')
  })
})

describe('the variants of a secret', () => {
  test('are each other bytes than all before, and never the secret itself', () => {
    const typed = String.raw` "deadbeef\n" ` + '\n'
    const bytes = [...secretVariants(typed, 'utf8')].map((variant) =>
      Buffer.from(variant.bytes).toString('hex'),
    )
    expect(bytes.length).toBeGreaterThan(4)
    expect(bytes.length).toBeLessThanOrEqual(35)
    expect(new Set(bytes).size).toBe(bytes.length)
    expect(bytes).not.toContain(Buffer.from(typed).toString('hex'))
  })

  test('are never empty', () => {
    for (const { bytes } of secretVariants('""', 'utf8')) expect(bytes.length).not.toBe(0)
  })
})

describe('the search for another reading of the secret', () => {
  test('is left out above 256 KiB, where each try would be felt', () => {
    const payload = `{"a":"${'x'.repeat(300_000)}"}`
    expect(checkNow(hmacToken('HS256', 'secret', payload), 'c2VjcmV0')).toMatchObject({
      kind: 'mismatch',
      nearMiss: null,
      alsoTried: [],
    })
  })

  test('knows nothing to change in a JWK', () => {
    const jwk = JSON.stringify({ kty: 'oct', k: encode('c2VjcmV0') })
    expect(checkNow(hmacToken('HS256', 'secret'), jwk)).toMatchObject({
      kind: 'mismatch',
      nearMiss: null,
    })
  })
})

function triedWith(typed: string, encoding: SecretEncoding = 'utf8'): string | null {
  const verdict = checkNow(hmacToken('HS256', 'another secret'), typed, encoding)
  if (verdict.kind !== 'mismatch') throw new Error(verdict.kind)
  expect(verdict.nearMiss).toBeNull()
  return tellTried(verdict.key, verdict.alsoTried)
}

describe('where nothing matched, what was tried is said (E10)', () => {
  const end = 'Check that token and secret come from the same environment.'
  const parts = 'other spellings of header and payload'

  test.each([
    [
      'wrong!secret',
      'utf8',
      `Signature does not match this secret, read as text (12 bytes). We also tried a line break at the end and ${parts}: no match. ${end}`,
    ],
    [
      'deadbeef',
      'utf8',
      `Signature does not match this secret, read as text (8 bytes). We also tried base64, hex, a line break at the end and ${parts}: no match. ${end}`,
    ],
    [
      'deadbeef',
      'hex',
      `Signature does not match this secret, read as hex (4 bytes). We also tried text, base64 and ${parts}: no match. ${end}`,
    ],
    [
      'x',
      'utf8',
      `Signature does not match this secret, read as text (1 byte). We also tried a line break at the end and ${parts}: no match. ${end}`,
    ],
    [
      ' "a"\n',
      'utf8',
      `Signature does not match this secret, read as text (5 bytes). We also tried no line break at the end, no blanks around it, no quotes around it, a line break at the end and ${parts}: no match. ${end}`,
    ],
  ] as const)('%j as %s', (typed, encoding, words) => {
    expect(triedWith(typed, encoding)).toBe(words)
  })

  test('but not of a key set or of a key pair, where other advice stands', () => {
    const jwk = JSON.stringify({ kty: 'oct', k: encode('x') })
    expect(triedWith(jwk)).toBeNull()
  })

  test('and a payload too long to search claims no tries', () => {
    const payload = `{"a":"${'x'.repeat(300_000)}"}`
    const verdict = checkNow(hmacToken('HS256', 'secret', payload), 'x')
    if (verdict.kind !== 'mismatch') throw new Error(verdict.kind)
    expect(tellTried(verdict.key, verdict.alsoTried)).toBe(
      `Signature does not match this secret, read as text (1 byte). ${end}`,
    )
  })
})
