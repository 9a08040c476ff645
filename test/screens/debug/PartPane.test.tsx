import { screen, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { hmacToken, strongSecret } from '../../verification/makeToken.ts'
import { box, openPage, region, toldHeadline } from '../openPage.tsx'

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

describe('a payload with CR LF inside', () => {
  const source = '{"iss":"joe",\r\n "exp":1300819380,\r\n "http://example.com/is_root":true}'
  const token = hmacToken('HS256', strongSecret, source)

  test('is shown with line feeds, and editing one digit changes that digit alone', async () => {
    const user = await openPage({ text: token, key: strongSecret })
    const pane = box('Payload JSON')
    expect(pane).toHaveValue(source.replaceAll('\r\n', '\n'))
    await user.click(pane)
    const at = pane.value.indexOf('1300819380') + 9
    pane.setSelectionRange(at, at + 1)
    await user.keyboard('1')
    const [, payload = ''] = box('Encoded token').value.split('.')
    expect(Buffer.from(payload, 'base64url').toString()).toBe(
      source.replace('1300819380', '1300819381'),
    )
    expect(toldHeadline()).toContain('Signature does not match.')
  })

  test('that is typed back is the same token again', async () => {
    const user = await openPage({ text: token, key: strongSecret })
    const pane = box('Payload JSON')
    await user.click(pane)
    pane.setSelectionRange(pane.value.length, pane.value.length)
    await user.keyboard(' {Backspace}')
    expect(box('Encoded token')).toHaveValue(token)
    expect(toldHeadline()).toContain('Signature valid')
    expect(screen.queryByText('Edited.')).toBeNull()
  })
})

test('a pane is laid out anew when it is left, not while it is typed in', async () => {
  const user = await openPage({ text: hmacToken('HS256', strongSecret, '{"a":1}') })
  const pane = box('Payload JSON')
  await user.click(pane)
  const at = pane.value.indexOf('1') + 1
  pane.setSelectionRange(at, at)
  await user.keyboard(',"b":2')
  expect(pane).toHaveValue('{\n  "a": 1,"b":2\n}')
  expect(pane.selectionStart).toBe(at + 6)
  await user.tab()
  expect(pane).toHaveValue('{\n  "a": 1,\n  "b": 2\n}')
})
