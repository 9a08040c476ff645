import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { hmacToken, strongSecret } from '../../../verification/makeToken.ts'
import { box, claim, NOW, openPage, toldHeadline } from '../../openPage.tsx'

const token = hmacToken(
  'HS256',
  strongSecret,
  JSON.stringify({ sub: 'me', iat: NOW - 48, exp: NOW - 8 }),
)

test('a time claim is set to now and to what comes after, and nothing is signed for it', async () => {
  const user = await openPage({ text: token, key: strongSecret })
  const exp = within(claim('exp, Registered'))
  await user.click(exp.getByText(/^Set time/))
  await user.click(exp.getByRole('button', { name: 'exp: in 1 hour, +1 h' }))
  await waitFor(() => expect(box('Payload JSON').value).toContain(`"exp": ${NOW + 3600}`))
  expect(toldHeadline()).toContain('Signature does not match.')
  await user.click(exp.getByRole('button', { name: 'exp: now' }))
  await waitFor(() => expect(box('Payload JSON').value).toContain(`"exp": ${NOW}`))
  for (const name of ['exp: in 5 minutes, +5 min', 'exp: in 24 hours, +24 h'])
    expect(exp.getByRole('button', { name })).toBeVisible()
})

test('a claim without a time is not set', async () => {
  await openPage({ text: token })
  expect(within(claim('sub, Registered')).queryByText(/^Set time/)).toBeNull()
  expect(within(claim('iat, Registered')).getByText(/^Set time/)).toBeVisible()
  expect(screen.getAllByText(/^Set time/)).toHaveLength(2)
})
