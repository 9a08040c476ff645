/** Does a link to a place lead to just those bytes? ux.md 2.2. */
import { describe, expect, test } from 'vitest'
import { readLink } from '../../src/token/link.ts'
import { readPlace } from '../../src/token/linkPlace.ts'
import { readToken } from '../../src/token/readToken.ts'
import { tellLink } from '../../src/token/tellLink.ts'
import { tokenOf } from './tokens.ts'

const token = readToken(
  tokenOf('{"alg":"HS256"}', '{"token_type":"access","exp":1545224259,"act":{"a.b":["x"]}}'),
)

const toldAt = (place: string): string | null => {
  const range = readPlace(token, place)
  const link = range && readLink(token, range)
  return link && tellLink(link).replace(/:.*/, '')
}

describe('a place in a token', () => {
  test.each([
    ['claim:exp', 'exp'],
    ['claim:act', 'act'],
    ['claim:act["a.b"][0]', 'act["a.b"][0]'],
    ['header:alg', 'alg'],
    ['chars:p.31-52', 'exp'],
    ['chars:p.33-52', 'These bytes'],
    ['chars:s.1-43', 'Signature'],
    ['chars:h.1-20', 'Header'],
  ])('%s is %s', (place, name) => {
    expect(toldAt(place)).toBe(name)
  })

  test.each([
    'claim:sub',
    'header:exp',
    'claim:',
    'exp',
    'chars:x.1-2',
    'chars:p.0-2',
    'chars:p.5-4',
    'chars:p.1-999',
    'chars:p.1-99999999999',
    '',
  ])('%j is nowhere', (place) => {
    expect(readPlace(token, place)).toBeNull()
  })
})
