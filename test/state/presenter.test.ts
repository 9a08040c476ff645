import { afterEach, describe, expect, it } from 'vitest'
import { presenterStore, resetVotes, vote, votesFor } from '../../src/state/presenter.ts'

const counts = (question: string): number[] => votesFor(presenterStore.getState(), question, 3)

afterEach(() => presenterStore.setState(presenterStore.getInitialState(), true))

describe('votes', () => {
  it('are counted for each answer of each question, and bring the question up', () => {
    vote('one', 0, 3)
    vote('one', 2, 3)
    vote('one', 2, 3)
    vote('other', 1, 3)
    expect(counts('one')).toEqual([1, 0, 2])
    expect(counts('other')).toEqual([0, 1, 0])
    expect(presenterStore.getState().card).toBe('question')
  })

  it('are counted anew for one question alone', () => {
    vote('one', 0, 3)
    vote('other', 1, 3)
    resetVotes('one')
    expect(counts('one')).toEqual([0, 0, 0])
    expect(counts('other')).toEqual([0, 1, 0])
  })

  it('of a question named like a member of every object are none', () => {
    expect(counts('__proto__')).toEqual([0, 0, 0])
  })
})
