import { afterEach, describe, expect, test, vi } from 'vitest'
import { readToken } from '../../src/token/readToken.ts'
import { mintKeyPairToken } from '../../src/verification/mintKeyPairToken.ts'
import { check, claims } from './makeToken.ts'

describe.each(['RS256', 'ES256', 'EdDSA'] as const)('%s', (alg) => {
  test('verifies with the public key that comes with it', async () => {
    const minted = await mintKeyPairToken(alg, claims, { kid: 'a1b2' })
    if (minted === null) throw new Error('nothing was minted')
    expect(await check(minted.token, minted.publicKeyPem)).toMatchObject({
      kind: 'verified',
      alg,
      key: { kind: 'public' },
      concerns: [],
    })
    const { header, payload } = readToken(minted.token)
    expect(header?.decoded.text).toBe(`{"alg":"${alg}","typ":"JWT","kid":"a1b2"}`)
    expect(payload?.decoded.text).toBe(claims)
  })

  test('is signed by a new key each time', async () => {
    const first = await mintKeyPairToken(alg, claims)
    const second = await mintKeyPairToken(alg, claims)
    expect(first?.publicKeyPem).not.toBe(second?.publicKeyPem)
  })
})

test('the header given cannot change the algorithm', async () => {
  const minted = await mintKeyPairToken('ES256', claims, { alg: 'none', typ: 'at+jwt' })
  expect(readToken(minted?.token ?? '').header?.decoded.text).toBe('{"alg":"ES256","typ":"at+jwt"}')
})

describe('without WebCrypto', () => {
  afterEach(() => vi.unstubAllGlobals())

  test('nothing is minted', async () => {
    vi.stubGlobal('crypto', {})
    expect(await mintKeyPairToken('ES256', claims)).toBeNull()
  })
})
