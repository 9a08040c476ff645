/** What of the lab is drawn, and what is left alone, while somebody goes through thousands of events? ux.md 4.6. */
import { act, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { selectEntry, sessionStore, timelineOf } from '../../../src/state/sessionStore.ts'
import { currentRow, openLab, table } from './openLab.tsx'

const drawn = (): Element[] => [...table().querySelectorAll('tbody tr')]
/** Of the rows that are drawn, counted from 1. */
const places = (): number[] => drawn().map((row) => Number(row.getAttribute('aria-rowindex')) - 1)

const focused = (): Element | null => document.activeElement?.closest('tr') ?? null

const marks = (): Element[] => [
  ...document.querySelectorAll('#session-lanes [data-place]:has(rect)'),
]

describe('a long run', () => {
  it('has the rows around the playhead, the reached one at once and the rest once it rests', async () => {
    await openLab('#/session/sandbox?rq=1&end=2000&client=none&al=2000&t=1000&view=lanes')
    const { entries } = timelineOf(sessionStore.getState())
    expect(table()).toHaveAttribute('aria-rowcount', String(entries.length + 1))
    expect(places()).toHaveLength(300)
    await waitFor(() =>
      expect(table().querySelector('[aria-current]')).toHaveAttribute('aria-rowindex', '1003'),
    )
    act(() => selectEntry(1040))
    expect(table().querySelector('[aria-current]')).toHaveAttribute('aria-rowindex', '1041')
    act(() => selectEntry(1900))
    await waitFor(() =>
      expect(table().querySelector('[aria-current]')).toHaveAttribute('aria-rowindex', '1901'),
    )
    expect(places().at(-1)).toBe(entries.length)
  })

  it('takes its rows along while the playhead is dragged, but never the row that has the focus', async () => {
    await openLab('#/session/sandbox?rq=1&end=2000&client=none&al=2000&view=table')
    act(() => selectEntry(1200))
    const before = drawn()
    act(() => selectEntry(1500))
    expect(drawn()).toEqual(before)
    expect(drawn().length).toBeLessThanOrEqual(40)
    expect(currentRow()).toContain('24:58')
    const name = within(table()).getByRole('button', { name: '25:08' })
    // at once: the rows are drawn anew when the playhead has rested
    act(() => {
      name.focus()
      name.click()
    })
    expect(focused()).toHaveTextContent(/^25:08/)
    await waitFor(() => expect(places()).toHaveLength(300))
    expect(focused()).toHaveTextContent(/^25:08/)
    expect(focused()).toHaveAttribute('aria-current', 'true')
  })
  it('keeps the rows of the table at a step while the next one is among them', async () => {
    await openLab('#/session/sandbox?rq=1&end=2000&client=none&al=2000&t=1000&view=table')
    await waitFor(() => expect(places()[0]).toBe(851))
    const [rowsBefore, placesBefore] = [drawn(), places()]
    for (const place of [1010, 1030, 1060]) act(() => selectEntry(place))
    expect(places()).toEqual(placesBefore)
    expect(drawn()).toEqual(rowsBefore)
    expect(currentRow()).toContain('17:38')
  })

  it('lets the events of another stretch take over the marks of this one', async () => {
    await openLab('#/session/sandbox?rq=1&end=2000&client=none&al=2000&t=100&view=lanes')
    const marksBefore = marks()
    const namesBefore = marksBefore.map((mark) => mark.getAttribute('data-place'))
    act(() => selectEntry(1000))
    expect(marks().map((mark) => mark.getAttribute('data-place'))).not.toEqual(namesBefore)
    const kept = marks().filter((mark) => marksBefore.includes(mark))
    expect(kept.length).toBeGreaterThan(0.9 * marksBefore.length)
  })
})
