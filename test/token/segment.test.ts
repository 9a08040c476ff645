/** Is each fault of base64url found at its character of the token, and the rest still read? */
import { describe, expect, test } from 'vitest'
import { readToken } from '../../src/token/readToken.ts'
import { faultsOf, HEADER, PAYLOAD, SIGNATURE } from './tokens.ts'

describe('base64url', () => {
  test('an illegal character is found in the token, the header stays readable', () => {
    const text = `${HEADER}.eyJzdWIiOi!IxMjM0NTY3ODkwIn0.${SIGNATURE}`
    expect(faultsOf(text)).toMatchObject([
      { code: 'illegal-character', part: 'payload', character: '!', start: 47, end: 48 },
    ])
    expect(readToken(text).payload?.decoded.text).toBe('{"sub":')
  })

  test('a character of two code units is marked whole', () => {
    const text = `${HEADER}.${PAYLOAD}.😀`
    expect(faultsOf(text)).toMatchObject([{ part: 'signature', start: 129, end: 131 }])
  })

  test('padding, the standard alphabet and unused bits are read and named', () => {
    const padded = readToken(
      `${HEADER}.eyJzdWIiOiJwYWQifQ==.3Ttil4sO8Cp9bRq8jlqeuSvxvnYCvjsi4F-xIqsuilc`,
    )
    expect(padded.payload?.decoded.text).toBe('{"sub":"pad"}')
    expect(padded.faults).toMatchObject([
      { code: 'padding', part: 'payload', count: 2, start: 55, end: 57 },
    ])
    const standard = readToken(
      `${HEADER}.eyJ4Ijoiw7/Dvn5+fj8/Pz4+PiJ9.3HHn7EljC4U2YQ5C3NCnHqoExTMTZiQsuAzkyjS9Amo`,
    )
    expect(standard.payload?.decoded.text).toBe('{"x":"ÿþ~~~???>>>"}')
    expect(standard.faults).toMatchObject([
      { code: 'standard-alphabet', part: 'payload', character: '/', start: 47, end: 48 },
    ])
    const stray = `${HEADER}.${PAYLOAD}.${SIGNATURE.slice(0, -1)}x`
    expect(faultsOf(stray)).toMatchObject([
      {
        code: 'unused-bits',
        part: 'signature',
        bits: 2,
        start: stray.length - 1,
        end: stray.length,
      },
    ])
  })

  test('an impossible length names the whole part', () => {
    const [fault] = faultsOf(`${HEADER}.${PAYLOAD}.AAAAA`)
    expect(fault).toMatchObject({ code: 'impossible-length', length: 5, start: 129, end: 134 })
  })
})
