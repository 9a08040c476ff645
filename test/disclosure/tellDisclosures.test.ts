/** Are disclosures told as they are, in short sentences? V27 of ux.md 3.5. */
import { describe, expect, test } from 'vitest'
import {
  tellDisclosureFault,
  tellDisclosures,
  tellHidden,
  tellPayloadFault,
  stateOfDisclosure,
  tellPlace,
} from '../../src/disclosure/tellDisclosures.ts'
import { digestOf, disclose, encode, read } from './presentations.ts'

const texts = ['a', 'b', 'c'].map((name) => disclose(`salt ${name}`, name, 1))
const digests = texts.map((text) => digestOf(text))
const payload = { _sd: digests }
const wrong = disclose('salt', 'wrong', 1)

const said = (text: string, from: object = { _sd: [digestOf(text)] }): string[] =>
  read(from, text).disclosures[0]?.faults.map(tellDisclosureFault) ?? []

const inList = (text: string): object => ({ list: [{ '...': digestOf(text) }] })

/** A list item whose base64url holds a _, written as base64. */
const standard = encode('["sss?",1]').replaceAll('_', '/')
const stray = 'WyJzIiwxXR'

describe('over all', () => {
  const cases: [ReturnType<typeof read>, string, string][] = [
    [read(payload, ...texts), 'pass', 'All 3 hidden claims disclosed, all match their digests.'],
    [
      read(payload, ...texts.slice(1)),
      'pass',
      '2 of 3 hidden claims disclosed, all match their digests. 1 digest without a disclosure: a hidden claim or a decoy.',
    ],
    [
      read(payload, ...texts.slice(2)),
      'pass',
      '1 of 3 hidden claims disclosed, and it matches its digest. 2 digests without a disclosure: hidden claims or decoys.',
    ],
    [
      read({ _sd: digests.slice(0, 1) }, ...texts.slice(0, 1)),
      'pass',
      '1 of 1 hidden claim disclosed, and it matches its digest.',
    ],
    [
      read(payload),
      'pass',
      'None of 3 hidden claims disclosed. 3 digests without a disclosure: hidden claims or decoys.',
    ],
    [read({ sub: 'x' }), 'pass', 'The payload holds no digests of hidden claims.'],
    [
      read(payload, ...texts, wrong),
      'fail',
      'All 3 hidden claims disclosed, but 1 of 4 disclosures has a fault. A server must refuse the whole token (RFC 9901 section 7.1).',
    ],
    [
      read({ sub: 'x' }, wrong, disclose('s', 'v')),
      'fail',
      'The payload holds no digests of hidden claims, but 2 of 2 disclosures have a fault. A server must refuse the whole token (RFC 9901 section 7.1).',
    ],
    [
      read({ b: 0, _sd: digests }, ...texts),
      'fail',
      '2 of 3 hidden claims disclosed, but 1 of 3 disclosures has a fault. A server must refuse the whole token (RFC 9901 section 7.1).',
    ],
    [
      read({ _sd: ['x', 'x'] }),
      'fail',
      'None of 1 hidden claim disclosed, but the payload has a fault. A server must refuse the whole token (RFC 9901 section 7.1).',
    ],
    [
      read({ _sd_alg: 'sha3-256', ...payload }, ...texts),
      'not checked',
      '_sd_alg is ‘sha3-256’, and this page knows sha-256, sha-384 and sha-512 only. No disclosure could be compared with its digest.',
    ],
    [
      read({ _sd_alg: null }),
      'fail',
      '_sd_alg must be text, but it is null. A server must refuse the token; its issuer must write for instance "sha-256".',
    ],
  ]
  for (const [reading, state, text] of cases)
    test(`${state}: ${text}`, () => expect(tellDisclosures(reading)).toEqual({ state, text }))

  test('a large number of digests is written so that it can be read', () => {
    expect(tellHidden(12345)).toBe('12,345 digests without a disclosure: hidden claims or decoys.')
  })
})

test('one disclosure passes, fails or could not be checked by itself', () => {
  expect(read(payload, texts[0] ?? '', wrong).disclosures.map(stateOfDisclosure)).toEqual([
    'pass',
    'fail',
  ])
  expect(read({ _sd_alg: 'x' }, wrong).disclosures.map(stateOfDisclosure)).toEqual(['not checked'])
})

describe('where the digest of a disclosure stands', () => {
  const item = disclose('s', 'US')
  const outer = disclose('s', 'nationalities', [{ '...': digestOf(item) }])

  test('in the payload or in another disclosure, with the path it stands for', () => {
    const { disclosures } = read({ address: { _sd: [digestOf(outer)] } }, item, outer)
    expect(disclosures.map(tellPlace)).toEqual([
      'Its digest stands in disclosure 2, for address.nationalities[0].',
      'Its digest stands in the payload, for address.nationalities.',
    ])
  })

  test('nowhere, further up, or not to be computed', () => {
    const { disclosures } = read({ _sd: [digestOf(outer)] }, outer, outer, wrong)
    expect(disclosures.map(tellPlace).slice(1)).toEqual([
      'Its digest belongs to the same disclosure further up.',
      'Its digest stands nowhere.',
    ])
    expect(read({ _sd_alg: 'x' }, outer).disclosures.map(tellPlace)).toEqual([
      'Its digest could not be computed.',
    ])
  })
})

describe('a fault of a disclosure', () => {
  const cases: [string, string[], string][] = [
    [
      'empty',
      said(''),
      'It is empty (0 characters): two ~ stand side by side. Take one out, or copy the token again.',
    ],
    [
      'a sign',
      said(standard, inList(standard)),
      'Character 8 (‘/’) is not base64url, which is A–Z a–z 0–9 - _ only. Copy the token again; if it stays so, its issuer must fix it.',
    ],
    [
      'the last character',
      said(stray, inList(stray)),
      'Its last character, number 10, can’t be right: base64url does not end like that. One character was lost, added or changed.',
    ],
    [
      'bytes',
      said(encode(Uint8Array.of(0xff))),
      'It isn’t UTF-8 text at byte 1. Copy the token again; if it stays so, its issuer must write UTF-8.',
    ],
    [
      'no JSON',
      said(encode('["s" 1]')),
      'It isn’t JSON: expected ‘,’ or ‘]’ at byte 6, found ‘1’. A server must refuse the token.',
    ],
    [
      'cut JSON',
      said(encode('["s",1')),
      'It isn’t JSON: expected ‘,’ or ‘]’ at byte 7, found the end. A server must refuse the token.',
    ],
    [
      'no array',
      said(encode('"s"')),
      'It is a string, not an array of salt, name and value. A server must refuse the token.',
    ],
    [
      'one part',
      said(disclose('s')),
      'It has 1 part; a disclosure has 3 (salt, name, value), or 2 for a list item. A server must refuse the token.',
    ],
    [
      'two parts',
      said(disclose('s', 1)),
      'It has 2 parts, but its digest stands in _sd, which takes 3 (salt, name, value). A server must refuse the token.',
    ],
    [
      'three parts',
      said(wrong, inList(wrong)),
      'It has 3 parts, but its digest stands for a list item, which takes 2 (salt, value). A server must refuse the token.',
    ],
    [
      'name',
      said(disclose('s', null, 1)),
      'Its claim name must be text, but it is null. A server must refuse the token.',
    ],
    [
      'no digest',
      said(wrong, {}),
      'No digest in the payload or in another disclosure matches it, so the issuer did not sign it. A server must refuse the token.',
    ],
    [
      'forbidden',
      said(disclose('s', '_sd', [])),
      'A claim must not be named ‘_sd’: that name is for digests. A server must refuse the token.',
    ],
    [
      'taken',
      said(wrong, { wrong: 0, _sd: [digestOf(wrong)] }),
      'The name ‘wrong’ is taken there already, so it would stand twice. A server must refuse the token.',
    ],
    [
      'twice',
      said(wrong, { _sd: [digestOf(wrong)], sub: { _sd: [digestOf(wrong)] } }),
      'Its digest stands twice, for wrong and for sub.wrong. A digest must stand once; a server must refuse the token.',
    ],
    [
      'twice in one list',
      said(wrong, { _sd: [digestOf(wrong), digestOf(wrong)] }),
      'Its digest stands twice for wrong. A digest must stand once; a server must refuse the token.',
    ],
    [
      'three times',
      said(wrong, { _sd: [digestOf(wrong), digestOf(wrong), digestOf(wrong)] }),
      'Its digest stands 3 times. A digest must stand once; a server must refuse the token.',
    ],
  ]
  for (const [what, sentences, sentence] of cases)
    test(`${what}: ${sentence}`, () => expect(sentences).toEqual([sentence]))

  test('sent twice names the first', () => {
    const { disclosures } = read({ _sd: [digestOf(wrong)] }, wrong, wrong)
    expect(disclosures[1]?.faults.map(tellDisclosureFault)).toEqual([
      'It is the same as disclosure 1. The holder must not send a disclosure twice; a server must refuse the token.',
    ])
  })
})

describe('a fault of the payload', () => {
  const cases: [string, string][] = [
    [
      '{"a":{"_sd":"x"}}',
      'a._sd must be a list of digests as text, and it is not. Its issuer must fix it (RFC 9901 section 4.2.4.1).',
    ],
    [
      '{"a":{"_sd_alg":"sha-256"}}',
      'a._sd_alg has no place there: _sd_alg stands at the top of the payload only. Its issuer must fix it (RFC 9901 section 4.1.1).',
    ],
    [
      '{"a":[{"...":1}]}',
      'a[0]["..."] is no digest alone in a list item, and ‘...’ has no other use. Its issuer must fix it (RFC 9901 section 4.1).',
    ],
    [
      '{"_sd":["x"],"a":[{"...":"x"}]}',
      'The digest ‘x’ stands twice, for _sd and for a[0]. A digest must stand once; a server must refuse the token.',
    ],
  ]
  for (const [json, sentence] of cases)
    test(sentence, () => expect(read(json).faults.map(tellPayloadFault)).toEqual([sentence]))
})
