import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import { redact } from '../../../src/state/redaction.ts'
import { hmacToken, strongSecret } from '../../verification/makeToken.ts'
import { box, button, NOW, openPage, said } from '../openPage.tsx'

const token = hmacToken(
  'HS256',
  strongSecret,
  JSON.stringify({ user: 'Jane', iat: NOW - 48, exp: NOW + 252 }),
)

const dialog = () => within(screen.getByRole('dialog', { name: 'Share' }))
const inDialog = (name: string) => dialog().getByRole('button', { name })
const given = (name: string) => dialog().getByRole<HTMLInputElement>('textbox', { name })

describe('sharing a token', () => {
  test('takes a second press, after the page has said that the token is alive', async () => {
    const user = await openPage({ text: token, key: strongSecret })
    await user.click(button('Share'))
    expect(screen.queryByDisplayValue(/#\/debug/)).toBeNull()
    await user.click(inDialog('Include the token'))
    expect(said(dialog().getByRole('note'))).toBe(
      'This token is still alive. Whoever gets the link can use it for another 4 minutes 12 seconds.',
    )
    expect(screen.queryByDisplayValue(/#\/debug/)).toBeNull()
    await user.click(inDialog('Make the link all the same'))
    const link = given('Link with the token').value
    expect(link).toContain(`#/debug?t=${token}`)
    expect(link).not.toContain(strongSecret)
    await user.click(inDialog('Copy link with the token'))
    expect(await navigator.clipboard.readText()).toBe(link)
    expect(location.hash).toBe('')
  })

  test('asks the computer’s own clock whether the token is alive', async () => {
    const user = await openPage({ text: token })
    await user.selectOptions(screen.getByRole('combobox', { name: 'As of' }), 'Custom')
    await user.clear(box('Instant'))
    await user.type(box('Instant'), '2030-01-01T00:00:00Z')
    await user.click(button('Share'))
    await user.click(inDialog('Include the token'))
    expect(dialog().getByRole('note')).toHaveTextContent('This token is still alive.')
  })

  test('gives an example by its name', async () => {
    const user = await openPage()
    await user.click(button('Samples'))
    await user.click(screen.getByRole('menuitem', { name: /^Notes access/ }))
    await waitFor(() => expect(box('Encoded token').value).toMatch(/^eyJ0eXAi/))
    await user.click(button('Share'))
    expect(given('Link to the example').value).toMatch(/#\/debug\?sample=notes-access$/)
  })

  test('makes a safe twin, which leaves the token on the page alone', async () => {
    const user = await openPage({ text: token })
    await user.click(button('Share'))
    await user.click(inDialog('Make a safe twin'))
    await waitFor(() => given('Safe twin'))
    const twin = given('Safe twin').value
    const payload = Buffer.from(twin.split('.')[1] ?? '', 'base64url').toString()
    expect(JSON.parse(payload)).toEqual({ user: 'Xxxx', iat: NOW - 48, exp: NOW + 252 })
    expect(box('Encoded token')).toHaveValue(token)
  })

  test('is out of use, as is copying, where nothing was pasted', async () => {
    const user = await openPage({ text: token })
    for (const name of ['Share', 'Copy token']) expect(button(name)).toBeEnabled()
    await user.click(button('Clear everything'))
    for (const name of ['Share', 'Copy token']) expect(button(name)).toBeDisabled()
  })

  test('says that there is nothing to share', async () => {
    const user = await openPage({ text: 'good morning' })
    await user.click(button('Share'))
    expect(dialog().getByText('There is no token to share yet.')).toBeVisible()
    expect(dialog().queryByRole('button', { name: 'Include the token' })).toBeNull()
  })
})

describe('redaction', () => {
  afterEach(() => redact(false))

  test('is chosen under Share, leaves copying alone, and is taken back beside the token', async () => {
    const user = await openPage({ text: token })
    await user.click(button('Share'))
    await user.click(dialog().getByRole('checkbox', { name: /^Redact/ }))
    expect(document.documentElement).toHaveAttribute('data-redacted')
    await user.click(inDialog('Close'))
    await user.click(button('Copy token'))
    expect(await navigator.clipboard.readText()).toBe(token)
    await user.click(button('Show again'))
    expect(document.documentElement).not.toHaveAttribute('data-redacted')
    expect(screen.queryByRole('button', { name: 'Show again' })).toBeNull()
  })
})
