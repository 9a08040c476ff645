import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import {
  hmacToken,
  keyPairs,
  keyPairToken,
  pkcs8,
  publicJwk,
  spki,
  strongSecret,
} from '../../../verification/makeToken.ts'
import { loadFreshPair, loadText } from '../../../../src/state/acts.ts'
import { box, button, NOW, openPage, rungs, said, toldHeadline } from '../../openPage.tsx'

const token = hmacToken(
  'HS256',
  strongSecret,
  JSON.stringify({ token_type: 'access', user_id: '1', iat: NOW - 48, exp: NOW + 252 }),
)

describe('the key box', () => {
  test('offers what would fit after a near miss, and applies it when pressed', async () => {
    const user = await openPage({ text: token, key: Buffer.from(strongSecret).toString('base64') })
    expect(toldHeadline()).toContain('Close: it matches if the secret is read as base64.')
    await user.click(button('Read as base64'))
    expect(screen.getByRole('combobox', { name: 'Read secret as' })).toHaveDisplayValue('Base64')
    expect(toldHeadline()).toContain('Signature valid:')
    expect(screen.queryByRole('button', { name: 'Read as base64' })).toBeNull()
  })

  test('takes a line break off when asked to', async () => {
    const user = await openPage({ text: token, key: `${strongSecret}\n` })
    await user.click(button('Remove the line break'))
    expect(box('Key')).toHaveValue(strongSecret)
    expect(toldHeadline()).toContain('Signature valid:')
  })

  test('says what was tried in vain, and offers nothing', async () => {
    await openPage({ text: token, key: 'wrong!secret' })
    expect(
      screen.getByText(
        'Signature does not match this secret, read as text (12 bytes). We also tried a line break at the end and other spellings of header and payload: no match. Check that token and secret come from the same environment.',
      ),
    ).toBeVisible()
    expect(toldHeadline()).not.toContain('Close:')
  })

  test('tells a near miss that no change of the key box would mend, without a button', async () => {
    const [header, payload, signature = ''] = token.split('.')
    const hex = Buffer.from(signature, 'base64url').toString('hex')
    await openPage({ text: `${header}.${payload}.${hex}`, key: strongSecret })
    expect(toldHeadline()).toContain('Close: it matches if the third part is read as hex.')
    const note = screen.getByText(/^The third part is the hex text of the MAC\./)
    expect(note).toBeVisible()
    expect(note.querySelector('button')).toBeNull()
  })

  test('reads a secret in the encoding that is chosen', async () => {
    const user = await openPage({ text: token, key: Buffer.from(strongSecret).toString('hex') })
    await user.selectOptions(screen.getByRole('combobox', { name: 'Read secret as' }), 'Hex')
    expect(toldHeadline()).toContain('Signature valid:')
  })

  test('hides a secret until it is to be shown, without changing it', async () => {
    const user = await openPage({ text: token, key: strongSecret })
    const show = button('Show the secret')
    expect(show).toHaveAttribute('aria-pressed', 'false')
    await user.click(show)
    expect(show).toHaveAttribute('aria-pressed', 'true')
    expect(box('Key')).toHaveValue(strongSecret)
  })

  test('hides a private key too', async () => {
    await openPage({ text: keyPairToken('RS256', keyPairs.rsa), key: pkcs8(keyPairs.rsa) })
    expect(button('Show the private key')).toHaveAttribute('aria-pressed', 'false')
  })

  test.each([
    ['a token', token, /^That is a token, not a key\./],
    [
      'an address',
      'https://login.example.com/jwks.json',
      /^That is an address, and this page fetches nothing\./,
    ],
    [
      'a secret for RS256',
      strongSecret,
      /^Wrong kind of key for RS256\. It needs an RSA public key; you gave a shared secret\. Ask the issuer for the key with kty: RSA\.$/,
    ],
    [
      'a PEM that was cut (E13)',
      spki(keyPairs.rsa).split('\n').slice(0, 4).join('\n'),
      /^PEM block has no END line\. It starts on line 1 with BEGIN PUBLIC KEY and stops on line 4\./,
    ],
  ])('says of %s what it is and what to paste', async (_, key, told) => {
    await openPage({ text: keyPairToken('RS256', keyPairs.rsa), key })
    expect(screen.getByText(told)).toBeVisible()
  })

  test('checks an RS256 token with a PEM', async () => {
    await openPage({ text: keyPairToken('RS256', keyPairs.rsa), key: spki(keyPairs.rsa) })
    await waitFor(() => expect(toldHeadline()).toContain('Signature valid.'))
    expect(rungs()[2]).toBe('Key pass the RSA public key you gave, 2048 bits')
    expect(screen.queryByRole('button', { name: 'Show the secret' })).toBeNull()
  })

  test('reads a key whose line breaks were written out, and says so', async () => {
    await openPage({
      text: keyPairToken('ES256', keyPairs.p256),
      key: spki(keyPairs.p256).replaceAll('\n', '\\n'),
    })
    await waitFor(() => expect(toldHeadline()).toContain('Signature valid.'))
    expect(
      screen.getByText('Its line breaks were written as \\n; each was read as a line break.'),
    ).toBeVisible()
  })

  test('cries out at a public key that is taken for a secret', async () => {
    await openPage({ text: token, key: spki(keyPairs.rsa) })
    const alarm = screen.getByRole('alert')
    expect(alarm).toHaveTextContent('HS256 with a public key.')
    expect(within(alarm).getByRole('link', { name: 'Try it in the Attack lab' })).toHaveAttribute(
      'href',
      '#/attack/alg-confusion',
    )
    expect(toldHeadline()).toContain('It is called algorithm confusion.')
  })

  test('stays silent for an ordinary key', async () => {
    await openPage({ text: token, key: strongSecret })
    expect(screen.queryByRole('alert')).toBeNull()
  })
})

const jwk = (pair: (typeof keyPairs)['rsa'], more: object): object => ({
  ...publicJwk(pair),
  ...more,
})
const list = (): string[] =>
  within(screen.getByRole('list', { name: 'Keys in this set' }))
    .getAllByRole('listitem')
    .map(said)

describe('a key set', () => {
  const keys = JSON.stringify({
    keys: [
      jwk(keyPairs.smallRsa, { kid: 'old', use: 'enc' }),
      jwk(keyPairs.rsa, { kid: 'main', alg: 'RS256' }),
      { kty: 'EC', kid: 'broken' },
    ],
  })
  test('is listed with names, kinds and algorithms, and the one that was used is marked', async () => {
    await openPage({
      text: keyPairToken('RS256', keyPairs.rsa, '{"sub":"1"}', { kid: 'main' }),
      key: keys,
    })
    await waitFor(() =>
      expect(list()).toEqual([
        'old RSA, no alg, for encryption',
        'main RSA, RS256 used here',
        'broken can’t be read',
      ]),
    )
  })

  test('marks the key that the token names, though it cannot do the job', async () => {
    await openPage({ text: hmacToken('HS256', strongSecret, '{}', { kid: 'main' }), key: keys })
    expect(list()[1]).toBe('main RSA, RS256 named by the token')
  })

  test('without the key that the token names says so on both rungs, and what to do', async () => {
    await openPage({
      text: keyPairToken('RS256', keyPairs.smallRsa, '{}', { kid: 'a1b2' }),
      key: JSON.stringify({ keys: [jwk(keyPairs.rsa, { kid: 'c3d4' })] }),
    })
    await waitFor(() =>
      expect(rungs().slice(1, 3)).toEqual([
        'Signature not checked the set has no key of the name in the header (kid)',
        'Key fail no key ‘a1b2’ in this set',
      ]),
    )
    expect(toldHeadline()).toContain(
      'No key ‘a1b2’ in this key set (it has: c3d4). Load the key set again:',
    )
  })

  test('of many keys shows the first and the one that counts', async () => {
    const many = Array.from({ length: 9 }, (_, place) => jwk(keyPairs.rsa, { kid: `k${place}` }))
    const user = await openPage({
      text: hmacToken('HS256', strongSecret, '{}', { kid: 'k8' }),
      key: JSON.stringify({ keys: many }),
    })
    expect(list().map((row) => row.split(' ')[0])).toEqual(['k0', 'k1', 'k2', 'k3', 'k8'])
    await user.click(button('Show all 9'))
    expect(list()).toHaveLength(9)
  })
})

describe('a key that is pasted over the untouched example', () => {
  test('is named and asks for its token; the example is not judged by it', async () => {
    await openPage()
    await act(async () => loadFreshPair())
    const example = box('Encoded token').value
    await act(async () => loadText(spki(keyPairs.rsa)))
    expect(box('Encoded token')).toHaveValue(example)
    expect(toldHeadline()).toMatch(
      /The key box holds an RSA key \(2048 bits\)\. Paste the token that belongs to it: the one below is still the example\.$/,
    )
    expect(rungs().slice(1, 3)).toEqual([
      'Signature not checked the key waits for its own token',
      'Key not checked the key waits for its own token',
    ])
    expect(screen.queryByText(/algorithm confusion/)).toBeNull()
  })

  test('judges the token that follows', async () => {
    await openPage()
    await act(async () => loadFreshPair())
    await act(async () => loadText(spki(keyPairs.rsa)))
    await act(async () => loadText(keyPairToken('RS256', keyPairs.rsa, '{"sub":"1"}')))
    await waitFor(() => expect(toldHeadline()).toContain('Signature valid'))
  })
})
