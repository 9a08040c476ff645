/** Does the walk stop at everything a token has, in its order and with its values? ux.md 3.3. */
import { describe, expect, test } from 'vitest'
import { NO_TOKEN } from '../../src/judgement/headline.ts'
import { type WalkStop, walkStops } from '../../src/judgement/walk.ts'
import { claimsSetOf, readToken } from '../../src/token/readToken.ts'
import { encode } from '../token/tokens.ts'

const NOTES_ACCESS =
  'eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJ0b2tlbl90eXBlIjoiYWNjZXNzIiwiZXhwIjoxNTQ1MjI0MjU5LCJqdGkiOiIyYmQ1NjI3MmIzYjI0YjNmOGI1MjJlNThjMzdjMTdlMSIsInVzZXJfaWQiOjF9.D92tTuVi_YcNkJtiLGHtcn6tBcxLCBxz9FKD3qzhUg8'

function walk(text: string): WalkStop[] {
  const token = readToken(text)
  const claims = claimsSetOf(token)
  const context = claims && {
    claims,
    now: 1_545_224_200,
    leeway: 0,
    timeZone: 'UTC',
    isVerified: false,
  }
  return walkStops(token, context, NO_TOKEN)
}

const stops = walk(NOTES_ACCESS)

const said = (name: string): string => stops.find((stop) => stop.name === name)?.sentence ?? ''

/** What is said of `alg` in a token with that header. */
const toldAlg = (header: string): string | undefined =>
  walk(`${encode(header)}.e30.`).find(({ name }) => name === 'alg')?.sentence

describe('the walk', () => {
  test('goes from the header to the verdict', () => {
    expect(stops.map(({ name }) => name)).toEqual([
      'Header',
      'alg',
      'typ',
      'token_type',
      'exp',
      'jti',
      'user_id',
      'Signing input',
      'Signature',
      'Verdict',
    ])
  })

  test('says the token’s own values', () => {
    expect(said('Header')).toMatch(/^27 bytes in 36 characters of base64url\./)
    expect(said('alg')).toMatch(/^It names HS256: HMAC, SHA-256, one shared secret\./)
    expect(said('typ')).toBe('It names JWT, the kind of this token: a JSON Web Token.')
    expect(said('exp')).toContain('59 seconds')
    expect(said('Signing input')).toMatch(/^The signature covers these 161 characters:/)
    expect(said('Signature')).toMatch(/^32 bytes,/)
    expect(said('Verdict')).toBe('No token found. The line below says what this text is.')
  })

  test('leads to the bytes of each stop', () => {
    expect(stops.find(({ name }) => name === 'exp')?.range).toEqual({
      part: 'payload',
      byteStart: 23,
      byteEnd: 39,
    })
    expect(stops.at(-1)?.range).toBeNull()
  })

  test('leaves out what the token does not have', () => {
    // {} . hi, nothing behind it
    expect(walk('e30.aGk.').map(({ name }) => name)).toEqual([
      'Header',
      'Payload',
      'Signing input',
      'Signature',
      'Verdict',
    ])
    expect(walk('e30.aGk.').find(({ name }) => name === 'Signature')?.sentence).toBe(
      'Nothing follows the second dot: there is no signature.',
    )
    expect(walk('').map(({ name }) => name)).toEqual(['Verdict'])
  })

  test('stops at each part of an encrypted token', () => {
    const sealed = walk(`${encode('{"alg":"dir","enc":"A256GCM"}')}..AAAA.BBBB.CCCC`)
    expect(sealed.map(({ name }) => name)).toEqual([
      'Header',
      'alg',
      'Encrypted key',
      'Initialization vector',
      'Ciphertext',
      'Authentication tag',
      'Verdict',
    ])
    expect(sealed.find(({ name }) => name === 'Encrypted key')?.sentence).toBe(
      'Empty: the shared key is the content key itself.',
    )
    expect(sealed.find(({ name }) => name === 'Ciphertext')).toMatchObject({
      range: { part: 'ciphertext', byteStart: 0, byteEnd: 3 },
      sentence: 'The content, encrypted by A256GCM with the content key.',
    })
  })

  test('knows an unsigned token, a strange algorithm and a header that is no text', () => {
    expect(toldAlg('{"alg":"nOnE"}')).toBe('It is none: nobody signed this token.')
    expect(toldAlg('{"alg":"HS265"}')).toBe('It names HS265, which this page does not know.')
    expect(toldAlg('{"alg":1}')).toBe('The algorithm has to be a text, and this is none.')
  })
})
