import { act, fireEvent, screen } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import type * as explaining from '../../../../src/claims/explainClaim.ts'
import { hmacToken, strongSecret } from '../../../verification/makeToken.ts'
import { claim, moveClock, NOW, openPage } from '../../openPage.tsx'

const explained: string[] = []

vi.mock('../../../../src/claims/explainClaim.ts', async (load) => {
  const own = await load<typeof explaining>()
  return {
    ...own,
    explainClaim: (...args: Parameters<typeof own.explainClaim>) => {
      explained.push(args[0].name)
      return own.explainClaim(...args)
    },
  }
})

const many = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`claim_${at}`, at]))

beforeEach(async () => {
  const claims = JSON.stringify({ exp: NOW + 60, iat: NOW, ...many })
  await openPage({ text: hmacToken('HS256', strongSecret, claims) })
  explained.length = 0
})

test('a second that passes explains only the claims that name an instant', () => {
  moveClock(NOW + 1)
  expect(explained.toSorted()).toEqual(['exp', 'iat'])
  expect(claim('exp, Registered')).toHaveTextContent('59 seconds')
})

test('a link that moves explains nothing anew', () => {
  act(() => {
    fireEvent.pointerEnter(claim('claim_7, Private'))
  })
  expect(screen.getByRole('status', { name: 'Linked' })).toHaveTextContent('claim_7')
  expect(explained).toEqual([])
})
