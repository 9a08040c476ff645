import { screen, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { encode, hmacToken, strongSecret } from '../../verification/makeToken.ts'
import { button, openPage, region, replaceAll, said } from '../openPage.tsx'

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
    expect(said(region('Signature'))).toContain('verify(')
    expect(said(region('Signature'))).toContain('public key')
  })

  test('that nobody made needs no formula', async () => {
    await openPage({ text: `${encode('{"alg":"none"}')}.${payload}.` })
    expect(said(region('Signature'))).toContain('Nothing is signed')
    expect(screen.queryByRole('group', { name: 'Signature bytes' })).toBeNull()
    expect(screen.queryByRole('button', { name: 'Copy as hex' })).toBeNull()
  })
})
