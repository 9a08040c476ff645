import { describe, expect, test } from 'vitest'
import { makeSample } from '../../src/samples/makeSample.ts'
import { SAMPLE_IDS, type SampleId } from '../../src/samples/sampleIds.ts'
import { type Sample, SAMPLES } from '../../src/samples/samples.ts'
import { plainForm, readAnyForm } from '../../src/token/readAnyForm.ts'
import { readToken } from '../../src/token/readToken.ts'
import { assess } from '../../src/judgement/assess.ts'
import { nestedIn } from '../../src/token/nestedToken.ts'
import { type Judged, judge, NOW, rungOf, titlesOf } from '../judgement/judge.ts'

let count = 0
const makeId = (): string => (count++).toString(16).padStart(32, '0')

async function make(id: SampleId): Promise<Sample> {
  const sample = await makeSample(id, { now: NOW, makeId })
  if (!sample) throw new Error(`${id} could not be made`)
  return sample
}

/** The sample's token, judged with the key that comes with it. */
async function judgeSample(id: SampleId, now = NOW, index = 0): Promise<Judged> {
  const { tokens, key } = await make(id)
  return judge(tokens.texts[index] ?? '', { key: key ?? '', now })
}

const statesOf = ({ rungs }: Judged): string => rungs.map(({ state }) => state).join(', ')

test('the menu offers every sample that a link can ask for, each once', () => {
  expect(SAMPLES.map(({ id }) => id)).toEqual([...SAMPLE_IDS])
  expect(new Set(SAMPLES.map(({ label }) => label)).size).toBe(SAMPLES.length)
})

/** Node has learnt ML-DSA in version 24; before, it answers as an older browser does. */
const hasLattices = await crypto.subtle.generateKey({ name: 'ML-DSA-44' }, false, ['sign']).then(
  () => true,
  () => false,
)
const makeable = SAMPLE_IDS.filter((id) => id !== 'ml-dsa' || hasLattices)

test('ml-dsa is left out where the browser cannot make its key', async () => {
  const sample = await makeSample('ml-dsa', { now: NOW, makeId })
  expect(sample !== null).toBe(hasLattices)
})

test.each(makeable)('%s reads without a fault and says what it shows', async (id) => {
  const { tokens, sentence } = await make(id)
  for (const text of tokens.texts) expect(readAnyForm(text, plainForm).faults).toEqual([])
  expect(sentence).toMatch(/^Example token/)
  expect(tokens.names).toHaveLength(tokens.texts.length)
})

describe('each shows what it is for', () => {
  test('fresh-pair: an access and a refresh token, alive and checked', async () => {
    const { tokens, key } = await make('fresh-pair')
    expect(tokens.names).toEqual(['Access', 'Refresh'])
    expect(key).toBeTruthy()
    const access = await judgeSample('fresh-pair')
    expect(statesOf(access)).toBe('pass, pass, pass, pass, not checked')
    expect(access.told).toContain('Access token for user 1, HS256.')
    expect(access.told).toContain('Expires in 5 minutes.')
    const refresh = await judgeSample('fresh-pair', NOW, 1)
    expect(refresh.told).toContain('Refresh token for user 1')
    expect(refresh.told).toContain('Expires in 1 day.')
  })

  test('fresh-pair: claims as SimpleJWT writes them, each token with an id of its own', async () => {
    const { tokens } = await make('fresh-pair')
    const claims = tokens.texts.map((text): unknown =>
      JSON.parse(readToken(text).payload?.decoded.text ?? ''),
    )
    expect(claims[0]).toEqual({
      token_type: 'access',
      exp: NOW + 300,
      iat: NOW,
      jti: expect.stringMatching(/^[0-9a-f]{32}$/),
      user_id: '1',
    })
    expect(claims[1]).toMatchObject({ token_type: 'refresh', exp: NOW + 86_400 })
    expect(new Set(claims.map((set) => JSON.stringify(set).match(/"jti":"(\w+)"/)?.[1])).size).toBe(
      2,
    )
  })

  test('notes-example: John Doe, with a secret of 6 bytes', async () => {
    const judged = await judgeSample('notes-example')
    expect(judged.told).toContain('Signature valid, but the secret is 6 bytes.')
    expect(judged.told).toContain('It never expires: there is no exp claim.')
  })

  test.each(['notes-access', 'notes-refresh'] as const)(
    '%s: long expired, key unknown',
    async (id) => {
      const judged = await judgeSample(id)
      expect(statesOf(judged)).toBe('pass, not checked, not checked, fail, not checked')
    },
  )

  test('the notes’ tokens are not changed by the moment', async () => {
    const first = await make('notes-access')
    const later = await makeSample('notes-access', { now: NOW + 1e6, makeId })
    expect(later).toEqual(first)
  })

  test.each(['rs256', 'es256', 'eddsa'] as const)(
    '%s: checked with the public key beside it',
    async (id) => {
      const { key } = await make(id)
      expect(key).toContain('BEGIN PUBLIC KEY')
      expect(key).not.toContain('PRIVATE')
      expect(statesOf(await judgeSample(id))).toBe('pass, pass, pass, pass, not checked')
    },
  )

  test('none: not signed', async () => {
    expect((await judgeSample('none')).told).toContain('Not signed (alg: none).')
  })

  test('tampered: one claim was changed after signing', async () => {
    const judged = await judgeSample('tampered')
    expect(judged.told).toContain('Signature does not match.')
    expect(judged.told).toContain('user 2')
    const { tokens } = await make('tampered')
    expect(readToken(tokens.texts[0] ?? '').payload?.decoded.text).toMatch(/"user_id":"2"\}$/)
  })

  test('expired: a good signature, too late', async () => {
    const judged = await judgeSample('expired')
    expect(judged.told).toContain('Signature valid, but expired 5 minutes ago')
  })

  test('not-yet: usable later', async () => {
    expect((await judgeSample('not-yet')).told).toContain(
      'Signature valid, but not usable yet. It starts in 2 minutes',
    )
    expect(rungOf(await judgeSample('not-yet', NOW + 120), 'Time')).toMatch(/^pass/)
  })

  test('no-exp: never expires', async () => {
    expect((await judgeSample('no-exp')).told).toContain('It never expires')
  })

  test('milliseconds: a date far beyond what was meant', async () => {
    const judged = await judgeSample('milliseconds')
    expect(judged.told).toContain('exp looks like milliseconds.')
    expect(titlesOf(judged)).toContain('Risk: exp looks like milliseconds.')
  })
})

describe('examples of the rarer kinds', () => {
  test.each([
    ['es256k', 'Signature valid: this key signed exactly these bytes (ES256K).'],
    ['ed448', 'Signature valid: this key signed exactly these bytes (Ed448).'],
    ['jwe', 'Decrypted: this key opens it (dir, A256GCM).'],
    ['nested', 'Decrypted: key ‘outside’ of the set opens it (dir, A256GCM).'],
    ['sd-jwt', 'Issuer signature valid. 2 of 3 hidden claims disclosed, all match their digests.'],
    ['big', 'Signature valid: this key signed exactly these bytes (HS256).'],
  ] as const)('%s', async (id, said) => {
    const { told, rungs } = await judgeSample(id)
    expect(told).toContain(said)
    expect(rungs.slice(0, 3).map(({ state }) => state)).toEqual(['pass', 'pass', 'pass'])
  })

  test('nested holds a signed token that the other key of its set has signed', async () => {
    const { tokens, key } = await make('nested')
    const outer = await assess({
      token: tokens.texts[0] ?? '',
      keyText: key ?? '',
      encoding: 'utf8',
    })
    const inner = outer.opened && nestedIn(outer.opened)
    const judged = await judge(inner ?? '', { key: key ?? '' })
    expect(judged.told).toContain('Signature valid: this key signed exactly these bytes (HS256).')
    expect(rungOf(judged, 'Key')).toContain('key ‘inside’ of the set you gave')
  })

  test('big is longer than the longest token behind stock gunicorn', async () => {
    const { tokens } = await make('big')
    expect(tokens.texts[0]?.length).toBeGreaterThan(8166)
  })
})
