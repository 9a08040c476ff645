import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import { readKeyBinding } from '../../../../src/disclosure/readKeyBinding.ts'
import { DisclosureList } from '../../../../src/screens/debug/explain/DisclosureList.tsx'
import { digestOf, disclose, encode, read } from '../../../disclosure/presentations.ts'
import { said } from '../../openPage.tsx'

const name = disclose('salt-of-the-name-claim-0123456789', 'name', 'Ada')
const country = disclose('salt-c', 'US')
const unsigned = disclose('salt-u', 'role', 'admin')
const payload = {
  cnf: { jwk: { kty: 'OKP', crv: 'Ed25519', x: 'x' } },
  _sd: [digestOf(name), 'decoy'],
  nationalities: [{ '...': digestOf(country) }],
}
const waiting = { state: 'not checked', reason: 'checking…' } as const

const itemsOf = (list: string): string[] =>
  within(screen.getByRole('list', { name: list }))
    .getAllByRole('listitem')
    .map(said)

/** A key-binding JWT for these disclosures behind the issuer’s JWT `e30.e30.`. */
function bindingOf(reading: ReturnType<typeof read>, sdHash?: string) {
  const presented = ['e30.e30.', ...reading.disclosures.map(({ text }) => text), ''].join('~')
  const claims = {
    iat: 1748536865,
    aud: 'https://verifier.example.org',
    nonce: '1234567890',
    sd_hash: sdHash ?? digestOf(presented),
  }
  const header = encode('{"typ":"kb+jwt","alg":"EdDSA"}')
  return readKeyBinding(`${header}.${encode(JSON.stringify(claims))}.c2ln`, 'e30.e30.', reading)
}

describe('the disclosures', () => {
  test('each say their name, value, state, place, salt and digest', () => {
    const reading = read(payload, name, country)
    render(<DisclosureList reading={reading} keyBinding={null} holderSignature={waiting} />)
    expect(screen.getByRole('region', { name: 'Disclosures' })).toBeVisible()
    expect(itemsOf('Disclosures')).toEqual([
      `name "Ada" pass Its digest stands in the payload, for name. Salt "salt-of-the-na…3456789" Digest ${digestOf(name)}`,
      `list item "US" pass Its digest stands in the payload, for nationalities[0]. Salt "salt-c" Digest ${digestOf(country)}`,
    ])
    expect(screen.getByRole('listitem', { name: 'name, pass' })).toBeVisible()
  })

  test('are summed up, and the digests nobody answers are counted', () => {
    const reading = read(payload, name, country)
    render(<DisclosureList reading={reading} keyBinding={null} holderSignature={waiting} />)
    const region = screen.getByRole('region', { name: 'Disclosures' })
    expect(region).toHaveTextContent('2 of 3 hidden claims disclosed, all match their digests.')
    expect(
      within(region).getByText('1 digest without a disclosure: a hidden claim or a decoy.'),
    ).toBeVisible()
  })

  test('say every fault they have, and what cannot be read has no value', () => {
    const reading = read({ ...payload, a: { _sd: 1 } }, unsigned, 'W%')
    render(<DisclosureList reading={reading} keyBinding={null} holderSignature={waiting} />)
    const [first, second] = itemsOf('Disclosures')
    expect(first).toMatch(/^role "admin" fail No digest in the payload or in another disclosure/)
    expect(second).toMatch(/^can’t be read fail Character 2 \(‘%’\) is not base64url/)
    expect(screen.getByText(/^a\._sd must be a list of digests/)).toBeVisible()
  })

  test('beyond fifty are drawn when asked for', async () => {
    const texts = Array.from({ length: 60 }, (_, index) => disclose(index, `c${index}`, index))
    const reading = read({ _sd: texts.map((text) => digestOf(text)) }, ...texts)
    render(<DisclosureList reading={reading} keyBinding={null} holderSignature={waiting} />)
    expect(itemsOf('Disclosures')).toHaveLength(50)
    await userEvent.click(screen.getByRole('button', { name: 'Show all 60' }))
    expect(itemsOf('Disclosures')).toHaveLength(60)
  })
})

describe('the key binding', () => {
  test('says that there is none', () => {
    render(<DisclosureList reading={read(payload)} keyBinding={null} holderSignature={waiting} />)
    expect(screen.getByText(/^No key-binding JWT, so nothing shows that the holder/)).toBeVisible()
    expect(screen.queryByRole('list', { name: 'Key binding' })).toBeNull()
  })

  test('says what it is for, and keeps the holder’s signature apart from the hash', () => {
    const reading = read(payload, name)
    render(
      <DisclosureList
        reading={reading}
        keyBinding={bindingOf(reading)}
        holderSignature={{ state: 'fail', reason: 'does not match the holder’s key' }}
      />,
    )
    expect(itemsOf('Key binding')).toEqual([
      'Holder’s signature does not match the holder’s key fail',
      'sd_hash It matches this token with these disclosures. pass',
      'aud https://verifier.example.org',
      'nonce 1234567890',
      'iat 1748536865 (2025-05-29 16:41:05 UTC)',
    ])
  })

  test('made for another selection fails, and says why', () => {
    const reading = read(payload, name)
    render(
      <DisclosureList
        reading={reading}
        keyBinding={bindingOf(reading, 'other')}
        holderSignature={waiting}
      />,
    )
    expect(itemsOf('Key binding')[1]).toMatch(/^sd_hash It does not match: .* fail$/)
    expect(screen.getByText(/^Its sd_hash does not match this token/)).toBeVisible()
  })
})
