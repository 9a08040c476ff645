/** How is each example token made at a given moment? */
import { encodeBase64url } from '../token/base64url.ts'
import { writeUtf8 } from '../token/utf8.ts'
import { ACCESS_LIFETIME, claimsOf, DEMO_SECRET, makeFreshPair, signClaims } from './freshPair.ts'
import type { SampleId } from './sampleIds.ts'
import type * as Rare from './rareSamples.ts'
import { type Moment, type Sample, SAMPLES } from './samples.ts'

const NOTES_EXAMPLE =
  'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiYWRtaW4iOnRydWV9.TJVA95OrM7E2cBab30RMHrHDcEfxjoYZgeFONFh7HgQ'
const NOTES_ACCESS =
  'eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJ0b2tlbl90eXBlIjoiYWNjZXNzIiwiZXhwIjoxNTQ1MjI0MjU5LCJqdGkiOiIyYmQ1NjI3MmIzYjI0YjNmOGI1MjJlNThjMzdjMTdlMSIsInVzZXJfaWQiOjF9.D92tTuVi_YcNkJtiLGHtcn6tBcxLCBxz9FKD3qzhUg8'
const NOTES_REFRESH =
  'eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJ0b2tlbl90eXBlIjoicmVmcmVzaCIsImV4cCI6MTU0NTMxMDM1OSwianRpIjoiMjk2ZDc1ZDA3Nzc2NDE0ZjkxYjhiOTY4MzI4NGRmOTUiLCJ1c2VyX2lkIjoxfQ.rA-mnGRg71NEW_ga0sJoaMODS5ABjE5HnxJDb0F8xAo'

type Made = Pick<Sample, 'tokens' | 'key'>

const single = (token: string, key: string | null): Made => ({
  tokens: { texts: [token], names: [null] },
  key,
})

const signed = (claims: object): Made => single(signClaims(claims), DEMO_SECRET)

/** Makes a sample; null where the browser cannot make its keys. */
export async function makeSample(id: SampleId, moment: Moment): Promise<Sample | null> {
  if (id === 'fresh-pair') return makeFreshPair(moment)
  const made = await make(id, moment)
  const entry = SAMPLES.find((sample) => sample.id === id)
  return (
    made && { ...made, sentence: `Example token: ${entry?.label ?? id}, ${entry?.note ?? ''}.` }
  )
}

function make(id: Exclude<SampleId, 'fresh-pair'>, moment: Moment): Made | Promise<Made | null> {
  const { now, makeId } = moment
  switch (id) {
    case 'notes-example':
      return single(NOTES_EXAMPLE, 'secret')
    case 'notes-access':
      return single(NOTES_ACCESS, null)
    case 'notes-refresh':
      return single(NOTES_REFRESH, null)
    case 'rs256':
      return signWithNewKey('RS256', now)
    case 'es256':
      return signWithNewKey('ES256', now)
    case 'eddsa':
      return signWithNewKey('EdDSA', now)
    case 'es256k':
      return signWithNewKey('ES256K', now)
    case 'ed448':
      return signWithNewKey('Ed448', now)
    case 'ml-dsa':
      return signWithNewKey('ML-DSA-44', now)
    case 'jwe':
      return makeRare((rare) => rare.makeEncrypted(moment))
    case 'nested':
      return makeRare((rare) => rare.makeNested(moment))
    case 'sd-jwt':
      return makeRare((rare) => rare.makeSelective(moment))
    case 'big':
      return makeRare((rare) => rare.makeBig(moment))
    case 'none': {
      const payload = JSON.stringify({ sub: '1', admin: true, iat: now, exp: now + 60 * 60 })
      return single(`${encode('{"alg":"none"}')}.${encode(payload)}.`, null)
    }
    case 'tampered': {
      const [header = '', payload = '', signature = ''] = signClaims(
        claimsOf('access', now, ACCESS_LIFETIME, makeId()),
      ).split('.')
      // the end of "user_id":"1"}, with the 1 turned into a 2
      const changed = payload.replace(/IjEifQ$/, 'IjIifQ')
      return single(`${header}.${changed}.${signature}`, DEMO_SECRET)
    }
    case 'expired':
      return signed(claimsOf('access', now - 2 * ACCESS_LIFETIME, ACCESS_LIFETIME, makeId()))
    case 'not-yet':
      return signed({ sub: '42', iat: now, nbf: now + 2 * 60, exp: now + 60 * 60 })
    case 'no-exp':
      return signed({ sub: '42', iat: now, scope: 'read' })
    case 'milliseconds':
      return signed({ sub: '42', iat: now, exp: (now + ACCESS_LIFETIME) * 1000 })
    default:
      return id satisfies never
  }
}

const encode = (text: string): string => encodeBase64url(writeUtf8(text))

async function signWithNewKey(alg: string, now: number): Promise<Made | null> {
  const { makeNewKey } = await import('./newKey.ts')
  const key = await makeNewKey(alg)
  const token = await key?.sign({
    iss: 'https://login.example',
    sub: '42',
    aud: 'https://api.example',
    iat: now,
    exp: now + 60 * 60,
    scope: 'profile email',
  })
  return key && token ? single(token, key.publicPem) : null
}

async function makeRare(
  pick: (rare: typeof Rare) => Rare.RareSample | Promise<Rare.RareSample | null>,
): Promise<Made | null> {
  const made = await pick(await import('./rareSamples.ts'))
  return made && single(made.token, made.key)
}
