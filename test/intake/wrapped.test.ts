import { describe, expect, test } from 'vitest'
import { readIntake } from '../../src/intake/readIntake.ts'
import { spreadOver, unwrap } from '../../src/intake/wrapped.ts'
import { NOTES_ACCESS as ACCESS } from './tokens.ts'

const base64 = (text: string): string => Buffer.from(text).toString('base64')

describe('a paste that is base64 as a whole', () => {
  test.each([
    ['a token', base64(ACCESS)],
    ['on several lines, as a tool writes it', base64(ACCESS).replace(/.{64}/g, '$&\n')],
    ['under a name of a settings file', `token: ${base64(ACCESS)}`],
  ])('gives the token that stands in it: %s', (_, raw) => {
    const { tokens, sentence } = readIntake(raw)
    expect(tokens.map(({ text }) => text)).toEqual([ACCESS])
    expect(sentence).toMatch(/^Decoded once from base64\. JWT, 205 characters, 3 parts\.$/)
  })

  test('gives a key to the key box', () => {
    const pem = '-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----'
    expect(readIntake(base64(pem))).toMatchObject({ kind: 'key', key: pem })
  })

  test('without token or key inside is what it was before', () => {
    const raw = base64('nothing of that kind stands in this text of some length')
    expect(readIntake(raw).sentence).toMatch(/^No token found\. These \d+ characters contain/)
    expect(unwrap('short')).toBeNull()
    expect(unwrap(`${'A'.repeat(41)}!`)).toBeNull()
  })

  test('its characters are shared out over the paste, in order and inside it', () => {
    const places = [...spreadOver(5, 10, 30)]
    expect(places[0]).toBe(10)
    expect(places.at(-1)).toBe(29)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect([...spreadOver(1, 3, 9)]).toEqual([3])
  })
})

describe('a token whose letters were all made small or large', () => {
  test.each([
    [ACCESS.toLowerCase(), 'no capital letters: something made all of them small'],
    [ACCESS.toUpperCase(), 'no small letters: something made all of them capital'],
  ])('is told as that', (raw, told) => {
    expect(readIntake(raw).warnings.join()).toContain(told)
  })

  test('one letter of the other kind is enough for silence', () => {
    expect(readIntake(ACCESS).warnings).toEqual([])
    expect(readIntake(`${ACCESS.toLowerCase()}A`).warnings.join()).not.toContain('letters')
  })
})
