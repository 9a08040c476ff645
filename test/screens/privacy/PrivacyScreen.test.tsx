import { act, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { POLICY } from '../../../src/policy.ts'
import { requestStore } from '../../../src/state/requests.ts'
import { openPage, said } from '../openPage.tsx'

const page = (): string => said(screen.getByRole('main'))

test('the policy that the browser is told is shown whole', async () => {
  await openPage({ route: '#/privacy' })
  for (const rule of POLICY.split('; ')) expect(page()).toContain(rule)
})

test('the requests are counted, here and in the bar', async () => {
  await openPage({ route: '#/privacy' })
  expect(page()).toContain('0 requests to anything but this page’s own files.')
  expect(page()).toContain('Its own code is still arriving.')
  act(() => requestStore.setState({ isReady: true }))
  expect(page()).toContain('it works with the network cut')
  act(() =>
    requestStore.setState({ foreign: ['https://evil.example/a', 'https://evil.example/a'] }),
  )
  expect(page()).toContain('2 requests that the page has no code for.')
  expect(screen.getAllByText('https://evil.example/a')).toHaveLength(1)
  expect(said(screen.getByRole('banner'))).toContain('2 requests')
  act(() => requestStore.setState({ foreign: ['inline'] }))
  expect(said(screen.getByRole('banner'))).toContain('1 request')
  expect(said(screen.getByRole('banner'))).not.toContain('1 requests')
})
