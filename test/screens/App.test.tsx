import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { encode, hmacToken, strongSecret } from '../verification/makeToken.ts'
import {
  box,
  button,
  claim,
  headline,
  NOW,
  openPage,
  region,
  replaceAll,
  rungs,
  said,
  toldHeadline,
} from './openPage.tsx'

const token = hmacToken(
  'HS256',
  strongSecret,
  JSON.stringify({ token_type: 'access', user_id: '1', iat: NOW - 48, exp: NOW + 252 }),
)
const other = hmacToken('HS256', strongSecret, '{"sub":"42"}')
const pair = JSON.stringify({ access: token, refresh: other })

describe('the names of contract.md', () => {
  test('frame the page: banner, navigation, main and one h1', async () => {
    await openPage()
    expect(screen.getByRole('banner')).toBeInTheDocument()
    const navigation = screen.getByRole('navigation', { name: 'Main' })
    expect(within(navigation).getByRole('link', { name: 'Debug' })).toHaveAttribute(
      'href',
      '#/debug',
    )
    expect(screen.getByRole('main')).toBeInTheDocument()
    expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1)
    expect(screen.getByRole('link', { name: 'Privacy' })).toBeInTheDocument()
    expect(button('Theme')).toBeInTheDocument()
    expect(button('Keyboard shortcuts')).toBeInTheDocument()
  })

  const texts = [
    ['an empty page', undefined],
    ['a token', token],
    ['several tokens', pair],
    ['no token at all', 'hello there'],
    ['a broken token', `${encode('{')}.${encode('hello')}.%`],
    ['an encrypted token', `${encode('{"alg":"dir","enc":"A128GCM"}')}..AAAA.AAAA.AAAA`],
  ] as const

  test.each(texts)(
    'hold every field and result, whatever stands there: %s',
    async (_what, text) => {
      await openPage(text === undefined ? {} : { text })
      for (const name of ['Encoded token', 'Key', 'Instant']) expect(box(name)).toBeInTheDocument()
      expect(
        within(region('Header')).getByRole('textbox', { name: 'Header JSON' }),
      ).toBeInTheDocument()
      expect(
        within(region('Payload')).getByRole('textbox', { name: 'Payload JSON' }),
      ).toBeInTheDocument()
      expect(region('Signature')).toBeInTheDocument()
      expect(screen.getByRole('status', { name: 'Intake' })).toBeInTheDocument()
      for (const name of ['Read secret as', 'As of'])
        expect(screen.getByRole('combobox', { name })).toBeInTheDocument()
      expect(screen.getByRole('spinbutton', { name: 'Leeway' })).toHaveValue(0)
      for (const name of ['Checks', 'Claims', 'Findings'])
        expect(screen.getByRole('list', { name })).toBeInTheDocument()
      for (const name of ['Samples', 'Copy token', 'Clear everything'])
        expect(button(name)).toBeInTheDocument()
      expect(within(region('Verdict')).getAllByRole('status')).toHaveLength(1)
      expect(rungs()).toHaveLength(5)
      expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1)
    },
  )

  test('lead to every view, and to the projector', async () => {
    await openPage({ text: token })
    expect(button('Present')).toBeInTheDocument()
    expect(screen.getByRole('link', { name: 'More' })).toHaveAttribute('href', '#/more')
    expect(screen.getByRole('link', { name: 'Learn' })).toHaveAttribute('href', '#/learn')
    expect(screen.getByRole('link', { name: 'Attack' })).toHaveAttribute('href', '#/attack')
    expect(screen.getByRole('link', { name: 'Session' })).toHaveAttribute('href', '#/session')
  })

  test('are each given once', async () => {
    await openPage({ text: pair, key: strongSecret })
    const names = screen
      .getAllByRole('region')
      .map(
        (element) => element.getAttribute('aria-label') ?? element.getAttribute('aria-labelledby'),
      )
    expect(new Set(names).size).toBe(names.length)
    for (const role of ['textbox', 'combobox', 'spinbutton'])
      for (const control of screen.getAllByRole(role)) expect(control).toHaveAccessibleName(/\S/)
    for (const control of screen.getAllByRole('button')) expect(control).toHaveAccessibleName(/\S/)
  })

  test('the ways to read a secret', async () => {
    await openPage()
    expect(
      within(screen.getByRole('combobox', { name: 'Read secret as' }))
        .getAllByRole('option')
        .map(said),
    ).toEqual(['Text (UTF-8)', 'Base64', 'Base64url', 'Hex'])
  })
})

describe('a token', () => {
  test('is taken apart and judged', async () => {
    await openPage({ text: token, key: strongSecret })
    expect(box('Encoded token')).toHaveValue(token)
    expect(box('Header JSON')).toHaveValue('{\n  "alg": "HS256",\n  "typ": "JWT"\n}')
    expect(box('Payload JSON').value).toContain('"user_id": "1"')
    expect(toldHeadline()).toBe(
      'Access token for user 1, HS256. Signature valid: this key signed exactly these bytes (HS256). Expires in 4 minutes 12 seconds.',
    )
    expect(rungs()).toEqual([
      'Form pass three parts, two JSON objects',
      expect.stringMatching(/^Signature pass HS256 over these \d+ characters$/),
      'Key pass the secret you gave, 75 bytes',
      'Time pass until 2026-01-01 00:04:12 UTC',
      'Policy not checked nothing expected yet',
    ])
  })

  test('of the notes is told as the notes need it: whose it is, expired since when, no key checked', async () => {
    const notes =
      'eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJ0b2tlbl90eXBlIjoiYWNjZXNzIiwiZXhwIjoxNTQ1MjI0MjU5LCJqdGkiOiIyYmQ1NjI3MmIzYjI0YjNmOGI1MjJlNThjMzdjMTdlMSIsInVzZXJfaWQiOjF9.D92tTuVi_YcNkJtiLGHtcn6tBcxLCBxz9FKD3qzhUg8'
    await openPage({
      text: `curl -H 'Authorization: Bearer ${notes}' http://127.0.0.1:8000/hello/`,
    })
    expect(toldHeadline()).toBe(
      'Access token for user 1, HS256. Decoded, not verified. Add a key to check who made it. Expired 7 years 12 days ago (2018-12-19 12:57:39 UTC).',
    )
    expect(screen.getByRole('status', { name: 'Intake' })).toHaveTextContent(
      'Found in a curl command, header Authorization.',
    )
  })

  test('that has not been verified says so at its payload', async () => {
    const user = await openPage({ text: token })
    const warning = 'Unverified: anyone could have written this.'
    expect(within(region('Payload')).getByText(warning)).toBeInTheDocument()
    await replaceAll(user, 'Key', strongSecret)
    expect(within(region('Payload')).queryByText(warning)).toBeNull()
  })

  test('is named in its parts, with the characters they take', async () => {
    await openPage({ text: token })
    const [header = '', payload = ''] = token.split('.')
    const map = said(region('Token'))
    expect(map).toContain(`Header 1–${header.length}`)
    expect(map).toContain(`Payload ${header.length + 2}–${header.length + 1 + payload.length}`)
  })

  test('is told in sentences that stand apart, whoever reads the text of the status', async () => {
    await openPage({ text: token, key: strongSecret })
    expect(said(headline())).toBe(toldHeadline())
  })

  test('never shows in the title', async () => {
    await openPage({ text: token, key: strongSecret })
    expect(document.title).toBe('Debug · JWT Lens')
  })
})

describe('a link', () => {
  test('that asks for what is not known is told so', async () => {
    await openPage({ route: '#/debug?rotat=1' })
    expect(screen.getByRole('status', { name: 'Link' })).toHaveTextContent('the setting rotat')
  })

  test('leads to the page on privacy and back, each with one h1 and its title', async () => {
    await openPage({ route: '#/privacy', text: token })
    expect(screen.getAllByRole('heading', { level: 1 }).map(said)).toEqual(['Privacy'])
    expect(document.title).toBe('Privacy · JWT Lens')
    expect(screen.getByRole('main')).toHaveTextContent("connect-src 'none'")
    act(() => {
      location.hash = '#/debug'
      dispatchEvent(new Event('hashchange'))
    })
    expect(screen.getAllByRole('heading', { level: 1 }).map(said)).toEqual(['Debugger'])
    expect(box('Encoded token')).toHaveValue(token)
  })

  test('within the page on privacy stays there', async () => {
    const user = await openPage({ route: '#/privacy' })
    await user.click(screen.getByRole('link', { name: /^Skip to/ }))
    act(() => {
      dispatchEvent(new Event('hashchange'))
    })
    expect(screen.getAllByRole('heading', { level: 1 }).map(said)).toEqual(['Privacy'])
    expect(screen.getByRole('main')).toHaveFocus()
  })
})

describe('bad input', () => {
  test('a payload that is no text is shown as hex, read only', async () => {
    await openPage({
      text: `${encode('{"alg":"HS256"}')}.${encode(new Uint8Array([0xc3, 0x28]))}.${'A'.repeat(43)}`,
    })
    expect(box('Payload JSON').value.toLowerCase()).toContain('c3 28')
    expect(box('Payload JSON')).toHaveAttribute('readonly')
    expect(rungs()[0]).toBe('Form warning the payload isn’t UTF-8 text')
  })

  test('a header that is no JSON says what is wrong, where, and what to do', async () => {
    await openPage({ text: `${encode('{"typ":1,alg')}.${encode('{}')}.AAAA` })
    expect(rungs()[0]).toBe('Form fail the header isn’t JSON')
    expect(await within(region('Header')).findByText('Header isn’t JSON.')).toBeInTheDocument()
  })

  test('an HTML claim is text', async () => {
    const html = '<img src=x onerror="globalThis.hit=1"><script>globalThis.hit=1</script>'
    await openPage({
      text: hmacToken('HS256', strongSecret, JSON.stringify({ [html]: html, sub: html })),
    })
    expect(document.querySelector('main img, main script')).toBeNull()
    expect(said(screen.getByRole('list', { name: 'Claims' }))).toContain('<img src=x')
    expect('hit' in globalThis).toBe(false)
  })

  test('claims named __proto__ and constructor are claims', async () => {
    await openPage({
      text: hmacToken(
        'HS256',
        strongSecret,
        '{"__proto__":{"admin":true},"constructor":"x","toString":1}',
      ),
    })
    expect(claim('__proto__, Private')).toHaveTextContent('{"admin":true}')
    expect(claim('constructor, Private')).toHaveTextContent('"x"')
    expect(claim('toString, Private')).toHaveTextContent('1')
  })

  test('marks that reorder text are spelled out', async () => {
    await openPage({
      text: hmacToken('HS256', strongSecret, '{"sub":"user\u202egnp.exe","a\u200bb":1}'),
    })
    expect(claim('sub, Registered')).toHaveTextContent('U+202E')
    expect(document.body.textContent).not.toMatch(/[\u202e\u200b]/)
    expect(box('Payload JSON').value).toContain('⟨U+202E⟩')
    expect(toldHeadline()).toContain('U+202E')
  })

  test.each([
    ['one part', 'hello'],
    ['two parts', 'eyJhbGciOiJIUzI1NiJ9.e30'],
    ['four parts', 'a.b.c.d'],
    ['dots alone', '..'],
    ['brackets without end', `${encode('{"alg":"HS256"}')}.${encode('['.repeat(5000))}.AAAA`],
    ['half a surrogate', `${encode('{"alg":"HS256"}')}.${encode('{"a":"\\ud800"}')}.AAAA`],
    ['a NUL', `${encode('{"alg":"HS256"}')}.${encode('{"a":"\\u0000"}')}.AAAA`],
  ])('leaves the page usable: %s', async (_what, text) => {
    const user = await openPage({ text })
    expect(toldHeadline()).toMatch(/\.$/)
    expect(document.body.textContent).not.toMatch(/undefined|\[object|TypeError|SyntaxError/)
    await replaceAll(user, 'Encoded token', token)
    await waitFor(() => expect(toldHeadline()).toContain('Access token for user 1, HS256.'))
  })
})

describe('Clear everything', () => {
  test('leaves an empty page and the choice of an example', async () => {
    const user = await openPage({ text: pair, key: strongSecret })
    await user.click(button('Clear everything'))
    for (const name of ['Encoded token', 'Key', 'Header JSON', 'Payload JSON'])
      expect(box(name)).toHaveValue('')
    expect(toldHeadline()).toBe('Paste a token to begin. Nothing you paste leaves this tab.')
    expect(rungs().every((rung) => rung.split(' ').slice(1, 3).join(' ') === 'not checked')).toBe(
      true,
    )
    expect(within(screen.getByRole('list', { name: 'Claims' })).queryAllByRole('listitem')).toEqual(
      [],
    )
    expect(document.body.textContent).not.toContain(token.slice(0, 40))
    await user.click(button('Try an example'))
    await waitFor(() => expect(toldHeadline()).toContain('Access token for user 1'))
  })

  test('also empties a field whose text nothing was made of', async () => {
    const user = await openPage()
    await user.click(box('Encoded token'))
    await user.paste('hello there')
    await user.click(button('Clear everything'))
    expect(box('Encoded token')).toHaveValue('')
  })
})
