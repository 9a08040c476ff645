/** Is a session watched only once its last event was seen, and each of them for itself? */
import { describe, expect, it } from 'vitest'
import { changeLab, seeLabs, solveLabs, startLabs } from '../../../src/lessons/boards/labsBoard.ts'

const SLUGS = ['rotation-app-first', 'two-tabs']

describe('several sessions, one at a time in the lab', () => {
  it('has watched none at the start, and all in the end', () => {
    expect(seeLabs(startLabs(SLUGS)).areWatched).toEqual([false, false])
    expect(seeLabs(solveLabs(SLUGS)).areWatched).toEqual([true, true])
  })

  it('keeps one where it was while another goes on', () => {
    const start = startLabs(SLUGS)
    const [, second] = start.sessions
    if (!second) throw new Error('there are two')
    const half = changeLab(start, 1, { ...second.lab, instant: 60_000 })
    expect(seeLabs(half).areWatched).toEqual([false, false])
    const whole = changeLab(half, 1, { ...second.lab, instant: second.lab.scenario.horizon })
    expect(seeLabs(whole).areWatched).toEqual([false, true])
    expect(whole.sessions[0]).toBe(start.sessions[0])
  })

  it('leaves out what is no session', () => {
    expect(startLabs(['two-tabs', 'sorcery']).sessions.map(({ slug }) => slug)).toEqual([
      'two-tabs',
    ])
  })
})
