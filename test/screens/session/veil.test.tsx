/** Does the picture keep to itself what would answer the question that is asked? ux.md 4.8. */
import { act, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { guess, selectEntry, sessionStore, timelineOf } from '../../../src/state/sessionStore.ts'
import { openLab } from './openLab.tsx'

const picture = (): HTMLElement => screen.getByRole('img', { name: 'Timeline' })

/** What is not under the veil. */
function above(selector: string): Element[] {
  const veil = picture().querySelector('[class*="veil"]')
  return [...picture().querySelectorAll(selector)].filter(
    (one) => veil === null || veil.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING,
  )
}

/** The places of all marks. */
const marked = (): number[] =>
  above('[data-place]').map((mark) => Number(mark.getAttribute('data-place')))

const words = (): string =>
  above('text')
    .map((text) => text.textContent)
    .join(', ')

/** The place of the first event of that kind, counted from 1. */
const placeOf = (wanted: string): number =>
  timelineOf(sessionStore.getState()).entries.findIndex(({ act: done }) => done === wanted) + 1

describe('until the question is answered', () => {
  it('marks and words of what is to come stand nowhere', async () => {
    await openLab('#/session/rotation-theft?view=lanes')
    expect(marked()).toEqual([])
    act(() => selectEntry(3))
    expect(Math.max(...marked())).toBeLessThanOrEqual(3)
    expect(picture()).not.toHaveTextContent('is sent to the login page')
    act(() => guess(0))
    expect(Math.max(...marked())).toBeGreaterThan(3)
    expect(picture()).toHaveTextContent('is sent to the login page')
  })

  it('the tokens that the app holds say until when they live', async () => {
    await openLab('#/session/thief-access?view=lanes')
    expect(words()).toBe('')
    act(() => selectEntry(placeOf('copy') + 1))
    expect(words()).toContain('A1until 5:00')
    expect(words()).toContain('R1until 24:00:00')
    expect(words()).not.toMatch(/A2|copy/)
  })
})
