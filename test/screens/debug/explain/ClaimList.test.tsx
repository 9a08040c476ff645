import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { hmacToken, strongSecret } from '../../../verification/makeToken.ts'
import { button, claim, NOW, openPage, region, replaceAll, said } from '../../openPage.tsx'

const other = hmacToken('HS256', strongSecret, '{"sub":"42"}')

/** Text and address of each link on a card. */
const leads = (name: string): (string | null)[][] =>
  within(claim(name))
    .queryAllByRole('link')
    .map((link) => [link.textContent, link.getAttribute('href')])

describe('the claims', () => {
  test('are named with their kind, time first, then who, then the rest', async () => {
    await openPage({
      text: hmacToken(
        'HS256',
        strongSecret,
        JSON.stringify({
          admin: true,
          name: 'John',
          sub: '42',
          'https://x.example/role': 1,
          exp: NOW + 60,
        }),
      ),
    })
    const items = within(screen.getByRole('list', { name: 'Claims' })).getAllByRole('listitem')
    expect(items.map((item) => item.getAttribute('aria-label'))).toEqual([
      'exp, Registered',
      'sub, Registered',
      'admin, Private',
      'name, Public',
      'https://x.example/role, Public',
    ])
    expect(claim('exp, Registered')).toHaveTextContent('2026-01-01 00:01:00 UTC')
    expect(said(region('Claims'))).toContain('2 Registered, 2 Public, 1 Private')
  })

  test('speak for themselves until a signature passed', async () => {
    const user = await openPage({ text: other })
    expect(claim('sub, Registered')).toHaveTextContent('It says')
    await replaceAll(user, 'Key', strongSecret)
    await waitFor(() => expect(claim('sub, Registered')).not.toHaveTextContent('It says'))
  })

  test('of a name that stands twice are both there', async () => {
    await openPage({ text: hmacToken('HS256', strongSecret, '{"a":1,"a":2}') })
    expect(
      within(screen.getByRole('list', { name: 'Claims' })).getAllByRole('listitem', {
        name: 'a, Private',
      }),
    ).toHaveLength(2)
  })

  test('lead from the words that name a specification to the page that quotes it, once a card', async () => {
    await openPage({
      text: hmacToken('HS256', strongSecret, JSON.stringify({ sub: '1', name: 'John', own: 1 })),
    })
    await waitFor(() =>
      expect(leads('name, Public')).toEqual([
        ['The IANA registry of JWT claims', '#/ref/claims/name'],
      ]),
    )
    expect(leads('sub, Registered')).toEqual([['RFC 7519 section 4.1', '#/ref/claims/sub']])
    expect(leads('own, Private')).toEqual([])
  })

  test('too many to draw at once are drawn when asked for', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 250 }, (_, index) => [`claim${index}`, index]),
    )
    const user = await openPage({ text: hmacToken('HS256', strongSecret, JSON.stringify(many)) })
    const list = within(screen.getByRole('list', { name: 'Claims' }))
    expect(list.getAllByRole('listitem')).not.toHaveLength(250)
    await user.click(button('Show all 250'))
    expect(list.getAllByRole('listitem')).toHaveLength(250)
  })

  test('are counted as a whole, also while only some are drawn', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 250 }, (_, index) => [`claim${index}`, index]),
    )
    await openPage({ text: hmacToken('HS256', strongSecret, JSON.stringify(many)) })
    expect(said(region('Claims'))).toContain('0 Registered, 0 Public, 250 Private')
  })
})
