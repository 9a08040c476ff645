import { expect, test } from 'vitest'
import { differingPart } from '../../src/claims/differingPart.ts'

test.each([
  ['"read write"', '"read"', ['"read', ' write', '"']],
  ['"read"', '"read write"', ['"read', '', '"']],
  ['1545224259', '1545310359', ['1545', '2242', '59']],
  ['aa', 'aaa', ['aa', '', '']],
  ['same', 'same', ['same', '', '']],
  ['', 'x', ['', '', '']],
  ['a😀b', 'a😁b', ['a', '😀', 'b']],
])('%s beside %s', (text, beside, parts) => {
  expect(Object.values(differingPart(text, beside))).toEqual(parts)
})
