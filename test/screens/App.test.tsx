import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { inspectorStore } from '../../src/state/inspectorStore.ts'
import { boxTextOf } from '../../src/state/inspectorStore.ts'
import {
  encode,
  hmacToken,
  keyPairs,
  keyPairToken,
  spki,
  strongSecret,
} from '../verification/makeToken.ts'
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

/** No field has the focus, as after a press on the page itself. */
function leaveFields(): void {
  act(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  })
}

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

  test('leave out what has no act yet', async () => {
    await openPage({ text: token })
    for (const name of ['Sign', 'Generate key', 'Walk', 'Share', 'Present'])
      expect(screen.queryByRole('button', { name })).toBeNull()
    for (const name of ['Session', 'Learn', 'Attack', 'More'])
      expect(screen.queryByRole('link', { name })).toBeNull()
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

describe('typing', () => {
  test('a token in the empty box is read, and another takes its place', async () => {
    const user = await openPage()
    await user.click(box('Encoded token'))
    await user.paste(token)
    expect(toldHeadline()).toContain('Access token for user 1, HS256.')
    await replaceAll(user, 'Encoded token', `Authorization: Bearer ${other}`)
    expect(box('Encoded token')).toHaveValue(other)
    expect(toldHeadline()).toContain('Token for 42, HS256.')
    expect(screen.queryByText('Edited.')).toBeNull()
  })

  test('in a pane rewrites that part of the token, and the verdict turns', async () => {
    const user = await openPage({ text: token, key: strongSecret })
    const [header, , signature] = token.split('.')
    const pane = box('Payload JSON')
    await user.click(pane)
    const at = pane.value.indexOf('"1"') + 2
    pane.setSelectionRange(at, at)
    await user.keyboard('2')
    expect(toldHeadline()).toContain('Signature does not match.')
    const parts = box('Encoded token').value.split('.')
    expect([parts[0], parts[2]]).toEqual([header, signature])
    expect(pane.value).toContain('"user_id": "12"')
    expect(pane.selectionStart).toBe(at + 1)
    expect(screen.getByText('Edited.')).toBeInTheDocument()
    await user.click(button('Back to what I pasted'))
    expect(box('Encoded token')).toHaveValue(token)
    expect(toldHeadline()).toContain('Signature valid:')
    expect(screen.queryByRole('button', { name: 'Back to what I pasted' })).toBeNull()
    expect(pane.value).toContain('"user_id": "1"')
  })

  test('a key never changes the token', async () => {
    const user = await openPage({ text: token })
    await replaceAll(user, 'Key', 'another key')
    expect(toldHeadline()).toContain('Signature does not match.')
    expect(box('Encoded token')).toHaveValue(token)
    await replaceAll(user, 'Key', strongSecret)
    expect(toldHeadline()).toContain('Signature valid:')
    expect(box('Encoded token')).toHaveValue(token)
  })

  test('a key over the token sends it to the key box, and the token stands where it stood', async () => {
    const user = await openPage({ text: token })
    const pem = spki(keyPairs.rsa)
    await replaceAll(user, 'Encoded token', pem)
    await waitFor(() => expect(box('Key').value).toContain('BEGIN PUBLIC KEY'))
    expect(screen.getByRole('status', { name: 'Intake' })).toHaveTextContent(
      'That is a key, not a token: placed in the key box.',
    )
    expect(boxTextOf(inspectorStore.getState())).toBe(token)
    expect(box('Encoded token')).toHaveValue(token)
  })

  test('the same token over itself in other clothes leaves the bare token', async () => {
    const user = await openPage({ text: token })
    await replaceAll(user, 'Encoded token', `Authorization: Bearer ${token}`)
    expect(boxTextOf(inspectorStore.getState())).toBe(token)
    expect(box('Encoded token')).toHaveValue(token)
  })
})

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

  test('checks an RS256 token with a PEM', async () => {
    await openPage({ text: keyPairToken('RS256', keyPairs.rsa), key: spki(keyPairs.rsa) })
    await waitFor(() => expect(toldHeadline()).toContain('Signature valid.'))
    expect(rungs()[2]).toBe('Key pass the RSA public key you gave, 2048 bits')
    expect(screen.queryByRole('button', { name: 'Show the secret' })).toBeNull()
  })

  test('cries out at a public key that is taken for a secret', async () => {
    await openPage({ text: token, key: spki(keyPairs.rsa) })
    expect(screen.getByRole('alert')).toHaveTextContent('HS256 with a public key.')
    expect(toldHeadline()).toContain('It is called algorithm confusion.')
  })

  test('stays silent for an ordinary key', async () => {
    await openPage({ text: token, key: strongSecret })
    expect(screen.queryByRole('alert')).toBeNull()
  })
})

describe('several tokens', () => {
  test('stand as tabs, and each has its own verdict', async () => {
    const user = await openPage({ text: pair, key: strongSecret })
    const tabs = within(screen.getByRole('tablist', { name: 'Tokens' }))
    expect(tabs.getAllByRole('tab').map(said)).toEqual(['Access', 'Refresh'])
    await user.click(tabs.getByRole('tab', { name: 'Refresh' }))
    expect(box('Encoded token')).toHaveValue(other)
    expect(toldHeadline()).toContain('Token for 42')
    await user.keyboard('{ArrowLeft}')
    expect(box('Encoded token')).toHaveValue(token)
    expect(tabs.getByRole('tab', { name: 'Access' })).toHaveFocus()
  })

  test('a single one has no tabs', async () => {
    await openPage({ text: token })
    expect(screen.queryByRole('tablist')).toBeNull()
  })
})

describe('what came in', () => {
  test('is said, and Undo brings the text back', async () => {
    const text = `Authorization: Bearer ${token}`
    const user = await openPage({ text })
    expect(screen.getByRole('status', { name: 'Intake' })).toHaveTextContent(
      'Found in an Authorization header (scheme: Bearer).',
    )
    await user.click(button('Undo'))
    expect(box('Encoded token')).toHaveValue(text)
    expect(toldHeadline()).toContain('Access token for user 1')
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull()
  })

  test('after Undo a pane can still be edited', async () => {
    const user = await openPage({ text: `Authorization: Bearer ${token}`, key: strongSecret })
    await user.click(button('Undo'))
    const pane = box('Payload JSON')
    await user.click(pane)
    const at = pane.value.indexOf('"1"') + 2
    pane.setSelectionRange(at, at)
    await user.keyboard('2')
    expect(toldHeadline()).toContain('Access token for user 12, HS256.')
    expect(pane.value).toContain('"user_id": "12"')
    expect(box('Encoded token').value.startsWith('Authorization: Bearer ')).toBe(true)
  })

  test('a paste anywhere outside a field is taken in', async () => {
    await openPage({ text: token })
    act(() => {
      fireEvent.paste(region('Verdict'), { clipboardData: { getData: () => other } })
    })
    expect(box('Encoded token')).toHaveValue(other)
  })

  test('a paste into another field stays there', async () => {
    const user = await openPage({ text: token })
    await user.click(box('Key'))
    await user.paste(other)
    expect(box('Encoded token')).toHaveValue(token)
    expect(box('Key')).toHaveValue(other)
  })

  test('a file that is dropped is read', async () => {
    await openPage({ text: token })
    fireEvent.drop(region('Verdict'), {
      dataTransfer: {
        files: [new File([`Bearer ${other}`], 'token.txt')],
        getData: () => '',
        types: ['Files'],
      },
    })
    await waitFor(() => expect(box('Encoded token')).toHaveValue(other))
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

describe('the samples', () => {
  test('are offered in a menu, each with what it shows', async () => {
    const user = await openPage()
    await user.click(button('Samples'))
    const menu = screen.getByRole('menu', { name: 'Samples' })
    const items = within(menu).getAllByRole('menuitem')
    expect(items).toHaveLength(13)
    await user.click(within(menu).getByRole('menuitem', { name: /^alg none/ }))
    await waitFor(() => expect(toldHeadline()).toContain('Not signed (alg: none).'))
    expect(screen.getByRole('status', { name: 'Intake' })).toHaveTextContent(/^Example token/)
    expect(screen.queryByRole('menu')).toBeNull()
    expect(button('Samples')).toHaveFocus()
  })

  test('whose key came along say so, and do not hide it', async () => {
    const user = await openPage()
    await user.click(button('Samples'))
    await user.click(screen.getByRole('menuitem', { name: /^Expired/ }))
    await waitFor(() => expect(toldHeadline()).toContain('but expired'))
    expect(box('Key')).toHaveAccessibleDescription(/^Came with the example\./)
    expect(screen.queryByRole('button', { name: 'Show the secret' })).toBeNull()
  })
})

describe('the theme', () => {
  test('is chosen from a menu and remembered', async () => {
    const user = await openPage()
    await user.click(button('Theme'))
    expect(screen.getByRole('menuitemradio', { name: 'System' })).toBeChecked()
    await user.click(screen.getByRole('menuitemradio', { name: 'Dark' }))
    expect(localStorage.getItem('jwt-lens')).toContain('"theme":"dark"')
    await user.click(button('Theme'))
    expect(screen.getByRole('menuitemradio', { name: 'Dark' })).toBeChecked()
  })

  test('is all that is remembered, whatever was typed', async () => {
    const user = await openPage({ text: token })
    await replaceAll(user, 'Key', 'my own secret')
    await user.click(button('Theme'))
    await user.click(screen.getByRole('menuitemradio', { name: 'Light' }))
    expect(Object.keys(localStorage)).toEqual(['jwt-lens'])
    expect(JSON.parse(localStorage.getItem('jwt-lens') ?? '')).toEqual({
      theme: 'light',
      hasSingleKeys: true,
    })
    expect(sessionStorage.length).toBe(0)
    expect(location.href).not.toContain('eyJ')
  })
})

describe('the keys', () => {
  test('are listed in a dialog', async () => {
    const user = await openPage()
    await user.click(button('Keyboard shortcuts'))
    const dialog = screen.getByRole('dialog', { name: 'Keyboard shortcuts' })
    expect(dialog).toHaveTextContent('Go to the token')
    await user.click(within(dialog).getByRole('button', { name: 'Close' }))
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  test('G and a letter lead to a place, ? to the list', async () => {
    const user = await openPage({ text: token })
    for (const [key, place] of [
      ['t', box('Encoded token')],
      ['p', box('Payload JSON')],
      ['k', box('Key')],
    ] as const) {
      leaveFields()
      // oxlint-disable-next-line no-await-in-loop -- one after another
      await user.keyboard(`g${key}`)
      expect(place).toHaveFocus()
    }
    leaveFields()
    await user.keyboard('?')
    expect(screen.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeInTheDocument()
  })

  test('are letters like all others inside a field', async () => {
    const user = await openPage()
    await user.click(box('Key'))
    await user.keyboard('gt?')
    expect(box('Key')).toHaveValue('gt?')
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  test('can be turned off', async () => {
    const user = await openPage()
    await user.click(button('Keyboard shortcuts'))
    await user.click(
      screen.getByRole('checkbox', { name: 'Keys without Ctrl or ⌘ act outside fields' }),
    )
    await user.click(button('Close'))
    leaveFields()
    await user.keyboard('?')
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  test('with Ctrl belong to the browser', async () => {
    const user = await openPage()
    await user.keyboard('{Control>}?{/Control}')
    expect(screen.queryByRole('dialog')).toBeNull()
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

describe('the exact text', () => {
  const odd = hmacToken('HS256', strongSecret, '{ "a" : 1.50 ,"b":"\\u0041" }')

  test('is one press away, and back', async () => {
    const user = await openPage({ text: odd })
    const payload = within(region('Payload'))
    const exact = payload.getByRole('button', { name: 'Exact text' })
    expect(exact).toHaveAttribute('aria-pressed', 'false')
    expect(payload.getByText(/layout added for reading/)).toBeInTheDocument()
    await user.click(exact)
    expect(box('Payload JSON')).toHaveValue('{ "a" : 1.50 ,"b":"\\u0041" }')
    expect(exact).toHaveAttribute('aria-pressed', 'true')
    expect(payload.queryByText(/layout added for reading/)).toBeNull()
    await user.click(exact)
    expect(box('Payload JSON')).toHaveValue('{\n  "a": 1.50,\n  "b": "\\u0041"\n}')
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
    expect(claim('sub, Registered')).not.toHaveTextContent('It says')
  })

  test('of a name that stands twice are both there', async () => {
    await openPage({ text: hmacToken('HS256', strongSecret, '{"a":1,"a":2}') })
    expect(
      within(screen.getByRole('list', { name: 'Claims' })).getAllByRole('listitem', {
        name: 'a, Private',
      }),
    ).toHaveLength(2)
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

describe('the findings', () => {
  test('each begin with how grave they are, and stand once', async () => {
    await openPage({
      text: `${encode('{"alg":"none","jku":"https://evil.example"}')}.${encode('{"token_type":"refresh"}')}.`,
    })
    const items = within(screen.getByRole('list', { name: 'Findings' }))
      .getAllByRole('listitem')
      .map(said)
    expect(items.length).toBeGreaterThan(4)
    for (const item of items) expect(item).toMatch(/^(?:Stop|Risk|Note) \S/)
    expect(new Set(items).size).toBe(items.length)
    expect(items[0]).toMatch(/^Stop Not signed \(alg: none\)\./)
  })
})
