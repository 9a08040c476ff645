/** Are the disclosures of the JSON form found in its header? RFC 9901 §8.1. */
import { expect, test } from 'vitest'
import { readUnprotectedHeader } from '../../src/disclosure/unprotectedHeader.ts'
import { objectOf } from './presentations.ts'

test('disclosures and the key-binding JWT are found, with their places in the text', () => {
  const json = '{"kid":"k", "disclosures":["WyJh", "WyJi"], "kb_jwt":"e30.e30.x"}'
  const { disclosures, keyBinding } = readUnprotectedHeader(objectOf(json))
  expect(keyBinding).toBe('e30.e30.x')
  expect(disclosures.map(({ text }) => text)).toEqual(['WyJh', 'WyJi'])
  for (const { text, start } of disclosures)
    expect(json.slice(start, start + text.length)).toBe(text)
})

test('a header without them, or with something else under their names, has none', () => {
  for (const json of ['{}', '{"disclosures":"WyJh","kb_jwt":5}', '{"disclosures":[1,null]}'])
    expect(readUnprotectedHeader(objectOf(json))).toEqual({ disclosures: [], keyBinding: null })
})
