/** Who says what to whom, from top to bottom? ux.md 4.6. */
import { memo, type ReactElement, useMemo } from 'react'
import { tellEntry } from '../../simulation/tellEntry.ts'
import { pathOf, type Step, stepsOf } from '../../simulation/steps.ts'
import { tellInstant } from '../../simulation/tellInstant.ts'
import { countFirst, type Timeline } from '../../simulation/timeline.ts'
import { selectEntry } from '../../state/sessionStore.ts'
import css from './Sequence.module.css'
import { hasThiefIn } from './events.ts'
import { useFollow } from './useFollow.ts'
import { useSession, useTimeline } from './useSession.ts'

/** Steps that are drawn, those around the playhead. */
const MOST = 200

export function SequenceView(): ReactElement {
  const timeline = useTimeline()
  const count = useSession((session) => session.playhead.count)
  const steps = useMemo(() => stepsOf(timeline), [timeline])
  const current = countFirst(steps, ({ place }) => place < count)
  const first = Math.max(0, Math.min(current - MOST / 2, steps.length - MOST))
  const hasThief = hasThiefIn(timeline)
  const box = useFollow<HTMLDivElement>(count > 0 ? count : null)
  return (
    <div ref={box} className={css['sequence']} data-thief={hasThief || undefined}>
      <div className={css['actors']} aria-hidden="true">
        <span />
        <b>App</b>
        <b>Server</b>
        {hasThief && <b className={css['thief']}>Thief</b>}
      </div>
      <ol aria-label="Sequence">
        {steps.slice(first, first + MOST).map((step) => (
          <StepLine
            key={step.place}
            step={step}
            timeline={timeline}
            isCurrent={step.place - step.count < count && count <= step.place}
            isLater={step.place - step.count >= count}
          />
        ))}
      </ol>
    </div>
  )
}

interface Props {
  step: Step
  timeline: Timeline
  isCurrent: boolean
  isLater: boolean
}

const StepLine = memo(function StepLine({
  step,
  timeline,
  isCurrent,
  isLater,
}: Props): ReactElement {
  const { entry, place, count } = step
  const { action, token, status } = tellEntry(entry, timeline.scenario)
  const [what = ''] = action.split(':')
  const path = pathOf(entry)
  const isRefused = status !== '' && status !== '200'
  return (
    <li
      aria-current={isCurrent ? 'step' : undefined}
      data-later={isLater || undefined}
      data-path={path}
    >
      <button type="button" onClick={() => selectEntry(place)}>
        <span className={css['when']}>{tellInstant(entry.at)}</span>
        <span className={css['said']}>
          <span>
            {count > 1 ? `${count} calls` : what} <b>{token}</b>
          </span>
          {path !== 'own' && <span className={css['arrow']} aria-hidden="true" />}
          <span data-state={isRefused ? 'fail' : 'pass'} className={css['answer']}>
            {status !== '' && (
              <>
                <span aria-hidden="true">{isRefused ? '✕' : '✓'} </span>
                {count > 1 ? 'all 200' : status}
              </>
            )}
          </span>
        </span>
      </button>
    </li>
  )
})
