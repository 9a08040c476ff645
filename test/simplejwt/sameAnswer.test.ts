/** Does a token of the server get the same answer as an object as it gets as text? */
import { describe, expect, it } from 'vitest'
import { bodyText, type BodyValue, type ServerRequest } from '../../src/simplejwt/exchange.ts'
import { MintedToken } from '../../src/simplejwt/mintedToken.ts'
import { layerOf } from './httpLayer.ts'
import {
  answerCase,
  applyBefore,
  databaseOf,
  instantOf,
  readRecording,
  requestOf,
  scenariosOf,
  serverOf,
  storesOf,
} from './recording.ts'

/** The request with every text that this server made replaced by the token itself. */
function withTokens(request: ServerRequest, tokens: Map<string, MintedToken>): ServerRequest {
  const headers = Object.entries(request.headers).map(([name, value]) => {
    const [scheme = '', text = '', ...rest] = typeof value === 'string' ? value.split(' ') : []
    const token = rest.length === 0 ? tokens.get(text) : undefined
    return [name, token === undefined ? value : { scheme, token }] as const
  })
  const { body } = request
  if (typeof body !== 'object' || body === null || body instanceof MintedToken || isList(body))
    return { ...request, headers: Object.fromEntries(headers) }
  const fields = Object.entries(body).map(([name, value]): [string, BodyValue] => [
    name,
    (typeof value === 'string' ? tokens.get(value) : undefined) ?? value,
  ])
  return {
    ...request,
    headers: Object.fromEntries(headers),
    body: Object.fromEntries(fields),
  }
}

const isList = (value: BodyValue): value is readonly BodyValue[] => Array.isArray(value)

const FILES = ['test/simplejwt/transcripts.json', 'test/simplejwt/transcripts-newest.json']

describe.each(FILES)('%s', (file) => {
  const recording = readRecording(file)
  const scenarios = scenariosOf(recording, (one) => layerOf(one) === null)
  it.each(scenarios)('%s', async (_name, steps) => {
    const server = serverOf(recording, steps)
    const tokens = new Map<string, MintedToken>()
    let stores = storesOf(recording, steps, server.settings)
    for (const one of steps) {
      const at = instantOf(recording, one)
      stores = applyBefore(one, stores, server, at)
      const request = withTokens(requestOf(one), tokens)
      // each step needs the stores of the one before
      // oxlint-disable-next-line no-await-in-loop
      const answered = await answerCase(one, server, request, stores, at)
      stores = answered.stores
      expect([one.id, answered.status]).toEqual([one.id, one.response.status])
      if (typeof answered.body !== 'string')
        for (const value of Object.values(answered.body))
          // oxlint-disable-next-line no-await-in-loop
          if (value instanceof MintedToken) tokens.set(await written(value), value)
      expect(bodyText(answered)).toBe(one.response.bodyText)
      if (one.dbAfter) expect(databaseOf(stores, server.hasBlacklistApp)).toEqual(one.dbAfter)
    }
  })
})

async function written(token: MintedToken): Promise<string> {
  if (token.text === null) await token.signatures.settle()
  return token.text ?? ''
}
