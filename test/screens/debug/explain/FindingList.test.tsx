import { screen, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { encode } from '../../../verification/makeToken.ts'
import { openPage, said } from '../../openPage.tsx'

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
