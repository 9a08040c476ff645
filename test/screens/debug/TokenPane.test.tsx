import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { listenForPaste } from '../../../src/screens/pasteAnywhere.ts'
import { boxTextOf, inspectorStore } from '../../../src/state/inspectorStore.ts'
import { hmacToken, keyPairs, spki, strongSecret } from '../../verification/makeToken.ts'
import { box, button, NOW, openPage, region, replaceAll, said, toldHeadline } from '../openPage.tsx'

const token = hmacToken(
  'HS256',
  strongSecret,
  JSON.stringify({ token_type: 'access', user_id: '1', iat: NOW - 48, exp: NOW + 252 }),
)
const other = hmacToken('HS256', strongSecret, '{"sub":"42"}')
const pair = JSON.stringify({ access: token, refresh: other })

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
    listenForPaste()
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

describe('the samples', () => {
  test('are offered in a menu, each with what it shows', async () => {
    const user = await openPage()
    await user.click(button('Samples'))
    const menu = screen.getByRole('menu', { name: 'Samples' })
    const items = within(menu).getAllByRole('menuitem')
    expect(items).toHaveLength(20)
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
