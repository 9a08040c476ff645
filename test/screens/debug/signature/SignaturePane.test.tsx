import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { createHash } from 'node:crypto'
import {
  encode,
  encryptedToken,
  hmacToken,
  keyPairs,
  keyPairToken,
  spki,
  strongSecret,
} from '../../../verification/makeToken.ts'
import { button, openPage, region, replaceAll, said } from '../../openPage.tsx'

const token = hmacToken('HS256', strongSecret, '{"sub":"42"}')
const [header = '', payload = '', signature = ''] = token.split('.')
const hex = Buffer.from(signature, 'base64url').toString('hex')

describe('the signature', () => {
  test('is shown byte for byte, with how many there should be', async () => {
    await openPage({ text: token })
    const shown = within(region('Signature')).getByRole('group', { name: 'Signature bytes' })
    expect(shown.textContent.replaceAll(/\s/g, '').toLowerCase()).toBe(hex)
    expect(said(region('Signature'))).toContain('32 of 32 bytes')
  })

  test('of the wrong length is counted', async () => {
    await openPage({ text: `${header}.${payload}.${encode(new Uint8Array(31))}` })
    expect(said(region('Signature'))).toContain('31 of 32 bytes')
  })

  test('is copied as hex', async () => {
    const user = await openPage({ text: token })
    await user.click(button('Copy as hex'))
    expect((await navigator.clipboard.readText()).replaceAll(/\s/g, '').toLowerCase()).toBe(hex)
  })

  test('stands beside what was signed, character for character', async () => {
    await openPage({ text: token })
    const input = `${header}.${payload}`
    expect(within(region('Signature')).getByText(input)).toBeInTheDocument()
    expect(said(region('Signature'))).toContain(`${input.length} characters, the signing input`)
  })

  test('has a formula by its algorithm', async () => {
    const user = await openPage({ text: token })
    expect(said(region('Signature'))).toContain('HMAC-SHA256(')
    expect(said(region('Signature'))).toContain('secret')
    await replaceAll(user, 'Encoded token', `${encode('{"alg":"RS256"}')}.${payload}.${signature}`)
    await waitFor(() => expect(said(region('Signature'))).toContain('verify('))
    expect(said(region('Signature'))).toContain('public key')
  })

  test('that nobody made needs no formula', async () => {
    await openPage({ text: `${encode('{"alg":"none"}')}.${payload}.` })
    expect(said(region('Signature'))).toContain('Nothing is signed')
    expect(screen.queryByRole('group', { name: 'Signature bytes' })).toBeNull()
    expect(screen.queryByRole('button', { name: 'Copy as hex' })).toBeNull()
  })
})

describe('the signing input', () => {
  test('is told with its length and its SHA-256, and copied whole', async () => {
    const user = await openPage({ text: token })
    await user.click(screen.getByText('Signing input'))
    const input = `${header}.${payload}`
    expect(said(region('Signature'))).toContain(
      `Length${input.length} characters, ${input.length} bytes`,
    )
    expect(said(region('Signature'))).toContain(createHash('sha256').update(input).digest('hex'))
    await user.click(button('Copy signing input'))
    expect(await navigator.clipboard.readText()).toBe(input)
  })
})

describe('who holds the key', () => {
  test('is the same on both sides for HMAC', async () => {
    await openPage({ text: token })
    expect(said(region('Signature'))).toContain('Made and checked with the same secret.')
  })

  test('is told apart for key pairs', async () => {
    await openPage({ text: keyPairToken('ES256', keyPairs.p256) })
    expect(said(region('Signature'))).toContain(
      'Made with a private key only the issuer has; checked with a public key anyone may have.',
    )
  })
})

describe('the signature bytes', () => {
  test('of ECDSA are two numbers', async () => {
    await openPage({ text: keyPairToken('ES256', keyPairs.p256) })
    const shown = said(screen.getByRole('group', { name: 'Signature bytes' }))
    expect(shown).toContain('R, bytes 1–32')
    expect(shown).toContain('S, bytes 33–64')
  })

  test('of RSA have their number from the key', async () => {
    await openPage({ text: keyPairToken('RS256', keyPairs.rsa), key: spki(keyPairs.rsa) })
    expect(said(region('Signature'))).toContain('256 of 256 bytes')
  })

  test('of EdDSA are counted by the curve that they are long enough for', async () => {
    await openPage({ text: keyPairToken('EdDSA', keyPairs.ed448) })
    expect(said(region('Signature'))).toContain('114 of 114 bytes')
  })
})

describe('the way from the secret to the tag', () => {
  test('ends with the signature where the secret is right', async () => {
    const user = await openPage({ text: token, key: strongSecret })
    expect(screen.queryByRole('list', { name: 'From secret to tag' })).toBeNull()
    await user.click(screen.getByText('From secret to tag'))
    const steps = within(screen.getByRole('list', { name: 'From secret to tag' }))
    expect(steps.getAllByRole('listitem')).toHaveLength(5)
    const tag = steps.getAllByRole('listitem').at(-1)?.querySelector('pre')?.textContent
    expect(tag?.replaceAll(' ', '').toLowerCase()).toBe(hex)
    expect(said(region('Signature'))).toContain('The tag is the signature, byte for byte.')
  })

  test('ends elsewhere where it is not', async () => {
    const user = await openPage({ text: token, key: `${strongSecret}!` })
    await user.click(screen.getByText('From secret to tag'))
    expect(said(region('Signature'))).toContain('The tag is not the signature of this token.')
  })

  test('needs a secret', async () => {
    await openPage({ text: token })
    expect(screen.queryByText('From secret to tag')).toBeNull()
  })
})

describe('in place of a signature', () => {
  test('the five parts of an encrypted token say what they do', async () => {
    await openPage({ text: encryptedToken('{"alg":"RSA-OAEP-256","enc":"A256GCM"}', 256) })
    const parts = within(screen.getByRole('list', { name: 'Parts of an encrypted token' }))
    const [, key, vector] = parts.getAllByRole('listitem').map(said)
    expect(key).toContain('Encrypted key 256 bytes')
    expect(key).toContain('Only the private RSA key gets it back.')
    expect(vector).toContain('Initialization vector 12 bytes')
    expect(screen.queryByRole('region', { name: 'Check yourself' })).toBeNull()
  })
})
