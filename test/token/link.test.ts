/** Does every claim lead to the very bytes and characters that carry it, and back? ux.md 3.3. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type LinkPart, SEALED_PARTS } from '../../src/token/carrier.ts'
import { tellPath } from '../../src/token/claimPath.ts'
import {
  linkNodes,
  nodeAt,
  nodeAtCharacter,
  rangeOfCharacters,
  rangeOfPart,
  rangeOfRun,
  readLink,
  valueOf,
} from '../../src/token/link.ts'
import { encodeBase64url } from '../../src/token/base64url.ts'
import { plainForm, readAnyForm } from '../../src/token/readAnyForm.ts'
import { readToken, type TokenReading } from '../../src/token/readToken.ts'
import { tellLink } from '../../src/token/tellLink.ts'
import { readUtf8, writeUtf8 } from '../../src/token/utf8.ts'
import { encode, HEADER, HS256, SIGNATURE, tokenOf } from './tokens.ts'

const NOTES_ACCESS =
  'eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJ0b2tlbl90eXBlIjoiYWNjZXNzIiwiZXhwIjoxNTQ1MjI0MjU5LCJqdGkiOiIyYmQ1NjI3MmIzYjI0YjNmOGI1MjJlNThjMzdjMTdlMSIsInVzZXJfaWQiOjF9.D92tTuVi_YcNkJtiLGHtcn6tBcxLCBxz9FKD3qzhUg8'

const notes = readToken(NOTES_ACCESS)

/** The link of the claim that its path names. */
function toldOf(token: TokenReading, path: string, part: 'header' | 'payload' = 'payload'): string {
  const node = linkNodes(token, part).find((one) => one.path && tellPath(one.path) === path)
  const link = node && readLink(token, node)
  if (!link) throw new Error(`no ${path}`)
  return tellLink(link)
}

/** The text of the bytes that a node holds. */
function bytesText(token: TokenReading, path: string): string {
  const node = linkNodes(token, 'payload').find((one) => one.path && tellPath(one.path) === path)
  if (!node || !token.payload) throw new Error(`no ${path}`)
  return readUtf8(token.payload.bytes.slice(node.byteStart, node.byteEnd)).text
}

describe('a link in words', () => {
  test('is the worked example', () => {
    expect(toldOf(notes, 'exp')).toBe(
      'exp: token characters 68–89, payload bytes 24–39; the first character is shared',
    )
  })

  test('names whole parts, and the header’s parameters', () => {
    const told = (['header', 'payload', 'signature', 'signing input'] as const).map((part) => {
      const range = rangeOfPart(notes, part)
      const link = range && readLink(notes, range)
      return link && tellLink(link)
    })
    expect(told).toEqual([
      'Header: token characters 1–36, header bytes 1–27',
      'Payload: token characters 38–161, payload bytes 1–93',
      'Signature: token characters 163–205, signature bytes 1–32',
      'Signing input: token characters 1–161',
    ])
    // {"typ":"JWT","alg":"HS256"}: bytes 14–26 are bits 104–207, characters 18–35 of the header
    expect(toldOf(notes, 'alg', 'header')).toBe(
      'alg: token characters 18–35, header bytes 14–26; the first and the last character are shared',
    )
  })

  test('says so where the payload does not stand in the token', () => {
    const detached = readAnyForm(`${HEADER}..${SIGNATURE}`, {
      chosen: 0,
      detached: writeUtf8('{"a":1}'),
    })
    expect(toldOf(detached, 'a')).toBe('a: payload bytes 2–6, none of them in the token itself')
  })

  test('counts an unencoded payload character by character', () => {
    const token = readAnyForm(
      `${encode('{"alg":"HS256","b64":false,"crit":["b64"]}')}.{"é":"€","b":1}.${SIGNATURE}`,
      plainForm,
    )
    const at = token.payload?.start ?? 0
    // {"é":"€","b":1}: two bytes for é, three for €
    expect(toldOf(token, 'é')).toBe(`é: token characters ${at + 2}–${at + 8}, payload bytes 2–11`)
    expect(toldOf(token, 'b')).toBe(
      `b: token characters ${at + 10}–${at + 14}, payload bytes 13–17`,
    )
  })

  test('finds the parts of a JSON form at their place', () => {
    const text = JSON.stringify({
      payload: encode('{"a":1}'),
      protected: HEADER,
      signature: 'AAAA',
    })
    const token = readAnyForm(text, plainForm)
    const link = nodeAtCharacter(token, text.indexOf(encode('{"a":1}')) + 3)
    expect(link?.path && tellPath(link.path)).toBe('a')
    // {"a":1}: bytes 2–6 begin at bit 8, in the second character, and end at bit 48, behind the eighth
    const at = text.indexOf(encode('{"a":1}'))
    expect(toldOf(token, 'a')).toBe(
      `a: token characters ${at + 2}–${at + 8}, payload bytes 2–6; the first character is shared`,
    )
  })
})

/** The whole part in words. */
function toldPart(token: TokenReading, part: LinkPart): string | null {
  const range = rangeOfPart(token, part)
  const link = range && readLink(token, range)
  return link && tellLink(link)
}

describe('what linked bytes say', () => {
  const token = readToken(tokenOf(HS256, '{"s":"a\\u00e9","n":1.50,"o":{"l":[true,["x"]]}}'))
  const valueAt = (path: string): string | null => {
    const node = linkNodes(token, 'payload').find((one) => one.path && tellPath(one.path) === path)
    const link = node && readLink(token, node)
    return link ? valueOf(token, link) : null
  }

  test('is text without its quotes, and all else as it is spelled', () => {
    expect(['s', 'n', 'o', 'o.l[0]', 'o.l[1][0]'].map(valueAt)).toEqual([
      'aé',
      '1.50',
      '{"l":[true,["x"]]}',
      'true',
      'x',
    ])
  })

  test('is the characters of the token where a whole part is linked', () => {
    const range = rangeOfPart(token, 'header')
    const link = range && readLink(token, range)
    expect(link && valueOf(token, link)).toBe(token.header?.text)
  })
})

describe('the parts of an encrypted token', () => {
  // RFC 7516 section 3.1: header, key, initialization vector, ciphertext and tag, with dots between them
  const sealed = readToken(
    `${encode('{"alg":"A128KW","enc":"A128GCM"}')}.AAAAAA.BBBB.CCCCCCCC.DDDD`,
  )

  test('lead to their own characters and bytes, and back', () => {
    expect(SEALED_PARTS.map((part) => toldPart(sealed, part))).toEqual([
      'Encrypted key: token characters 45–50, encrypted key bytes 1–4',
      'Initialization vector: token characters 52–55, initialization vector bytes 1–3',
      'Ciphertext: token characters 57–64, ciphertext bytes 1–6',
      'Authentication tag: token characters 66–69, authentication tag bytes 1–3',
    ])
    expect(nodeAtCharacter(sealed, 56)?.part).toBe('ciphertext')
    expect(nodeAtCharacter(sealed, 63)?.part).toBe('ciphertext')
    expect(nodeAtCharacter(sealed, 64)).toBeNull()
  })

  test('are none where a token is signed, and empty where the key is agreed on', () => {
    expect(rangeOfPart(notes, 'ciphertext')).toBeNull()
    const direct = readToken(`${encode('{"alg":"dir","enc":"A128GCM"}')}..BBBB.CCCC.DDDD`)
    expect(toldPart(direct, 'encrypted key')).toBe('Encrypted key: empty')
  })
})

describe('what stands behind the tildes', () => {
  const issued = tokenOf(HS256, '{"a":1}')
  const bound = readAnyForm(`${issued}~AAAA~BBBBBBBB~e30.e30.AAAA`, plainForm)
  const at = issued.length + 2

  test('is disclosures, counted from 1, and the JWT of the holder', () => {
    expect(toldPart(bound, 'disclosure 1')).toBe(
      `Disclosure 1: token characters ${at}–${at + 3}, disclosure 1 bytes 1–3`,
    )
    expect(toldPart(bound, 'disclosure 2')).toBe(
      `Disclosure 2: token characters ${at + 5}–${at + 12}, disclosure 2 bytes 1–6`,
    )
    expect(toldPart(bound, 'disclosure 3')).toBeNull()
    expect(toldPart(bound, 'key-binding JWT')).toBe(
      `Key-binding JWT: token characters ${at + 14}–${at + 25}`,
    )
  })

  test('is found at its characters', () => {
    const parts = [-2, -1, 0, 3, 4, 5, 13, 17].map(
      (step) => nodeAtCharacter(bound, at - 1 + step)?.part,
    )
    expect(parts).toEqual([
      'signature',
      undefined,
      'disclosure 1',
      'disclosure 1',
      undefined,
      'disclosure 2',
      undefined,
      'key-binding JWT',
    ])
  })
})

const toldRun = (token: TokenReading, start: number, end: number): string | null => {
  const range = rangeOfRun(token, { start, end })
  const link = range && readLink(token, range)
  return link && tellLink(link)
}

describe('a run of characters', () => {
  test('is the bytes it carries', () => {
    expect(toldRun(notes, 67, 89)).toBe(
      'exp: token characters 68–89, payload bytes 24–39; the first character is shared',
    )
  })

  test('is characters where it carries none, or reaches over parts', () => {
    const padded = readToken(`${NOTES_ACCESS}=`)
    expect(toldRun(padded, 205, 206)).toBe('Here: token character 206')
    const broken = readToken(NOTES_ACCESS.replace('ZXhw', 'ZX%w'))
    expect(toldRun(broken, 70, 71)).toBe('Here: token character 71')
    expect(toldRun(notes, 30, 40)).toBe('Here: token characters 31–40')
    expect(toldRun(notes, 0, NOTES_ACCESS.length)).toBe('Token: token characters 1–205')
  })

  test('is nothing where it is empty or beyond the token', () => {
    expect(rangeOfRun(notes, { start: 3, end: 3 })).toBeNull()
    expect(rangeOfRun(notes, { start: 200, end: 206 })).toBeNull()
  })
})

describe('what stands at a byte', () => {
  const nested = readToken(
    tokenOf(HS256, '{"act":{"sub":"x"},"roles":["a",["b"]],"é\\u00e9":"\u{1f600}"}'),
  )

  test('is the innermost member or item', () => {
    const paths = linkNodes(nested, 'payload').map(({ path }) => path && tellPath(path))
    expect(new Set(paths)).toEqual(
      new Set(['act', 'roles', 'éé', 'act.sub', 'roles[0]', 'roles[1]', 'roles[1][0]']),
    )
    expect(paths).toHaveLength(7)
    for (const node of linkNodes(nested, 'payload'))
      expect(nodeAt(nested, 'payload', node.byteStart)).toEqual(node)
  })

  test('keeps escapes as they are written, and never cuts a character of several bytes', () => {
    expect(bytesText(nested, 'éé')).toBe('"é\\u00e9":"\u{1f600}"')
    expect(bytesText(nested, 'roles[1]')).toBe('["b"]')
  })

  test('is the whole part between the members, and nothing behind it', () => {
    expect(nodeAt(nested, 'payload', 0)).toEqual({ ...rangeOfPart(nested, 'payload'), path: null })
    expect(nodeAt(nested, 'payload', nested.payload?.bytes.length ?? 0)).toBeNull()
    expect(nodeAtCharacter(nested, HEADER.length)).toBeNull()
  })

  test('is the whole part where that is no JSON', () => {
    const broken = readToken(`${HEADER}.${encode('{"a":')}.${SIGNATURE}`)
    expect(nodeAt(broken, 'payload', 2)).toEqual({ ...rangeOfPart(broken, 'payload'), path: null })
  })

  test('are both members of a name that stands twice', () => {
    const twice = readToken(tokenOf(HS256, '{"a":1,"a":2}'))
    expect(linkNodes(twice, 'payload').map(({ byteStart }) => byteStart)).toEqual([1, 7])
  })
})

describe('characters', () => {
  test('shared with the comma before it belong to the claim', () => {
    const exp = nodeAtCharacter(notes, 67)
    expect(exp?.path && tellPath(exp.path)).toBe('exp')
  })

  test('that are just those of a claim are the claim; any others are the bytes they touch', () => {
    const { byteStart, byteEnd, path } = nodeAtCharacter(notes, 67) ?? {}
    expect(rangeOfCharacters(notes, { start: 67, end: 89 })).toEqual({
      part: 'payload',
      byteStart,
      byteEnd,
      path,
    })
    expect(rangeOfCharacters(notes, { start: 67, end: 68 })).toEqual({
      part: 'payload',
      byteStart: 22,
      byteEnd: 24,
    })
  })

  test('across two parts, or none, carry no run of bytes', () => {
    expect(rangeOfCharacters(notes, { start: 0, end: NOTES_ACCESS.length })).toBeNull()
    expect(rangeOfCharacters(notes, { start: 36, end: 37 })).toBeNull()
    expect(rangeOfCharacters(notes, { start: 5, end: 5 })).toBeNull()
  })
})

/** JSON texts with names and values of any characters, some escaped, and white space wherever it may stand. */
const space = fc.string({ unit: fc.constantFrom(' ', '\n', '\r\n', '\t'), maxLength: 2 })
const word = fc
  .tuple(
    fc.string({
      unit: fc.constantFrom('a', 'Z', '"', '\\', ' ', '\n', 'é', '€', '\ud7ff', '\u{1f600}'),
      maxLength: 5,
    }),
    fc.boolean(),
  )
  .map(([text, isEscaped]) => {
    const json = JSON.stringify(text)
    if (!isEscaped) return json
    return json.replaceAll(
      /[^\u0020-\u007e]/g,
      (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )
  })
const { value } = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    word,
    fc.integer().map(String),
    fc.constantFrom('true', 'false', 'null', '1.50e3'),
    fc
      .array(
        fc.tuple(space, tie('value'), space).map((run) => run.join('')),
        { maxLength: 3 },
      )
      .map((items) => `[${items.join(',')}]`),
    fc
      .array(
        fc
          .tuple(space, word, space, tie('value'), space)
          .map(([a, name, b, inner, c]) => `${a}${name}${b}:${inner}${c}`),
        { maxLength: 3 },
      )
      .map((members) => `{${members.join(',')}}`),
  ),
}))
const payloads = fc
  .array(fc.tuple(space, word, space, value, space), { minLength: 1, maxLength: 4 })
  .map((members) => `{${members.map(([a, n, b, v, c]) => `${a}${n}:${b}${v}${c}`).join(',')}}`)

test('in 10,000 random payloads every claim is carried by its characters and by no smaller run', () => {
  fc.assert(
    fc.property(payloads, fc.nat(), (payload, pick) => {
      const token = readToken(tokenOf(HS256, payload))
      const nodes = linkNodes(token, 'payload')
      const node = nodes[pick % nodes.length]
      const link = node && readLink(token, node)
      const { payload: part } = token
      if (!node || !link?.characters || !part) throw new Error('a member reads')
      expect(link.path).toEqual(node.path)
      // the bytes are a member or a value as it was written, whole characters only
      const run = readUtf8(part.bytes.slice(node.byteStart, node.byteEnd))
      expect(run.fault).toBeNull()
      const isMember = typeof node.path?.step === 'string'
      expect(() => void JSON.parse(isMember ? `{${run.text}}` : run.text)).not.toThrow()
      // just these characters change with the bytes
      const changed = part.bytes.map((byte, at) =>
        at >= node.byteStart && at < node.byteEnd ? byte ^ 255 : byte,
      )
      const other = encodeBase64url(changed)
      const differs = Array.from(part.text).flatMap((character, at) =>
        character === other[at] ? [] : [part.start + at],
      )
      const { start, end } = link.characters
      expect([differs[0], (differs.at(-1) ?? 0) + 1]).toEqual([start, end])
      // and the way back: an inner character leads to the claim or to something inside it
      const inner = nodeAtCharacter(token, Math.floor((start + end) / 2))
      expect(inner?.byteStart).toBeGreaterThanOrEqual(node.byteStart)
      expect(inner?.byteEnd).toBeLessThanOrEqual(node.byteEnd)
    }),
    { numRuns: 10_000 },
  )
}, 60_000)
