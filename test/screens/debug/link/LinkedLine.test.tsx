/** Are claim, characters and bytes linked in both directions, by pointer and by keys? ux.md 3.3. */
import { act, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import { linkStore } from '../../../../src/state/linkStore.ts'
import { hmacToken, strongSecret } from '../../../verification/makeToken.ts'
import { box, button, claim, openPage, region, replaceAll, said } from '../../openPage.tsx'

const NOTES_ACCESS =
  'eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJ0b2tlbl90eXBlIjoiYWNjZXNzIiwiZXhwIjoxNTQ1MjI0MjU5LCJqdGkiOiIyYmQ1NjI3MmIzYjI0YjNmOGI1MjJlNThjMzdjMTdlMSIsInVzZXJfaWQiOjF9.D92tTuVi_YcNkJtiLGHtcn6tBcxLCBxz9FKD3qzhUg8'
const EXP = 'exp: token characters 68–89, payload bytes 24–39; the first character is shared'

const linked = (): string => said(screen.getByRole('status', { name: 'Linked' }))

/** The characters of a field that are drawn with a tone. */
function drawn(name: string, tone: string): string {
  const frame = box(name).parentElement
  return Array.from(
    frame?.querySelectorAll(`[data-tone~="${tone}"]`) ?? [],
    (run) => run.textContent,
  ).join('')
}

function select(name: string, from: number, to = from): void {
  const field = box(name)
  act(() => {
    field.focus()
    field.setSelectionRange(from, to)
  })
  fireEvent.select(field)
}

afterEach(() => linkStore.setState(linkStore.getInitialState(), true))

describe('a link', () => {
  test('is nothing until something is pointed at', async () => {
    await openPage({ text: NOTES_ACCESS })
    expect(linked()).toBe('')
    expect(drawn('Encoded token', 'linked')).toBe('')
    expect(region('Bytes')).toHaveTextContent('Point at a claim')
  })

  test('leads from a claim under the pointer to its characters, its line and its bytes', async () => {
    const user = await openPage({ text: NOTES_ACCESS })
    await user.hover(claim('exp, Registered'))
    expect(linked()).toBe(EXP)
    expect(drawn('Encoded token', 'linked')).toBe('wiZXhwIjoxNTQ1MjI0MjU5')
    expect(drawn('Encoded token', 'shared')).toBe('w')
    expect(drawn('Payload JSON', 'linked')).toBe('"exp": 1545224259')
    const bytes = within(region('Bytes')).getByRole('list', { name: 'Bytes' })
    expect(within(bytes).getAllByRole('listitem').map(said).join(' ')).toBe(
      '2C 22 65 78 70 22 3A 31 35 34 35 32 32 34 32 35 39',
    )
    await user.unhover(claim('exp, Registered'))
    expect(linked()).toBe('')
  })

  test('leads from the characters of the token to the claim', async () => {
    await openPage({ text: NOTES_ACCESS })
    select('Encoded token', 75)
    expect(linked()).toBe(EXP)
    expect(within(claim('exp, Registered')).getByRole('button', { name: 'exp' })).toHaveAttribute(
      'data-linked',
    )
    select('Encoded token', 170)
    expect(linked()).toBe('Signature: token characters 163–205, signature bytes 1–32')
  })

  test('leads from every place of a line of the payload to its claim', async () => {
    await openPage({ text: NOTES_ACCESS })
    const text = box('Payload JSON').value
    const line = text.indexOf('  "exp"')
    for (const at of [line, line + 2, text.indexOf('1545'), text.indexOf('\n', line)]) {
      select('Payload JSON', at)
      expect(linked()).toBe(EXP)
    }
    select('Payload JSON', 0)
    expect(linked()).toBe('Payload: token characters 38–161, payload bytes 1–93')
  })

  test('shows the bytes of any selection, also across claims', async () => {
    await openPage({ text: NOTES_ACCESS })
    // token characters 68–70: bits 180–197 of the payload, bytes 23–25
    select('Encoded token', 67, 70)
    expect(linked()).toContain('These bytes: token characters')
    expect(linked()).toContain('payload bytes 23–25')
  })

  test('a caret behind the last character of a part, or of all, links what it touches', async () => {
    await openPage({ text: NOTES_ACCESS })
    select('Header JSON', 0)
    select('Encoded token', NOTES_ACCESS.length)
    // as it stands there after a paste
    expect(linked()).toBe('')
    select('Encoded token', 1)
    select('Encoded token', NOTES_ACCESS.length)
    expect(linked()).toMatch(/^Signature: token characters 163–205/)
    select('Encoded token', NOTES_ACCESS.lastIndexOf('.'))
    expect(linked()).toMatch(/payload bytes/)
    select('Payload JSON', 1)
    select('Payload JSON', box('Payload JSON').value.length)
    expect(linked()).toMatch(/^Payload: token characters/)
  })

  test('a selection across parts says which characters it is, and all of the token none', async () => {
    await openPage({ text: NOTES_ACCESS })
    select('Encoded token', 29, 50)
    expect(linked()).toBe('Here: token characters 30–50')
    expect(drawn('Encoded token', 'linked')).toBe(NOTES_ACCESS.slice(29, 50))
    select('Encoded token', 0, NOTES_ACCESS.length)
    expect(linked()).toBe('')
  })

  test('ends where the field is left', async () => {
    const user = await openPage({ text: NOTES_ACCESS })
    select('Encoded token', 75)
    await user.click(box('Key'))
    expect(linked()).toBe('')
  })

  test('works inside nested claims, in the header and with several bytes a character', async () => {
    await openPage({
      text: hmacToken('HS256', strongSecret, '{"é":{"roles":["a","ü"]},"b":"\\u00e9"}'),
    })
    const text = box('Payload JSON').value
    // {"é":{"roles":["a", takes 20 bytes
    select('Payload JSON', text.indexOf('ü'))
    expect(linked()).toMatch(/^é\.roles\[1\]: token characters .* payload bytes 21–24/)
    expect(drawn('Payload JSON', 'linked')).toBe('"ü"')
    select('Header JSON', box('Header JSON').value.indexOf('HS256'))
    expect(linked()).toMatch(/^alg: .*header bytes/)
  })

  test('is told by the part map too', async () => {
    const user = await openPage({ text: NOTES_ACCESS })
    await user.hover(button(/Payload.*38–161/))
    expect(linked()).toBe('Payload: token characters 38–161, payload bytes 1–93')
  })
})

describe('a pin', () => {
  test('holds with Enter and a click, whatever the pointer passes, until Esc', async () => {
    const user = await openPage({ text: NOTES_ACCESS })
    const name = within(claim('exp, Registered')).getByRole('button', { name: 'exp' })
    act(() => name.focus())
    expect(linked()).toBe(EXP)
    await user.keyboard('{Enter}')
    expect(name).toHaveAttribute('aria-pressed', 'true')
    await user.hover(claim('jti, Registered'))
    expect(linked()).toBe(EXP)
    await user.click(box('Key'))
    expect(linked()).toBe(EXP)
    await user.keyboard('{Escape}')
    expect(linked()).not.toBe(EXP)
    expect(name).toHaveAttribute('aria-pressed', 'false')
  })

  test('is let go by Unpin, and by pressing the claim again', async () => {
    const user = await openPage({ text: NOTES_ACCESS })
    const name = within(claim('exp, Registered')).getByRole('button', { name: 'exp' })
    await user.click(name)
    await user.click(name)
    expect(name).toHaveAttribute('aria-pressed', 'false')
    await user.click(name)
    await user.click(button('Unpin'))
    expect(name).toHaveAttribute('aria-pressed', 'false')
  })

  test('can be set where the caret stands', async () => {
    const user = await openPage({ text: NOTES_ACCESS })
    select('Encoded token', 75)
    await user.click(button('Pin'))
    await user.click(box('Key'))
    expect(linked()).toBe(EXP)
  })

  test('stays with its claim through an edit, and goes with the token', async () => {
    const user = await openPage({ text: NOTES_ACCESS })
    await user.click(within(claim('exp, Registered')).getByRole('button', { name: 'exp' }))
    const longer = hmacToken('HS256', strongSecret, '{"a":"something","exp":1545224259}')
    await replaceAll(user, 'Encoded token', longer)
    expect(linked()).toMatch(/^exp: .*payload bytes 18–33/)
    await replaceAll(user, 'Encoded token', hmacToken('HS256', strongSecret, '{"a":1}'))
    await user.click(box('Key'))
    expect(linked()).toBe('')
  })
})

describe('the address', () => {
  test('leads to a claim', async () => {
    await openPage({ text: NOTES_ACCESS, route: '#/debug?focus=claim:exp' })
    expect(linked()).toBe(EXP)
    expect(screen.queryByRole('status', { name: 'Link' })).toBeNull()
  })

  test('leads to characters of a part', async () => {
    await openPage({ text: NOTES_ACCESS, route: '#/debug?focus=chars:p.31-52' })
    expect(linked()).toBe(EXP)
  })

  test('that leads nowhere is said so', async () => {
    await openPage({ text: NOTES_ACCESS, route: '#/debug?focus=claim:sub' })
    expect(linked()).toBe('This link leads to ‘claim:sub’, which this token does not have.')
  })
})
