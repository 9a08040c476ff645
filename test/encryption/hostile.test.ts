/** Does each hostile encrypted token get the answer that its case asks for? The sentences are written by hand. */
import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { openToken } from '../../src/encryption/openToken.ts'
import type { Opening } from '../../src/encryption/opening.ts'
import { tellOpening } from '../../src/encryption/tellOpening.ts'
import type { SecretEncoding } from '../../src/keys/secret.ts'
import { writeUtf8 } from '../../src/token/utf8.ts'
import { partsOf } from './parts.ts'

interface HostileCase {
  id: string
  token: string
  keys: { role: string; secret?: string; encoding?: SecretEncoding; jwk?: object }[]
  payload?: string
}

const { cases }: { cases: HostileCase[] } = JSON.parse(
  readFileSync('test/vectors/hostile-inputs.json', 'utf8'),
)

function caseNamed(id: string): HostileCase {
  const found = cases.find((hostile) => hostile.id === id)
  if (found === undefined) throw new Error(id)
  return found
}

async function answerTo(id: string): Promise<{ opening: Opening; said: string[] }> {
  const { token, keys } = caseNamed(id)
  const key = keys.find(({ role }) => role === 'decrypt')
  const keyText = key?.secret ?? (key === undefined ? '' : JSON.stringify(key.jwk))
  const opening = await openToken(partsOf(token), keyText, key?.encoding ?? 'utf8')
  const { state, lead, rest, signature, key: rung } = tellOpening(opening)
  return {
    opening,
    said: [
      `${state}: ${lead} ${rest}`,
      `Signature ${signature.state}: ${signature.reason}`,
      `Key ${rung.state}: ${rung.reason}`,
    ],
  }
}

afterEach(() => {
  vi.restoreAllMocks()
})

describe('hostile encrypted tokens', () => {
  test('pbes2-huge-p2c: is refused at once, and PBKDF2 never runs', async () => {
    const derive = vi.spyOn(crypto.subtle, 'deriveBits')
    const { said } = await answerTo('pbes2-huge-p2c')
    expect(said).toEqual([
      'not checked: Refused at once: p2c 2147483647 is over the limit of 1,000,000 rounds. A count that high only keeps its reader busy; nothing was computed.',
      'Signature not checked: p2c is over the limit of 1,000,000',
      'Key not checked: not tried',
    ])
    expect(derive).not.toHaveBeenCalled()
  })

  test('zip-bomb: unpacking stops at the limit and says so, and nothing of it is kept', async () => {
    const { opening, said } = await answerTo('zip-bomb')
    expect(said).toEqual([
      'not checked: Not opened: unpacking stopped at 1,000,000 bytes, the most this page inflates. A small token that grows so large is likely an attack (zip bomb).',
      'Signature not checked: the key fits, but unpacking stopped at 1,000,000 bytes',
      'Key not checked: the content stayed packed',
    ])
    expect(opening).toEqual({ kind: 'too-large', limit: 1_000_000 })
  })

  test('jwe-tampered-tag: authentication fails, and no plaintext is shown', async () => {
    const { opening, said } = await answerTo('jwe-tampered-tag')
    expect(said).toEqual([
      'fail: Authentication failed: either this is the wrong key, or the token was altered.',
      'Signature fail: this key does not open it',
      'Key not checked: does not open this token',
    ])
    expect(opening).not.toHaveProperty('plaintext')
  })

  test('jwe-good: opens, and decryption with a shared key is said to be no signature', async () => {
    const { opening, said } = await answerTo('jwe-good')
    expect(said).toEqual([
      'pass: Decrypted: this key opens it (dir, A256GCM). Decryption with a shared key is not a signature: any holder could have made it.',
      'Signature pass: decrypted, which is no signature: opens with this key (dir, A256GCM)',
      'Key pass: the shared key you gave, 32 bytes; any holder could have made it',
    ])
    expect(opening).toMatchObject({ plaintext: writeUtf8(caseNamed('jwe-good').payload ?? '') })
  })

  test('nested-jwt: opens to the inner token, character for character', async () => {
    const { opening } = await answerTo('nested-jwt')
    expect(opening).toMatchObject({
      kind: 'opened',
      plaintext: writeUtf8(caseNamed('nested-jwt').payload ?? ''),
    })
  })

  test('ecdh-epk-off-curve: names the invalid curve attack, and derives nothing', async () => {
    const derive = vi.spyOn(crypto.subtle, 'deriveBits')
    const { said } = await answerTo('ecdh-epk-off-curve')
    expect(said).toEqual([
      'fail: The ephemeral key (epk) is not a valid P-256 point. A server that computes with it gives its private key away bit by bit (invalid curve attack), so it must refuse this token.',
      'Signature fail: epk is not on the curve P-256',
      'Key not checked: not tried',
    ])
    expect(derive).not.toHaveBeenCalled()
  })

  test('jwe-no-key: is recognised as encrypted, and never called invalid', async () => {
    const { said } = await answerTo('jwe-no-key')
    expect(said).toEqual([
      'not checked: Encrypted token. Its claims are hidden; only a holder of the shared key can read them.',
      'Signature not checked: no key yet',
      'Key not checked: needs the shared key',
    ])
  })
})
