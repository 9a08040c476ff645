import { render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { TopBar } from '../../src/screens/TopBar.tsx'

describe('the bar', () => {
  it.each([
    ['debug', 'Debug', 'page'],
    ['attack', 'Attack', 'page'],
    ['compare', 'More', 'true'],
    ['reference', 'More', 'true'],
  ] as const)('says for %s that this is %s', (view, name, place) => {
    render(<TopBar view={view} />)
    expect(screen.getByRole('link', { name })).toHaveAttribute('aria-current', place)
    expect(document.querySelectorAll('nav [aria-current]')).toHaveLength(1)
  })
})
