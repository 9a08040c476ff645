import { beforeAll, describe, expect, test } from 'vitest'
import {
  agreementCurves,
  contentEncryptionNamed,
  encryptionAlgorithms,
} from '../../src/algorithms/encryptionAlgorithms.ts'
import type { EncryptionAlgorithm } from '../../src/algorithms/algorithm.ts'
import { encryptToken } from '../../src/encryption/encryptToken.ts'
import { openToken } from '../../src/encryption/openToken.ts'
import type { EncryptedParts, Opening } from '../../src/encryption/opening.ts'
import type { SecretEncoding } from '../../src/keys/secret.ts'
import { encodeBase64url, readBase64url } from '../../src/token/base64url.ts'
import { readUtf8, writeUtf8 } from '../../src/token/utf8.ts'
import { agreementKey, rsaKey, sharedKey } from './keys.ts'
import { partsOf } from './parts.ts'

interface Box {
  encoding: SecretEncoding
  locks: string
  opens: string
  other: string
}

const CONTENT = '{"sub":"42","name":"Zoë"}'
const encs = 'A128GCM A192GCM A256GCM A128CBC-HS256 A192CBC-HS384 A256CBC-HS512'.split(' ')
const done = encryptionAlgorithms.filter(({ management }) => management !== 'rsa-pkcs1')
const pairs = new Map<string, Box>()

beforeAll(() => {
  const [rsa, otherRsa] = [rsaKey(2048), rsaKey(2048)]
  pairs.set('RSA', { ...rsa, other: otherRsa.opens, encoding: 'utf8' })
  for (const curve of agreementCurves) {
    const { opens, locks } = agreementKey(curve)
    pairs.set(curve, { opens, locks, other: agreementKey(curve).opens, encoding: 'utf8' })
  }
})

function boxFor({ reader, wrapBits }: EncryptionAlgorithm, enc: string, curve: string): Box {
  if (reader === 'shared') {
    const bits = wrapBits ?? contentEncryptionNamed(enc)?.keyBits ?? 0
    const key = sharedKey(bits)
    return { encoding: 'hex', locks: key, opens: key, other: sharedKey(bits) }
  }
  if (reader === 'password') {
    const key = 'correct horse battery staple, naïvely'
    return { encoding: 'utf8', locks: key, opens: key, other: `${key} ` }
  }
  const box = pairs.get(reader === 'private-rsa' ? 'RSA' : curve)
  if (box === undefined) throw new Error(curve)
  return box
}

const flipped = (text: string): string => {
  const { bytes } = readBase64url(text)
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
  return encodeBase64url(bytes)
}

/** One bit of each part in turn; the header keeps its meaning and changes its text alone. */
function tampered(parts: EncryptedParts): EncryptedParts[] {
  const header = readUtf8(readBase64url(parts.protectedHeader).bytes).text
  return [
    { ...parts, protectedHeader: encodeBase64url(writeUtf8(`${header} `)) },
    { ...parts, iv: flipped(parts.iv) },
    { ...parts, ciphertext: flipped(parts.ciphertext) },
    { ...parts, tag: flipped(parts.tag) },
    ...(parts.encryptedKey === '' ? [] : [{ ...parts, encryptedKey: flipped(parts.encryptedKey) }]),
  ]
}

const cases = done.flatMap((algorithm) =>
  encs.flatMap((enc) =>
    (algorithm.reader === 'private-ec' ? [...agreementCurves] : ['']).map((curve) => ({
      algorithm,
      enc,
      curve,
      title: `${algorithm.name}, ${enc}${curve === '' ? '' : ` on ${curve}`}`,
    })),
  ),
)

describe('the right key opens, the wrong key does not, and no part may change', () => {
  test.each(cases)('$title', async ({ algorithm, enc, curve }) => {
    const box = boxFor(algorithm, enc, curve)
    const header = {
      alg: algorithm.name,
      enc,
      ...(algorithm.reader === 'password' && { p2c: 1000 }),
    }
    const made = await encryptToken(
      JSON.stringify(header),
      writeUtf8(CONTENT),
      box.locks,
      box.encoding,
    )
    if (made.kind !== 'made') throw new Error(`${made.lead} ${made.rest}`)
    const parts = partsOf(made.token)
    const open = (some: EncryptedParts, key = box.opens): Promise<Opening> =>
      openToken(some, key, box.encoding)
    expect(await open(parts)).toMatchObject({
      kind: 'opened',
      plaintext: writeUtf8(CONTENT),
      alg: algorithm.name,
      enc,
      concerns: [],
      isCompressed: false,
    })
    expect((await open(parts, box.other)).kind).toBe('not-authentic')
    const answers = await Promise.all(tampered(parts).map((some) => open(some)))
    expect(answers.map(({ kind }) => kind)).toEqual(answers.map(() => 'not-authentic'))
  })
})

describe('compressed content', () => {
  test('is packed before it is encrypted, and unpacked again', async () => {
    const key = sharedKey(256)
    const content = new Uint8Array(20_000).fill(65)
    const made = await encryptToken(
      '{"alg":"dir","enc":"A256GCM","zip":"DEF"}',
      content,
      key,
      'hex',
    )
    if (made.kind !== 'made') throw new Error(made.lead)
    expect(made.token.length).toBeLessThan(1000)
    expect(await openToken(partsOf(made.token), key, 'hex')).toMatchObject({
      kind: 'opened',
      plaintext: content,
      isCompressed: true,
    })
  })
})
