/** What do the app, the server and the thief hold now? ux.md 4.6. */
import type { ReactElement } from 'react'
import type { Holding, World } from '../../simulation/world.ts'
import { playheadAfter, worldOf } from '../../state/sessionPlayhead.ts'
import { Chip } from './Chip.tsx'
import css from './Drawer.module.css'
import { hasThiefIn } from './events.ts'
import { type Change, compareLines, linesHeld, linesStored, tellState } from './stores.ts'
import { useSession, useTimeline } from './useSession.ts'

const NOTHING: Holding = { access: null, refresh: null }

export function StatePane(): ReactElement {
  const timeline = useTimeline()
  const count = useSession((session) => session.playhead.count)
  const second = useSession(({ playhead }) => Math.floor(playhead.instant / 1000) * 1000)
  const now = worldAfter(count)
  const before = worldAfter(count - 1)
  const instant = Math.max(second, timeline.entries[count - 1]?.at ?? 0)
  const tell = (line: Change): string =>
    now === null || line.token === null || line.change === 'gone'
      ? ''
      : tellState(timeline.scenario, now, line.token, instant)
  const stored = compareLines(
    before === null ? [] : linesStored(timeline, before.memory),
    now === null ? [] : linesStored(timeline, now.memory),
  )
  const hasThief = hasThiefIn(timeline)
  return (
    <section className={css['pane']} aria-label="State" id="session-state" tabIndex={-1}>
      <h2>State</h2>
      <Store
        title="The app holds"
        lines={compareLines(linesHeld(before?.app ?? NOTHING), linesHeld(now?.app ?? NOTHING))}
        tell={tell}
        empty="No token."
      />
      <Store
        title="The server stores"
        lines={stored}
        tell={() => ''}
        empty="Its key, and nothing about any token: it only checks signature and dates."
        always="Its key."
      />
      {hasThief && (
        <Store
          title="The thief holds"
          isThief
          lines={compareLines(
            linesHeld(before?.thief ?? NOTHING),
            linesHeld(now?.thief ?? NOTHING),
          )}
          tell={tell}
          empty="Nothing."
        />
      )}
    </section>
  )

  function worldAfter(place: number): World | null {
    const playhead = playheadAfter(timeline, place)
    return place < 1 ? null : (timeline.entries[place - 1]?.world ?? worldOf(timeline, playhead))
  }
}

interface StoreProps {
  title: string
  lines: readonly Change[]
  tell: (line: Change) => string
  empty: string
  always?: string
  isThief?: boolean
}

const MARKS = { new: '+', gone: '−', changed: '~' } as const
/** The newest are shown; what changed is among them. */
const MOST_LINES = 8

function Store({ title, lines, tell, empty, always, isThief }: StoreProps): ReactElement {
  const shown = lines.slice(-MOST_LINES)
  const hidden = lines.length - shown.length
  return (
    <div className={css['store']} data-thief={isThief || undefined}>
      <h3>{title}</h3>
      {lines.length === 0 ? (
        <p className={css['note']}>{empty}</p>
      ) : (
        <>
          {always !== undefined && <p className={css['note']}>{always}</p>}
          {hidden > 0 && <p className={css['note']}>{hidden} older lines are left out.</p>}
          <ul>
            {shown.map((line) => (
              <li key={line.key} data-change={line.change ?? undefined}>
                <span className={css['diff']}>
                  {line.change !== null && (
                    <>
                      <span aria-hidden="true">{MARKS[line.change]}</span>
                      <span className="visually-hidden">{line.change}: </span>
                    </>
                  )}
                </span>
                <Chip
                  label={line.token?.label}
                  kind={line.token?.kind}
                  actor={isThief ? 'thief' : 'app'}
                />
                <span>{line.text}</span>
                <span className={css['note']}>{line.change === 'gone' ? 'gone' : tell(line)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
