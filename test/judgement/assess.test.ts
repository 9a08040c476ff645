import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { judge, rungOf } from './judge.ts'

interface Vector {
  id: string
  token?: string
  json?: object
  keys: { role: string; jwk?: object }[]
}

function vectorOf(file: string, id: string): { token: string; key: string } {
  const { cases }: { cases: Vector[] } = JSON.parse(readFileSync(`test/vectors/${file}`, 'utf8'))
  const found = cases.find((vector) => vector.id === id)
  const key = found?.keys.find(({ role }) => role === 'verify' || role === 'decrypt')?.jwk
  if (!found) throw new Error(id)
  return { token: found.token ?? JSON.stringify(found.json), key: JSON.stringify(key) }
}

describe('an encrypted token', () => {
  const { token, key } = vectorOf('rfc7520-jwe.json', 'rfc7520-5.6-compact')

  test('without a key is named, and its claims are hidden', async () => {
    const judged = await judge(token)
    expect(judged.told).toMatch(/^Encrypted token \(JWE\), dir\. Encrypted token\. /)
    expect(rungOf(judged, 'Signature')).toMatch(/^not checked: /)
    expect(rungOf(judged, 'Time')).toBe('not checked: exp is hidden')
  })

  test('with its key shows what is inside, and says that nobody signed it', async () => {
    const judged = await judge(token, { key })
    expect(judged.told).toMatch(/Decrypted: /)
    expect(judged.told).toMatch(/not a signature|no signature/)
    expect(rungOf(judged, 'Signature')).toMatch(/^pass: /)
  })

  test('with a part changed is refused', async () => {
    const parts = token.split('.')
    const tag = parts[4] ?? ''
    const changed = [...parts.slice(0, 4), (tag.startsWith('A') ? 'B' : 'A') + tag.slice(1)]
    const judged = await judge(changed.join('.'), { key })
    expect(rungOf(judged, 'Signature')).toMatch(/^fail: /)
  })
})

describe('a selectively disclosable token', () => {
  const { token, key } = vectorOf('rfc9901-sd-jwt.json', 'sdjwt-5.2-1')

  test('is told by its issuer’s signature and its disclosures', async () => {
    const judged = await judge(token, { key })
    expect(judged.told).toContain('Issuer signature valid.')
    expect(judged.told).toMatch(/hidden claims disclosed, all match their digests/)
    expect(rungOf(judged, 'Signature')).toMatch(/^pass: /)
    expect(rungOf(judged, 'Form')).toMatch(/^pass: three parts, \d disclosures$/)
  })

  test('with a disclosure of another token is refused, whatever its signature', async () => {
    const other = Buffer.from('["c2FsdA","admin",true]').toString('base64url')
    const [issued = '', ...rest] = token.split('~')
    const judged = await judge([issued, other, ...rest].join('~'), { key })
    expect(judged.told).toContain('A disclosure is wrong.')
    expect(rungOf(judged, 'Signature')).toBe('fail: a disclosure is wrong')
  })

  test('with a disclosure left out fails its holder’s proof', async () => {
    const [issued = '', , ...rest] = token.split('~')
    const judged = await judge([issued, ...rest].join('~'), { key })
    expect(judged.told).toContain('The holder’s proof is wrong.')
    expect(rungOf(judged, 'Signature')).toBe('fail: the holder’s proof is wrong')
  })
})
