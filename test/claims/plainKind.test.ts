import { describe, expect, test } from 'vitest'
import { readPlainKind, tellTokenKind } from '../../src/claims/plainKind.ts'
import { readTokenKind } from '../../src/claims/tokenKind.ts'
import { readJson } from '../../src/token/jsonText.ts'
import { claimsOf } from './claimsOf.ts'

const header = readJson('{"alg":"HS256","typ":"JWT"}').root

describe('the kind that can be told before the rest of the page has arrived', () => {
  test.each([
    '{"token_type":"access","user_id":1}',
    '{"token_type":"refresh","user_id":"1","sub":"a b"}',
    '{"token_type":"sliding"}',
    '{"sub":"1234567890"}',
    '{}',
  ])('is the same for %s', (json) => {
    expect(readPlainKind(claimsOf(json))).toEqual(readTokenKind(header, claimsOf(json)))
  })

  test.each([
    '{"token_use":"id","sub":"1"}',
    '{"typ":"Bearer","sub":"1"}',
    '{"nonce":"x","sub":"1"}',
  ])('says no more than that it is a token of %s', (json) => {
    expect(tellTokenKind(readPlainKind(claimsOf(json)))).toBe('Token for 1')
  })
})
