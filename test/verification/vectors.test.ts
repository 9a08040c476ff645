/** Does every published vector get the verdict, or the honest sentence, that it should? VECTORS=<folder> chooses others. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { memberNamed, readJson } from '../../src/token/jsonText.ts'
import { algorithmOf, readToken } from '../../src/token/readToken.ts'
import { algorithmNamed } from '../../src/algorithms/algorithms.ts'
import { readKey } from '../../src/keys/readKey.ts'
import { tellKeyNote } from '../../src/verification/tellKeyNote.ts'
import { tellKeyRung, tellSignatureRung } from '../../src/verification/tellRungs.ts'
import { tellVerdict } from '../../src/verification/tellVerdict.ts'
import type { Subject } from '../../src/verification/verdict.ts'
import { verifySignature } from '../../src/verification/verifySignature.ts'

interface VectorKey {
  role: string
  format: string
  secret?: string
  encoding?: string
  pem?: string
  jwk?: object
}

interface VectorCase {
  id: string
  title: string
  kind: string
  token?: string
  json?: object
  claims?: object
  x5c?: string[]
  keys: VectorKey[]
  options?: { detachedPayload?: string; detachedPayloadText?: string }
  expected: string
  payload?: string
}

const folder = process.env.VECTORS ?? 'test/vectors'
const encodings = new Set<string>(['utf8', 'base64', 'base64url', 'hex'])
const isEncoding = (name: string): name is Subject['encoding'] => encodings.has(name)

function boxOf(key: VectorKey): Omit<Subject, 'token'> {
  const encoding = key.encoding ?? 'utf8'
  if (!isEncoding(encoding)) throw new Error(`unknown encoding ${encoding}`)
  if (key.format === 'secret') return { keyText: key.secret ?? '', encoding }
  return { keyText: key.pem ?? JSON.stringify(key.jwk), encoding: 'utf8' }
}

async function sayOf(token: string, box: Omit<Subject, 'token'>): Promise<string[]> {
  const verdict = await verifySignature({ token, ...box })
  const { lead, rest } = tellVerdict(verdict)
  return [
    verdict.kind,
    `${lead} ${rest}`,
    `Signature ${tellSignatureRung(verdict).state}`,
    `Key ${tellKeyRung(verdict).state}`,
  ]
}

const noKey = { keyText: '', encoding: 'utf8' } as const

async function checkToken(vector: VectorCase, token: string): Promise<void> {
  const reading = readToken(token)
  const alg = algorithmOf(reading)
  const algorithm = algorithmNamed(alg ?? '')
  const header = reading.header?.json.root ?? null
  const boxes = vector.keys.filter(({ role }) => role.startsWith('verify')).map(boxOf)
  if (reading.form === 'jwe') {
    const [kind, sentence] = await sayOf(token, noKey)
    expect(kind).toBe('encrypted')
    expect(sentence).toMatch(/^Encrypted token\. Its claims are hidden; only .* can read them\.$/)
    return
  }
  const isEncoded = memberNamed(header, 'b64')?.value.kind !== 'false'
  if (isEncoded && vector.options === undefined && vector.payload !== undefined)
    expect(reading.payload?.decoded.text).toBe(vector.payload)
  const answers = await Promise.all(
    (boxes.length > 0 ? boxes : [noKey]).map((box) => sayOf(token, box)),
  )
  for (const said of answers) {
    if (vector.kind.startsWith('sd-jwt')) {
      expect(said[0]).not.toBe('verified')
    } else if (alg === 'none') {
      expect(said).toEqual([
        'unsigned',
        'Not signed (alg: none). Anyone can write this token. A server must refuse it.',
        'Signature fail',
        'Key not checked',
      ])
    } else if (memberNamed(header, 'crit') !== undefined || vector.expected === 'invalid') {
      expect(said.slice(2)).toEqual(['Signature fail', 'Key not checked'])
    } else if (algorithm?.family !== 'encryption' && algorithm?.checked !== 'here') {
      const who = algorithm?.checked === 'not-yet' ? 'page' : 'browser'
      const yet = who === 'page' ? ' yet' : ''
      expect(said).toEqual([
        'unsupported-algorithm',
        `This ${who} can’t check ${alg}${yet}. Decoding still works.`,
        'Signature not checked',
        'Key not checked',
      ])
    } else if (vector.options !== undefined) {
      expect(said.slice(1)).toEqual([
        'The payload part is empty, and this key did not sign an empty one. If the payload travels apart (detached, RFC 7515 appendix F), this page can’t check it yet.',
        'Signature not checked',
        'Key not checked',
      ])
    } else if (vector.expected === 'unverifiable') {
      expect(said).toEqual([
        'no-key',
        'Decoded, not verified. Add a key to check who made it.',
        'Signature not checked',
        'Key not checked',
      ])
    } else {
      expect(said[0]).toBe('verified')
      expect(said[1]).toMatch(/^Signature valid[:,] /)
      expect(said[2]).toBe('Signature pass')
    }
  }
}

async function checkVector(vector: VectorCase): Promise<void> {
  if (vector.claims !== undefined) {
    expect(readJson(JSON.stringify(vector.claims)).root?.kind).toBe('object')
  } else if (vector.token !== undefined) {
    await checkToken(vector, vector.token)
  } else if (vector.json !== undefined) {
    const said = await sayOf(JSON.stringify(vector.json), noKey)
    expect(said[1]).toBe(
      'ciphertext' in vector.json
        ? 'An encrypted token in JSON form (RFC 7516 section 7.2). Its content is hidden, and this page can’t open that form yet.'
        : 'A signed token in JSON form (RFC 7515 section 7.2). This page can’t check that form yet, only the one with two dots.',
    )
    expect(said[2]).toBe('Signature not checked')
  } else if (vector.x5c !== undefined) {
    for (const der of vector.x5c) {
      const pem = `-----BEGIN CERTIFICATE-----\n${der}\n-----END CERTIFICATE-----`
      expect(tellKeyNote('RS256', readKey(pem, 'utf8'))).toMatch(
        /^RSA public key, \d+ bits.*, from a certificate$/,
      )
    }
  } else {
    for (const key of vector.keys) {
      const { keyText, encoding } = boxOf(key)
      expect(readKey(keyText, encoding).kind).toMatch(/^(?:secret|public|private|jwk-set)$/)
    }
  }
}

const files = readdirSync(folder).filter(
  (name) => name.endsWith('.json') && name !== 'hostile-inputs.json',
)

for (const file of files) {
  const { cases }: { cases: VectorCase[] } = JSON.parse(readFileSync(join(folder, file), 'utf8'))
  describe(file, () => {
    for (const vector of cases)
      test(`${vector.id}: ${vector.title} (${vector.expected})`, () => checkVector(vector))
  })
}
