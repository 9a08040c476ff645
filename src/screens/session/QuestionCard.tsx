/** What is the room asked, and how did it vote? ux.md 4.8, 4.10. */
import type { ReactElement } from 'react'
import { useStore } from 'zustand'
import { presenterStore, resetVotes, vote, votesFor } from '../../state/presenter.ts'
import { reveal } from '../../state/sessionStore.ts'
import { tellCount } from '../../claims/duration.ts'
import css from './Presented.module.css'
import { useSession, useTimeline } from './useSession.ts'

export function QuestionCard(): ReactElement {
  const { slug, question, choices, reveal: answer } = useSession((session) => session.preset)
  const timeline = useTimeline()
  const isAtEnd = useSession(({ playhead }) => playhead.instant >= timeline.horizon)
  const isRevealed = useSession((session) => session.isRevealed) || isAtEnd
  const presenter = useStore(presenterStore)
  const counts = votesFor(presenter, slug, choices.length)
  const most = Math.max(...counts, 1)
  const total = counts.reduce((sum, count) => sum + count, 0)
  return (
    <section className={css['card']} aria-label="Question">
      <h3>{question ?? 'What happens next?'}</h3>
      <ol className={css['answers']} aria-label="Answers">
        {choices.map(({ text, isRight }, place) => (
          <li key={text} data-right={(isRevealed && isRight) || undefined}>
            <button type="button" onClick={() => vote(slug, place, choices.length)}>
              <kbd>{place + 1}</kbd>
              <span className={css['answer']}>
                {text}
                {isRevealed && isRight && <b> ✓ So it is.</b>}
              </span>
              <span className={css['count']}>
                {counts[place]}{' '}
                <span className="visually-hidden">{unitOf(counts[place] ?? 0)}</span>
              </span>
              <span className={css['tally']} aria-hidden="true">
                <span style={{ width: `${((counts[place] ?? 0) / most) * 100}%` }} />
              </span>
            </button>
          </li>
        ))}
      </ol>
      <p role="status" aria-label="Votes" className={css['quiet']}>
        {total === 0 ? 'Count hands with 1, 2, 3.' : `${tellCount(total, 'vote')} so far.`}{' '}
        {isRevealed && choices.length > 0 && answer}
      </p>
      <div className={css['acts']}>
        {total > 0 && (
          <button type="button" className="button" onClick={() => resetVotes(slug)}>
            Reset votes
          </button>
        )}
        {!isRevealed && choices.length > 0 && (
          <button type="button" className="button" onClick={reveal}>
            Reveal the answer
          </button>
        )}
      </div>
    </section>
  )
}

const unitOf = (count: number): string => (count === 1 ? 'vote' : 'votes')
