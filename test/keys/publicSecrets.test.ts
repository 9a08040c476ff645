import { expect, test } from 'vitest'
import { isPublicSecret } from '../../src/keys/publicSecrets.ts'

test.each(['secret', 'your-256-bit-secret', 'a-string-secret-at-least-256-bits-long'])(
  'everybody knows %s',
  (secret) => {
    expect(isPublicSecret(secret)).toBe(true)
  },
)

test.each(['', 'secret ', 'SeCrEt', 'constructor'])('nobody has published %j', (secret) => {
  expect(isPublicSecret(secret)).toBe(false)
})
