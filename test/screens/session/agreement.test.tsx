/** Do table, transcript, state, picture and story say the same at every event of every preset? ux.md 8, A11. */
import { act, cleanup, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { presets } from '../../../src/simulation/presets.ts'
import { storyAt } from '../../../src/simulation/story.ts'
import { selectEntry, sessionStore, timelineOf } from '../../../src/state/sessionStore.ts'
import { now, openLab, table } from './openLab.tsx'

const region = (name: string): HTMLElement => screen.getByRole('region', { name })

/** The tokens that a part of the state is said to hold, those that have gone left out. */
function heldBy(title: string): string[] {
  const store = within(region('State')).queryByRole('heading', { name: title })?.parentElement
  return [...(store?.querySelectorAll('li:not([data-change="gone"])') ?? [])].map(
    (line) => /[ARS]\d+/.exec(line.textContent)?.[0] ?? '',
  )
}

/** The row of the playhead, without its marks. */
const cellsOf = (): string[] =>
  [...(table().querySelector('tr[aria-current]')?.children ?? [])].map((cell) =>
    cell.textContent.replace(/^[✓✕]/, ''),
  )

describe.each(presets.map(({ slug }) => slug))('%s', (slug) => {
  it('says one thing in every part, at every event', async () => {
    await openLab(`#/session/${slug}?view=lanes`)
    const timeline = timelineOf(sessionStore.getState())
    let exchanges = 0
    for (const [index, entry] of timeline.entries.entries()) {
      act(() => selectEntry(index + 1))
      const where = `event ${index + 1} of ${slug}`
      const [, actor = '', action = '', , status = ''] = cellsOf()
      expect(actor.toLowerCase(), where).toContain(entry.actor)
      expect(now(), where).toBe(storyAt(timeline, entry.at, index + 1))
      const { app, thief } = entry.world
      const labels = ({ access, refresh }: typeof app | typeof thief): string[] =>
        [access, refresh].flatMap((token) => (token === null ? [] : [token.label]))
      expect(heldBy('The app holds'), where).toEqual(labels(app))
      expect(heldBy('The thief holds'), where).toEqual(labels(thief))
      const text = region('Transcript').textContent
      if (entry.exchange !== null) {
        exchanges++
        expect(text, where).toContain(`HTTP/1.1 ${status} `)
        expect(text, where).toContain(action.replace(/^.*: /, ''))
        expect(text, where).toContain(`Exchange ${exchanges} of `)
      }
      expect(
        document.querySelectorAll('[aria-label="Timeline"] [data-spotlight]'),
        where,
      ).toHaveLength(1)
    }
    cleanup()
  }, 60_000)
})
