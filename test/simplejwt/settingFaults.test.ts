/** Is each impossible or surprising setting named? behaviour.md 2 and 4. */
import { describe, expect, it } from 'vitest'
import { releases } from '../../src/simplejwt/release.ts'
import { judgeSettings, tellSettingFault } from '../../src/simplejwt/settingFaults.ts'
import { DEFAULTS, type Settings } from '../../src/simplejwt/settings.ts'
import { SECRET } from './testServer.ts'

const judge = (
  settings: Partial<Settings>,
  release = releases.newest,
  hasBlacklistApp = true,
): ReturnType<typeof judgeSettings> =>
  judgeSettings({ ...DEFAULTS, ...settings }, { release, hasBlacklistApp }, SECRET)

const codes = (...args: Parameters<typeof judge>): string[] =>
  judge(...args).map(({ code }) => code)

const PEM = '-----BEGIN PUBLIC KEY-----'

describe('settings', () => {
  it('the defaults have no fault', () => {
    expect(judge({})).toEqual([])
    expect(judge({}, releases['5.2.2'])).toEqual([])
  })

  it.each<[string, Partial<Settings>]>([
    ['algorithm', { ALGORITHM: 'none' }],
    ['pem-as-secret', { SIGNING_KEY: PEM }],
    ['no-pem', { ALGORITHM: 'RS256', SIGNING_KEY: PEM }],
    ['no-header-type', { AUTH_HEADER_TYPES: [] }],
    ['no-user-field', { USER_ID_FIELD: 'email' }],
    ['past-dates', { LEEWAY: Infinity }],
    ['no-id-for-blacklist', { JTI_CLAIM: null }],
  ])('impossible: %s', (code, settings) => {
    const faults = judge(settings)
    expect(faults).toMatchObject([{ code, isImpossible: true }])
    expect(faults.map(tellSettingFault).join(' ')).not.toBe('')
  })

  it.each<[string, Partial<Settings>]>([
    ['same-claim', { USER_ID_CLAIM: 'jti' }],
    ['short-secret', { SIGNING_KEY: 'short' }],
    ['born-expired', { SLIDING_TOKEN_LIFETIME: 0.5 }],
    ['inverted', { REFRESH_TOKEN_LIFETIME: 60 }],
    ['negative-leeway', { LEEWAY: -1 }],
    ['no-rotation', { BLACKLIST_AFTER_ROTATION: true }],
    ['no-class', { AUTH_TOKEN_CLASSES: [] }],
    ['no-audience', { AUDIENCE: '' }],
    ['types-unchecked', { TOKEN_TYPE_CLAIM: null }],
  ])('runs, and is told: %s', (code, settings) => {
    const faults = judge(settings)
    expect(faults).toMatchObject([{ code, isImpossible: false }])
    expect(faults.map(tellSettingFault).join(' ')).not.toBe('')
  })

  it('what the release lacks, and what the missing app takes away', () => {
    expect(codes({ CHECK_REVOKE_TOKEN: true }, releases['5.2.2'])).toEqual(['not-in-release'])
    expect(codes({ ALGORITHM: 'PS256', SIGNING_KEY: PEM, VERIFYING_KEY: PEM })).toEqual([])
    expect(codes({ ALGORITHM: 'PS256' }, releases['5.2.2'])).toEqual(['algorithm'])
    const rotating = { ROTATE_REFRESH_TOKENS: true, BLACKLIST_AFTER_ROTATION: true }
    expect(codes(rotating)).toEqual([])
    expect(codes(rotating, releases.newest, false)).toEqual(['no-app'])
  })

  it('says how many bytes the secret has', () => {
    expect(judge({ SIGNING_KEY: 'é' }).map(tellSettingFault)).toEqual([
      'The secret has 2 bytes, and RFC 7518 asks for as many as the hash has. It can be guessed.',
    ])
  })
})
