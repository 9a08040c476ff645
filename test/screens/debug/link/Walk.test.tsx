/** Does the walk go through the token, stop by stop, with keys alone? ux.md 3.3, 6.1. */
import { act, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import { linkStore } from '../../../../src/state/linkStore.ts'
import { hmacToken, strongSecret } from '../../../verification/makeToken.ts'
import { box, button, openPage, region, replaceAll, said } from '../../openPage.tsx'

const token = hmacToken('HS256', strongSecret, '{"sub":"42","admin":true}')

const told = (): string => said(within(region('Walk')).getByRole('status'))
const linked = (): string => said(screen.getByRole('status', { name: 'Linked' }))
const isOver = (): boolean => screen.queryByRole('region', { name: 'Walk' }) === null

function leaveFields(): void {
  act(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  })
}

afterEach(() => linkStore.setState(linkStore.getInitialState(), true))

describe('the walk', () => {
  test('begins with W, goes on and back with the arrows, and ends with Esc', async () => {
    const user = await openPage({ text: token, key: strongSecret })
    leaveFields()
    await user.keyboard('w')
    expect(told()).toMatch(/^Header \d+ bytes in/)
    expect(linked()).toMatch(/^Header: token characters 1–/)
    expect(document.documentElement.dataset['walk']).toBe('header')
    const names = ['alg', 'typ', 'sub', 'admin', 'Signing input', 'Signature', 'Verdict']
    for (const name of names) {
      // oxlint-disable-next-line no-await-in-loop -- one stop after another
      await user.keyboard('{ArrowRight}')
      expect(told().startsWith(name)).toBe(true)
    }
    expect(told()).toContain('Signature valid')
    await user.keyboard('{ArrowRight}')
    expect(told()).toMatch(/^Verdict/)
    await user.keyboard('{ArrowLeft}')
    expect(told()).toMatch(/^Signature 32 bytes/)
    await user.keyboard('{Escape}')
    expect(isOver()).toBe(true)
    expect(linked()).toBe('')
    expect(document.documentElement.dataset['walk']).toBeUndefined()
  })

  test('begins and goes on with buttons too, and gives the focus back', async () => {
    const user = await openPage({ text: token })
    await user.click(button('Walk'))
    expect(button('Next ›')).toHaveFocus()
    await user.keyboard('{Enter}')
    expect(told()).toMatch(/^alg It names HS256/)
    await user.click(button('‹ Back'))
    expect(told()).toMatch(/^Header/)
    await user.click(button(/^End/))
    expect(isOver()).toBe(true)
    expect(button('Walk')).toHaveFocus()
  })

  test('is a letter like all others inside a field, and nothing without a token', async () => {
    const user = await openPage({ text: token })
    await user.click(box('Key'))
    await user.keyboard('w')
    expect(box('Key')).toHaveValue('w')
    expect(isOver()).toBe(true)
    await user.click(button('Clear everything'))
    leaveFields()
    await user.keyboard('w')
    expect(isOver()).toBe(true)
    expect(screen.queryByRole('button', { name: 'Walk' })).toBeNull()
  })

  test('ends with the token it goes through', async () => {
    const user = await openPage({ text: token })
    await user.click(button('Walk'))
    await replaceAll(user, 'Encoded token', hmacToken('HS256', strongSecret, '{"a":1}'))
    expect(isOver()).toBe(true)
  })

  test('begins where the address leads', async () => {
    await openPage({ text: token, route: '#/debug?walk=4' })
    expect(told()).toMatch(/^sub/)
    expect(
      within(region('Walk')).getByRole('link', { name: 'Link to stop 4 of 8' }),
    ).toHaveAttribute('href', '#/debug?walk=4')
  })

  test.each(['0', '9', 'x', ''])('has no stop %j', async (stop) => {
    await openPage({ text: token, route: `#/debug?walk=${stop}` })
    expect(isOver()).toBe(true)
    expect(linked()).toBe(`This link leads to stop ‘${stop}’ of the walk, which has no such stop.`)
  })
})
