import { screen, waitFor } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import {
  encode,
  hmacToken,
  keyPairs,
  pkcs8,
  publicJwk,
  spki,
  strongSecret,
} from '../../../verification/makeToken.ts'
import {
  box,
  button,
  NOW,
  openPage,
  region,
  replaceAll,
  said,
  toldHeadline,
} from '../../openPage.tsx'

const payload = JSON.stringify({ sub: 'me', iat: NOW - 48, exp: NOW + 252 })
const token = hmacToken('HS256', strongSecret, payload)
const withHeader = (header: object): string =>
  `${encode(JSON.stringify(header))}.${encode(payload)}.`

const signing = (): string => said(screen.getByRole('status', { name: 'Signing' }))

describe('the button Sign', () => {
  test('makes an edited token pass again, and goes back on one press', async () => {
    const user = await openPage({ text: token, key: strongSecret })
    await replaceAll(user, 'Payload JSON', '{"sub":"you"}')
    expect(toldHeadline()).toContain('Signature does not match.')
    const edited = box('Encoded token').value
    await user.click(button('Sign'))
    await waitFor(() => expect(toldHeadline()).toContain('Signature valid'))
    expect(signing()).toBe(
      'Signed with HS256 just now: this is a new token. Back to the one before',
    )
    expect(button('Back to what I pasted')).toBeVisible()
    await user.click(button('Back to the one before'))
    expect(box('Encoded token').value).toBe(edited)
    expect(toldHeadline()).toContain('Signature does not match.')
    expect(signing()).toBe('')
  })

  test('says so where the token had that signature already', async () => {
    const user = await openPage({ text: token, key: strongSecret })
    await user.click(button('Sign'))
    await waitFor(() =>
      expect(signing()).toBe(
        'Signed with HS256 just now: the token had this very signature before, so nothing changed.',
      ),
    )
    expect(screen.queryByRole('button', { name: 'Back to what I pasted' })).toBeNull()
  })

  test('is never switched off: without a key that fits it says what is missing', async () => {
    const user = await openPage({ text: token, key: 'too short' })
    expect(button('Sign')).toBeEnabled()
    await user.click(button('Sign'))
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Not signed: the secret is 9 bytes. HS256 needs at least 32 (RFC 7518 section 3.2). Press Generate key for one that fits.',
    )
  })

  test('reads Encrypt where the header asks for encryption', async () => {
    await openPage({ text: withHeader({ alg: 'dir', enc: 'A128GCM' }) })
    expect(button('Encrypt')).toBeEnabled()
    expect(screen.queryByRole('button', { name: 'Sign' })).toBeNull()
  })
})

describe('the button Generate key', () => {
  test('is there for an algorithm that is known', async () => {
    await openPage({ text: withHeader({ alg: 'HS265' }) })
    expect(screen.queryByRole('button', { name: 'Generate key' })).toBeNull()
    expect(button('Sign')).toBeVisible()
  })

  test('fills the key box, sets its encoding, and gives the old key back', async () => {
    const user = await openPage({ text: token, key: 'my own' })
    await user.click(button('Generate key'))
    await waitFor(() =>
      expect(signing()).toBe(
        'A secret of 32 bytes was made here for HS256. It is kept in memory only: copy it if you need it later. Undo',
      ),
    )
    expect(screen.getByRole('combobox', { name: 'Read secret as' })).toHaveDisplayValue('Base64url')
    expect(box('Key').value).toMatch(/^[\w-]{43}$/)
    await user.click(button('Undo: put the old key back'))
    expect(box('Key')).toHaveValue('my own')
    expect(screen.getByRole('combobox', { name: 'Read secret as' })).toHaveDisplayValue(
      'Text (UTF-8)',
    )
  })

  test('does not cry out at a private key that was made here', async () => {
    const user = await openPage({ text: withHeader({ alg: 'ES256' }) })
    await user.click(button('Generate key'))
    await waitFor(() => expect(signing()).toContain('An EC private key on P-256 was made here'))
    expect(screen.queryByRole('alert')).toBeNull()
    await user.click(button('Sign'))
    await waitFor(() => expect(toldHeadline()).toContain('Signature valid'))
  })
})

describe('the public key', () => {
  test('of a private key can be copied as PEM and as JWK', async () => {
    const user = await openPage({
      text: withHeader({ alg: 'ES256' }),
      key: pkcs8(keyPairs.p256),
    })
    await user.click(await screen.findByRole('button', { name: 'Copy public key as PEM' }))
    expect(await navigator.clipboard.readText()).toBe(spki(keyPairs.p256))
    await user.click(button('Copy public key as JWK'))
    expect(JSON.parse(await navigator.clipboard.readText())).toEqual(publicJwk(keyPairs.p256))
    expect(region('Verification key')).toHaveTextContent('That is a private key.')
  })

  test('is not offered of a secret', async () => {
    await openPage({ text: token, key: strongSecret })
    expect(screen.queryByRole('button', { name: /Copy public key/ })).toBeNull()
  })
})
