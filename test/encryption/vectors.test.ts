/** Does every published encrypted token open to its exact content? VECTORS=<folder> chooses others. */
import { createCipheriv } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { EncryptedParts, Opening } from '../../src/encryption/opening.ts'
import { openToken } from '../../src/encryption/openToken.ts'
import { tellOpening } from '../../src/encryption/tellOpening.ts'
import type { SecretEncoding } from '../../src/keys/secret.ts'
import { encodeBase64url, readBase64url } from '../../src/token/base64url.ts'
import { readUtf8, writeUtf8 } from '../../src/token/utf8.ts'
import { partsOf, partsOfJson } from './parts.ts'

interface VectorKey {
  role: string
  format: string
  secret?: string
  encoding?: SecretEncoding
  jwk?: { kty?: string }
}

interface VectorCase {
  id: string
  title: string
  kind: string
  token?: string
  json?: object
  keys: VectorKey[]
  payload?: string
  payload_json?: object
  header?: object
  derived_key_b64u?: string
}

const folder = process.env.VECTORS ?? 'test/vectors'

const open = (parts: EncryptedParts, key: VectorKey): Promise<Opening> =>
  openToken(parts, key.secret ?? JSON.stringify(key.jwk), key.encoding ?? 'utf8')

const sentenceOf = (opening: Opening): string => {
  const { lead, rest } = tellOpening(opening)
  return `${lead} ${rest}`
}

const RSA1_5 =
  'This page doesn’t do RSA1_5, and nobody should: whoever may ask a server often enough reads the content through its padding. RSA-OAEP-256 replaces it.'

/** Of several recipients one has to be opened; the case says by its key which. */
async function checkVector(vector: VectorCase, key: VectorKey): Promise<void> {
  const recipients =
    vector.token === undefined ? partsOfJson(vector.json ?? {}) : [partsOf(vector.token)]
  const openings = await Promise.all(recipients.map((parts) => open(parts, key)))
  const opened = openings.find(({ kind }) => kind === 'opened')
  if (opened?.kind === 'opened') {
    const { text, fault } = readUtf8(opened.plaintext)
    expect(fault).toBeNull()
    if (vector.payload_json === undefined) expect(text).toBe(vector.payload)
    else expect(JSON.parse(text)).toEqual(vector.payload_json)
    expect(sentenceOf(opened)).toMatch(/^Decrypted: this (?:key|password) opens it \(/)
    expect(tellOpening(opened).signature.state).toBe('pass')
  } else {
    expect(vector.title).toMatch(/RSA1_5|RSA v1\.5|recipient 0/)
    expect(openings.map(sentenceOf)).toContain(RSA1_5)
  }
}

/** No token is published, so one is locked with the published key and has to open with the recipient’s. */
async function checkAgreement(vector: VectorCase): Promise<void> {
  const protectedHeader = encodeBase64url(writeUtf8(JSON.stringify(vector.header)))
  const derived = readBase64url(vector.derived_key_b64u ?? '').bytes
  const iv = new Uint8Array(12).fill(1)
  const cipher = createCipheriv('aes-128-gcm', derived, iv)
  cipher.setAAD(writeUtf8(protectedHeader))
  const ciphertext = Buffer.concat([cipher.update('agreed'), cipher.final()])
  const texts = [iv, ciphertext, cipher.getAuthTag()].map(encodeBase64url)
  const recipient = vector.keys.find(({ role }) => role === 'recipient')
  const token = [protectedHeader, '', ...texts].join('.')
  const opening = await openToken(partsOf(token), JSON.stringify(recipient?.jwk), 'utf8')
  expect(opening).toMatchObject({ kind: 'opened', plaintext: writeUtf8('agreed') })
}

for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
  if (file === 'hostile-inputs.json') continue
  const { cases }: { cases: VectorCase[] } = JSON.parse(readFileSync(join(folder, file), 'utf8'))
  const encrypted = cases.flatMap((vector) =>
    vector.kind === 'jwe'
      ? vector.keys.filter(({ role }) => role === 'decrypt').map((key) => ({ vector, key }))
      : [],
  )
  const agreements = cases.filter(({ kind }) => kind === 'ecdh-es')
  if (encrypted.length + agreements.length > 0)
    describe(file, () => {
      test.each(encrypted)('$vector.id: $vector.title', ({ vector, key }) =>
        checkVector(vector, key),
      )
      test.each(agreements)('$id: $title', checkAgreement)
    })
}
