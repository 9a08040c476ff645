import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { loadText } from '../../../src/state/acts.ts'
import { hmacToken, strongSecret } from '../../verification/makeToken.ts'
import { box, claim, openPage, region } from '../openPage.tsx'

const tokenOf = (claims: object): string => hmacToken('HS256', strongSecret, JSON.stringify(claims))

const behind = (): Element | null => region('Claims').closest('[data-behind]')

test('what explains another token than the answers are about is marked until it explains that one', async () => {
  await openPage({ text: tokenOf({ sub: 'one' }) })
  expect(behind()).toBeNull()
  act(() => loadText(tokenOf({ sub: 'two' })))
  expect(box('Payload JSON').value).toContain('two')
  expect(claim('sub, Registered')).toHaveTextContent('one')
  expect(behind()).not.toBeNull()
  await waitFor(() => expect(claim('sub, Registered')).toHaveTextContent('two'))
  expect(behind()).toBeNull()
})

test('an edit marks nothing, so that nothing flickers while somebody types', async () => {
  await openPage({ text: tokenOf({ sub: 'one' }) })
  const edited = tokenOf({ sub: 'two' })
  fireEvent.input(box('Encoded token'), { target: { value: edited } })
  expect(behind()).toBeNull()
  await waitFor(() => expect(claim('sub, Registered')).toHaveTextContent('two'))
  expect(screen.getByText('Edited.')).toBeInTheDocument()
})
