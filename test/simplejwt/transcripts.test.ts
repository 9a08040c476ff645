/** Does the server answer every recorded request byte for byte? TRANSCRIPTS=<file> chooses other recordings. */
import { beforeAll, describe, expect, it } from 'vitest'
import { type Answered, bodyText, headersOf } from '../../src/simplejwt/exchange.ts'
import type { Server } from '../../src/simplejwt/server.ts'
import { readBase64url } from '../../src/token/base64url.ts'
import { layerOf } from './httpLayer.ts'
import {
  answerCase,
  applyBefore,
  databaseOf,
  instantOf,
  readRecording,
  type RecordedCase,
  type Recording,
  requestOf,
  scenariosOf,
  serverOf,
  storesOf,
} from './recording.ts'

const OWN = ['test/simplejwt/transcripts.json', 'test/simplejwt/transcripts-newest.json']
/** The 14 that behaviour.md names. */
const BELOW_THE_VIEWS = {
  'obtain-invalid-json': 'JSON parsing',
  'obtain-text-plain': 'media type',
  'obtain-get': 'method of a token view',
  'obtain-no-slash': 'missing slash',
  'cors-preflight': 'CORS',
  'cors-preflight-other': 'CORS',
  'cors-401': 'CORS',
  'cors-options': 'CORS',
  'cors-preflight-null': 'CORS',
  'debug-no-slash': 'missing slash',
  'debug-404': 'Django’s 404 page',
  'nodebug-404': 'Django’s 404 page',
  'nodebug-host': 'allowed hosts',
  'nodebug-html': 'HTML pages',
}
/** Others come from the layers around Django’s views. */
const OF_THE_VIEWS = new Set(['WWW-Authenticate', 'Content-Type', 'Allow'])
const files = process.env.TRANSCRIPTS?.split(',') ?? OWN

/** Answers in the order of the steps. */
async function play(
  recording: Recording,
  steps: RecordedCase[],
  server: Server,
): Promise<Map<string, Answered>> {
  const answers = new Map<string, Answered>()
  let stores = storesOf(recording, steps, server.settings)
  for (const one of steps) {
    const at = instantOf(recording, one)
    stores = applyBefore(one, stores, server, at)
    // each step needs the stores of the one before
    // oxlint-disable-next-line no-await-in-loop
    const answered = await answerCase(one, server, requestOf(one), stores, at)
    stores = answered.stores
    answers.set(one.id, answered)
  }
  return answers
}

const isHmac = (server: Server): boolean => server.settings.ALGORITHM.startsWith('HS')

describe.each(files)('%s', (file) => {
  const recording = readRecording(file)
  const scenarios = scenariosOf(recording, (one) => layerOf(one) === null)
  const below = recording.cases.flatMap((one) => {
    const layer = layerOf(one)
    return layer === null ? [] : [[one.id, layer] as const]
  })

  it(`plays all but ${below.map(([id, layer]) => `${id} (${layer})`).join(', ')}`, () => {
    const played = scenarios.flatMap(([, steps]) => steps)
    expect(played.length + below.length).toBe(recording.cases.length)
    if (OWN.includes(file)) expect(Object.fromEntries(below)).toEqual(BELOW_THE_VIEWS)
  })

  describe.each(scenarios)('%s', (_name, steps) => {
    const server = serverOf(recording, steps)
    let answers = new Map<string, Answered>()
    beforeAll(async () => {
      answers = await play(recording, steps, server)
    })

    it.each(steps)('$id', async (one) => {
      const answered = answers.get(one.id)
      if (answered === undefined) throw new Error('not played')
      expect(answered.status).toBe(one.response.status)
      expect(headersOf(answered, requestOf(one), server.settings)).toEqual(
        Object.entries(one.response.headers).filter(([name]) => OF_THE_VIEWS.has(name)),
      )
      if (bodyText(answered) === null) await server.signatures.settle()
      const text = bodyText(answered) ?? ''
      if (isHmac(server)) expect(text).toBe(one.response.bodyText)
      else {
        expect(withoutSignatures(text)).toBe(withoutSignatures(one.response.bodyText))
        expect(await areGood(text, server)).toBe(true)
      }
      if (one.dbAfter)
        expect(databaseOf(answered.stores, server.hasBlacklistApp)).toEqual(one.dbAfter)
    })
  })
})

const TOKEN = /(eyJ[\w-]+\.[\w-]+)\.([\w-]+)/g

const withoutSignatures = (text: string): string => text.replaceAll(TOKEN, '$1.')

async function areGood(text: string, server: Server): Promise<boolean> {
  const verdicts = async (): Promise<(boolean | null)[]> =>
    Array.from(text.matchAll(TOKEN), ([, input = '', signature = '']) =>
      server.signatures.isGood(input, readBase64url(signature).bytes),
    )
  await verdicts()
  await server.signatures.settle()
  return (await verdicts()).every((isGood) => isGood === true)
}
