/** Do tokens with a key pair work, although their signatures take their time? RFC 7518 §3.3–3.5. */
import { exportPKCS8, exportSPKI, generateKeyPair } from 'jose'
import { beforeAll, describe, expect, it } from 'vitest'
import { answer } from '../../src/simplejwt/answer.ts'
import { type Answered, bodyText, type ServerRequest } from '../../src/simplejwt/exchange.ts'
import { releases } from '../../src/simplejwt/release.ts'
import { type Server, signaturesOf, startServer } from '../../src/simplejwt/server.ts'
import { DEFAULTS } from '../../src/simplejwt/settings.ts'
import type { AsymmetricDriver } from '../../src/simplejwt/signatures.ts'
import { openStores, type Stores } from '../../src/simplejwt/stores.ts'
import { ALICE, bearer, START, tokenIn, why } from './testServer.ts'
import { webCryptoDriver } from './webCryptoDriver.ts'

interface Pair {
  signing: string
  verifying: string
}

async function makePair(algorithm: string): Promise<Pair> {
  const { privateKey, publicKey } = await generateKeyPair(algorithm, { extractable: true })
  return { signing: await exportPKCS8(privateKey), verifying: await exportSPKI(publicKey) }
}

function serverWith(
  algorithm: string,
  signing: string,
  verifying: string,
  driver: AsymmetricDriver | null,
): Server {
  const keys = { ALGORITHM: algorithm, SIGNING_KEY: signing, VERIFYING_KEY: verifying }
  const settings = { ...DEFAULTS, ...keys }
  return startServer({
    release: releases.newest,
    settings,
    hasBlacklistApp: true,
    isStateless: false,
    signatures: signaturesOf(settings, '', driver),
  })
}

async function ask(server: Server, request: ServerRequest, stores: Stores): Promise<Answered> {
  const moment = { at: START * 1000, makeJti: () => '0'.repeat(32) }
  const answered = answer(server, request, stores, moment)
  if (answered.state === 'answered') return answered
  await answered.on.settle()
  return ask(server, request, stores)
}

const LOGIN: ServerRequest = {
  method: 'POST',
  path: '/api/token/',
  headers: {},
  body: { username: 'alice', password: 'wonderland-5' },
}
const hello = (value: ServerRequest['headers'][string]): ServerRequest => ({
  method: 'GET',
  path: '/hello/',
  headers: { Authorization: value },
})

describe.each(['ES256', 'RS256', 'PS384'])('%s', (algorithm) => {
  let pair: Pair
  let other: Pair
  let login: Answered
  let server: Server
  beforeAll(async () => {
    pair = await makePair(algorithm)
    other = await makePair(algorithm)
    server = serverWith(algorithm, pair.signing, pair.verifying, webCryptoDriver)
    login = await ask(server, LOGIN, openStores([ALICE]))
  })

  it('a token has its text once its signature is settled', async () => {
    const fresh = await ask(server, LOGIN, openStores([ALICE]))
    const isThere = bodyText(fresh) !== null
    await server.signatures.settle()
    expect([isThere, bodyText(fresh)?.split('.').length]).toEqual([isThere, 5])
  })

  it('is accepted as an object and as text', async () => {
    const access = tokenIn(login, 'access')
    expect((await ask(server, hello(bearer(access)), login.stores)).status).toBe(200)
    bodyText(login)
    await server.signatures.settle()
    const answered = await ask(server, hello(`Bearer ${access.text ?? ''}`), login.stores)
    expect(answered.status).toBe(200)
  })

  it('is refused by a server with another public key, its own tokens included', async () => {
    const torn = serverWith(algorithm, pair.signing, other.verifying, webCryptoDriver)
    const own = await ask(torn, LOGIN, openStores([ALICE]))
    for (const token of [tokenIn(own, 'access'), tokenIn(login, 'access')]) {
      // one after the other, as the signatures settle
      // oxlint-disable-next-line no-await-in-loop
      const answered = await ask(torn, hello(bearer(token)), own.stores)
      expect(why(answered)).toContain('The signature does not match')
    }
  })

  it('without a driver nothing is made and nothing is good, and nobody waits for ever', async () => {
    const mute = serverWith(algorithm, pair.signing, pair.verifying, null)
    const own = await ask(mute, LOGIN, openStores([ALICE]))
    const answered = await ask(mute, hello(bearer(tokenIn(own, 'access'))), own.stores)
    expect(answered.status).toBe(401)
  })
})
