import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tellKeyFault } from '../../src/keys/keyFault.ts'
import { tellRepair } from '../../src/keys/keyRepair.ts'
import { readKey } from '../../src/keys/readKey.ts'
import { certificateOf, derOf, kindNamed, openssl } from './openssl.ts'

const rsa = kindNamed('RSA 2048').pem
const ec = kindNamed('P-256').pem
const pem = openssl('pkey -pubout', rsa)
const lines = pem.trimEnd().split('\n')
const body = lines.slice(1, -1)
const [first = '', last = ''] = [lines[0], lines.at(-1)]
const pkcs1 = openssl('rsa -RSAPublicKey_out', rsa)
const certificate = certificateOf(ec)
const jwk = '{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}'

/** What is told of the repairs, and the bytes of the key. */
function repaired(text: string): { told: string[]; der: string | null; kind: string } {
  const reading = readKey(text, 'utf8')
  if (reading.kind !== 'public' && reading.kind !== 'private')
    return { told: [], der: null, kind: reading.kind }
  const { material, repairs, kind } = reading
  const der = material?.form === 'jwk' ? JSON.stringify(material.jwk) : material?.der
  return {
    told: repairs.map(tellRepair),
    der: typeof der === 'string' ? der : Buffer.from(der ?? []).toString('base64'),
    kind,
  }
}

function faultOf(text: string): string {
  const reading = readKey(text, 'utf8')
  return reading.kind === 'malformed' ? tellKeyFault(reading.fault) : reading.kind
}

const newlines = 'Its line breaks were written as \\n; each was read as a line break.'
const quotes = 'The quotes around the key were left out.'

describe('a damaged copy reads as the same key, and what was set right is told', () => {
  test.each([
    ['whole', pem, []],
    ['line breaks as \\n', lines.join('\\n'), [newlines]],
    ['line breaks as \\r\\n', lines.join('\\r\\n'), [newlines]],
    ['line breaks as \\\\n', lines.join('\\\\n'), [newlines]],
    [
      'all on one line',
      lines.join(' '),
      ['It stood on one line, without line breaks; most tools want the marker lines on their own.'],
    ],
    ['a JSON string', JSON.stringify(pem), [newlines, quotes]],
    [
      'a member of a JSON text',
      JSON.stringify({ type: 'key', public_key: pem }),
      [newlines, quotes],
    ],
    [
      'a JSON string of PHP',
      JSON.stringify(pem).replaceAll('/', '\\/'),
      [
        newlines,
        ...(pem.includes('/') ? ['Its slashes were written as \\/; each was read as /.'] : []),
        quotes,
      ],
    ],
    ['a shell variable', `export KEY="${pem.trimEnd()}"`, [quotes]],
    ['an .env file', `KEY='${lines.join('\\n')}'`, [newlines, quotes]],
    ['YAML', `key: |\n${lines.map((line) => `    ${line}`).join('\n')}\nnext: 1\n`, []],
    [
      'strings of a source',
      lines
        .map((line) => `  "${line}\\n" +`)
        .join('\n')
        .slice(0, -2),
      [newlines, quotes],
    ],
    [
      'an answered mail',
      lines.map((line) => `> ${line}`).join('\n'),
      ['The > before its lines was left out.'],
    ],
    [
      'a comment',
      lines.map((line) => `# ${line}`).join('\n'),
      ['The # before its lines was left out.'],
    ],
    [
      'a comment with slashes',
      lines.map((line) => `//${line}`).join('\r\n'),
      ['The // before its lines was left out.'],
    ],
    [
      'four dashes',
      [first.slice(1), ...body, last].join('\n'),
      ['Line 1 should have exactly five dashes on either side; it was read all the same.'],
    ],
    [
      'dashes that a word processor drew',
      ['\u2014\u2014-BEGIN PUBLIC KEY\u2014\u2014-', ...body, last].join('\n'),
      ['Line 1 should have exactly five dashes on either side; it was read all the same.'],
    ],
    [
      'no dashes',
      ['', 'BEGIN PUBLIC KEY', ...body, 'END PUBLIC KEY'].join('\n'),
      [
        'Line 2 should have exactly five dashes on either side; it was read all the same.',
        `Line ${lines.length + 1} should have exactly five dashes on either side; it was read all the same.`,
      ],
    ],
    [
      'no BEGIN line',
      lines.slice(1).join('\n'),
      ['Its BEGIN line is missing; the bytes before the END line are whole.'],
    ],
    [
      'no END line',
      lines.slice(0, -1).join('\n'),
      ['Its END line is missing or broken; the bytes after the BEGIN line are whole.'],
    ],
    [
      'a broken END line',
      pem.replace('END', 'EN'),
      ['Its END line is missing or broken; the bytes after the BEGIN line are whole.'],
    ],
    [
      'another key behind a lost END line',
      `${lines.slice(0, -1).join('\n')}\n${openssl('pkey -pubout', ec)}`,
      ['Its END line is missing or broken; the bytes after the BEGIN line are whole.'],
    ],
    [
      'no marker lines',
      body.join('\n'),
      ['It has no BEGIN and END lines; the bytes are a public key (SPKI).'],
    ],
    [
      'no marker lines, in quotes, on one line',
      `"${body.join('\\n')}"`,
      [newlines, quotes, 'It has no BEGIN and END lines; the bytes are a public key (SPKI).'],
    ],
    [
      'another name at the end',
      pem.replace('END PUBLIC', 'END PRIVATE'),
      [
        `It begins as PUBLIC KEY but ends as PRIVATE KEY (line ${lines.length}); the bytes tell what it is.`,
      ],
    ],
    [
      'a name of its own',
      pem.replaceAll('PUBLIC KEY', 'FANCY KEY'),
      ['Its label says FANCY KEY, but it holds a public key (SPKI); it was read as that.'],
    ],
    [
      'the name of a private key',
      pem.replaceAll('PUBLIC KEY', 'PRIVATE KEY'),
      ['Its label says PRIVATE KEY, but it holds a public key (SPKI); it was read as that.'],
    ],
    [
      'PKCS #1 under PUBLIC KEY',
      pkcs1.replaceAll('RSA PUBLIC', 'PUBLIC'),
      ['Its label says PUBLIC KEY, but it holds an RSA public key (PKCS #1); it was read as that.'],
    ],
    [
      'bytes behind the end',
      `${first}\n${Buffer.concat([derOf(pem), Buffer.alloc(3)]).toString('base64')}\n${last}`,
      ['3 more bytes stand after the end of the key; they were left out.'],
    ],
    [
      'zero-width spaces',
      lines.join('\u200b\n'),
      ['Characters that cannot be seen stood in it and were left out.'],
    ],
  ])('%s', (_, text, told) => {
    expect(repaired(text)).toEqual({ told, der: derOf(pem).toString('base64'), kind: 'public' })
  })

  test('a certificate under PUBLIC KEY', () => {
    expect(repaired(certificate.replaceAll('CERTIFICATE', 'PUBLIC KEY'))).toEqual({
      told: ['Its label says PUBLIC KEY, but it holds a certificate; it was read as that.'],
      der: derOf(openssl('pkey -pubout', ec)).toString('base64'),
      kind: 'public',
    })
  })

  test('a private key under PUBLIC KEY stays a private key', () => {
    expect(repaired(ec.replaceAll('PRIVATE', 'PUBLIC'))).toEqual({
      told: [
        'Its label says PUBLIC KEY, but it holds a private key (PKCS #8); it was read as that.',
      ],
      der: derOf(ec).toString('base64'),
      kind: 'private',
    })
  })

  test.each([
    ['in shell quotes', `'${jwk}'`],
    ['as a JSON string', JSON.stringify(jwk)],
  ])('a JWK %s', (_, text) => {
    expect(repaired(text)).toEqual({ told: [quotes], der: jwk, kind: 'public' })
  })
})

describe('what is not certain is a fault with its place', () => {
  const cut = body.slice(0, 2)
  test.each([
    ['cut, END lost', [first, ...cut].join('\n'), 'the PEM has no END line (line 3)'],
    [
      'cut, BEGIN lost',
      [...cut, last].join('\n'),
      'the PEM has no BEGIN line before its END (line 3)',
    ],
    ['cut', [first, ...cut, last].join('\n'), 'it was cut, 96 of 294 bytes are there'],
    [
      'cut and quoted',
      `"${[first, ...cut, last].join('\\n')}"`,
      'it was cut, 96 of 294 bytes are there',
    ],
    ['BEGIN cut off', '-----BEGIN PUBLIC KEY', 'the PEM’s BEGIN line is not complete (line 1)'],
    ['BEGIN without a name', '\n-----BEGIN -----', 'the PEM’s BEGIN line is not complete (line 2)'],
    [
      'an ellipsis',
      [first, ...cut, '...', last].join('\n'),
      'the PEM holds a character that base64 does not have (line 4)',
    ],
    [
      'an ellipsis in quoted lines',
      [first, ...cut, '...', last].map((line) => `> ${line}`).join('\n'),
      'the PEM holds a character that base64 does not have (line 4)',
    ],
    ['nothing inside', `${first}\n\n${last}`, 'the PEM has nothing between BEGIN and END (line 3)'],
    [
      'other bytes',
      `${first}\nAAAA\n${last}`,
      'what stands between BEGIN and END is not a PUBLIC KEY',
    ],
    [
      'other bytes in a certificate',
      '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----',
      'what stands between BEGIN and END is not a CERTIFICATE',
    ],
    [
      'names that differ, cut',
      [first, ...cut, last.replace('PUBLIC', 'PRIVATE')].join('\n'),
      'the PEM begins as PUBLIC KEY but ends as PRIVATE KEY (line 4)',
    ],
    ['only the marker lines’ words', 'BEGIN PUBLIC KEY and END PUBLIC KEY', 'secret'],
  ])('%s', (_, text, fault) => {
    expect(faultOf(text)).toBe(fault)
  })
})

describe('no text makes it throw', () => {
  const seeds = [pem, pkcs1, ec, openssl('ec', ec), certificate, jwk, JSON.stringify(pem)]

  test('cut anywhere, a PEM is never another key', () => {
    for (const seed of [pem, certificate, openssl('ec', ec)]) {
      const whole = repaired(seed).der
      for (let at = 0; at <= seed.length; at++) {
        for (const part of [seed.slice(0, at), seed.slice(at)])
          expect([whole, null]).toContain(repaired(part).der)
      }
    }
  })

  test('spliced or arbitrary', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.constantFrom(...seeds), fc.string()),
        fc.nat(1200),
        fc.nat(60),
        fc.oneof(
          fc.string(),
          fc.constantFrom('\\n', '"', '-----', '-----BEGIN ', '-----END PUBLIC KEY-----', '> '),
        ),
        (seed, at, length, splice) => {
          expect(
            typeof readKey(seed.slice(0, at) + splice + seed.slice(at + length), 'utf8').kind,
          ).toBe('string')
        },
      ),
      { numRuns: 1000 },
    )
  })

  test('of a certificate with any byte changed', () => {
    const der = derOf(certificate)
    fc.assert(
      fc.property(fc.nat(der.length - 1), fc.nat(255), (at, byte) => {
        const changed = Buffer.from(der)
        changed.writeUInt8(byte, at)
        expect(typeof readKey(changed.toString('base64'), 'base64').kind).toBe('string')
      }),
      { numRuns: 1000 },
    )
  })
})
