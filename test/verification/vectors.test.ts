/** Does every published vector get the verdict, or the honest sentence, that it should? VECTORS=<folder> chooses others. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readJson } from '../../src/token/jsonText.ts'
import { algorithmOf } from '../../src/token/readToken.ts'
import { readKey } from '../../src/keys/readKey.ts'
import { readSubject } from '../../src/verification/readSubject.ts'
import { tellKeyNote } from '../../src/verification/tellKeyNote.ts'
import { tellKeyRung, tellSignatureRung } from '../../src/verification/tellRungs.ts'
import { tellVerdict } from '../../src/verification/tellVerdict.ts'
import type { Subject, Verdict } from '../../src/verification/verdict.ts'
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

interface Said {
  kind: Verdict['kind']
  headline: string
  rungs: [signature: string, key: string]
}

async function sayOf(subject: Subject): Promise<Said> {
  const verdict = await verifySignature(subject)
  const { lead, rest } = tellVerdict(verdict)
  return {
    kind: verdict.kind,
    headline: `${lead} ${rest}`,
    rungs: [tellSignatureRung(verdict).state, tellKeyRung(verdict).state],
  }
}

const noKey = { keyText: '', encoding: 'utf8' } as const

/** Node has learnt ML-DSA in version 24; before, it answers as an older browser does. */
const hasLattices = await crypto.subtle.generateKey({ name: 'ML-DSA-44' }, false, ['sign']).then(
  () => true,
  () => false,
)

/** The best answer that one of the signatures gets. */
async function sayBest(subject: Subject): Promise<Said> {
  const { more } = readSubject(subject)
  const answers = await Promise.all(
    Array.from({ length: more?.count ?? 1 }, (_, chosen) => sayOf({ ...subject, chosen })),
  )
  const [first] = answers
  if (first === undefined) throw new Error('no answer')
  return answers.find(({ kind }) => kind === 'verified') ?? first
}

function detachedOf({ options }: VectorCase): Pick<Subject, 'detached'> {
  if (options?.detachedPayload !== undefined)
    return { detached: { text: options.detachedPayload, encoding: 'base64url' } }
  if (options?.detachedPayloadText !== undefined)
    return { detached: { text: options.detachedPayloadText, encoding: 'utf8' } }
  return {}
}

async function checkToken(vector: VectorCase, token: string): Promise<void> {
  const about = { token, ...detachedOf(vector) }
  const reading = readSubject(about)
  if (reading.form === 'jwe') {
    const { kind, headline } = await sayOf({ ...about, ...noKey })
    expect(kind).toBe('encrypted')
    expect(headline).toMatch(/^Encrypted token\. Its claims are hidden; only .* can read them\.$/)
    return
  }
  if (vector.payload !== undefined) expect(reading.payload?.decoded.text).toBe(vector.payload)
  const boxes = vector.keys.filter(({ role }) => role.startsWith('verify')).map(boxOf)
  for (const box of boxes.length > 0 ? boxes : [noKey])
    // oxlint-disable-next-line no-await-in-loop -- each key alone has to give the answer
    checkAnswer(vector, algorithmOf(reading), await sayBest({ ...about, ...box }))
}

function checkAnswer({ expected }: VectorCase, alg: string | null, said: Said): void {
  if (alg === 'none') {
    expect(said.headline).toBe(
      'Not signed (alg: none). Anyone can write this token. A server must refuse it.',
    )
  } else if (alg?.startsWith('ML-DSA') && !hasLattices) {
    expect(said.headline).toBe(`This browser can’t check ${alg}. Decoding still works.`)
    expect(said.rungs).toEqual(['not checked', 'not checked'])
  } else if (expected === 'invalid') {
    expect(said.rungs[0]).toBe('fail')
    expect(said.headline).not.toMatch(/^Signature valid/)
  } else if (expected === 'unverifiable') {
    expect(said.kind).toBe('no-key')
    expect(said.headline).toBe('Decoded, not verified. Add a key to check who made it.')
  } else {
    expect(said.kind).toBe('verified')
    expect(said.headline).toMatch(/^Signature valid[:,] /)
    expect(said.rungs[0]).toBe('pass')
  }
}

async function checkVector(vector: VectorCase): Promise<void> {
  if (vector.claims !== undefined) {
    expect(readJson(JSON.stringify(vector.claims)).root?.kind).toBe('object')
  } else if (vector.token !== undefined) {
    await checkToken(vector, vector.token)
  } else if (vector.json !== undefined) {
    await checkToken(vector, JSON.stringify(vector.json))
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
