import { screen, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import {
  encode,
  hmacToken,
  keyPairs,
  keyPairToken,
  strongSecret,
} from '../../../verification/makeToken.ts'
import { button, openPage, region, said } from '../../openPage.tsx'

const token = hmacToken('HS256', strongSecret)
const input = token.slice(0, token.lastIndexOf('.'))

const open = 'Code for 10 tools'
const code = (): string => screen.getByRole('tabpanel').textContent

describe('checking a token elsewhere', () => {
  test('is offered in ten languages, each with the signing input and a place for the secret', async () => {
    const user = await openPage({ text: token, key: strongSecret })
    await user.click(screen.getByText(open))
    const tabs = within(screen.getByRole('tablist', { name: 'Language' })).getAllByRole('tab')
    expect(tabs.map(said)).toEqual([
      'OpenSSL',
      'Python',
      'PyJWT',
      'Node',
      'Go',
      'Java',
      'C#',
      'PHP',
      'Ruby',
      'Rust',
    ])
    for (const tab of tabs) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other, as a person would
      await user.click(tab)
      expect(code()).toContain(input)
      expect(code()).toContain('<your secret>')
      expect(code()).not.toContain(strongSecret)
    }
  })

  test('is copied as it stands', async () => {
    const user = await openPage({ text: token })
    await user.click(screen.getByText(open))
    await user.click(screen.getByRole('tab', { name: 'Node' }))
    await user.click(button('Copy code'))
    expect(await navigator.clipboard.readText()).toBe(`${code()}\n`)
  })

  test('reads the secret as the key box does', async () => {
    const user = await openPage({ text: token })
    await user.selectOptions(screen.getByRole('combobox', { name: 'Read secret as' }), 'Hex')
    await user.click(screen.getByText(open))
    await user.click(screen.getByRole('tab', { name: 'Python' }))
    expect(code()).toContain('bytes.fromhex("<your secret>")')
  })

  test('wants the public key for key pairs', async () => {
    const user = await openPage({ text: keyPairToken('ES256', keyPairs.p256) })
    await user.click(screen.getByText(open))
    expect(code()).toContain('-verify public.pem')
    expect(said(region('Check yourself'))).toContain('Put the public key (PEM) beside it')
  })

  test('says in a line where the tool does not know the algorithm', async () => {
    const user = await openPage({ text: keyPairToken('ES256K', keyPairs.secp256k1) })
    await user.click(screen.getByText(open))
    await user.click(screen.getByRole('tab', { name: 'Node' }))
    expect(code()).toBe('// No code for ES256K with jose in Node. The OpenSSL commands check it.')
  })

  test('is refused for a token that no library takes', async () => {
    await openPage({ text: `${input}.${encode(new Uint8Array(31))}` })
    expect(said(region('Check yourself'))).toContain(
      'The signature is 31 bytes; HS256 always makes 32.',
    )
    expect(screen.queryByText(open)).toBeNull()
  })

  test('is not offered where nothing is signed', async () => {
    await openPage({ text: `${encode('{"alg":"none"}')}.${encode('{}')}.` })
    expect(screen.queryByRole('region', { name: 'Check yourself' })).toBeNull()
  })
})
