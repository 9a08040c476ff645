/** How is the session looked at: as what, which lane of it, with what beside it? ux.md 4.6, 4.7. */
import type { ReactElement } from 'react'
import { LANES, lanesOf } from '../../simulation/lanes.ts'
import { type View, VIEWS } from '../../state/sessionLink.ts'
import { look } from '../../state/sessionStore.ts'
import { LANE_TITLES } from './laneRows.ts'
import { MuteSwitch } from './Narrator.tsx'
import { VIEW_NAMES } from './useChosenView.ts'
import { useSession, useTimeline } from './useSession.ts'
import css from './Views.module.css'

interface Props {
  chosen: View
  /** Where the settings lie in a sheet: opens it. */
  onSettings?: () => void
}

export function Views({ chosen, onSettings }: Props): ReactElement {
  return (
    <div className={css['tools']}>
      {onSettings === undefined && (
        <>
          <MuteSwitch />
          <LaneChoice />
        </>
      )}
      <div role="group" aria-label="View" className={css['views']}>
        {VIEWS.map((view) => (
          <button
            key={view}
            type="button"
            aria-pressed={view === chosen}
            onClick={() => look({ view })}
          >
            {VIEW_NAMES[view]}
          </button>
        ))}
      </div>
      {onSettings === undefined ? (
        <DrawerButton />
      ) : (
        <button type="button" className="quiet" aria-haspopup="dialog" onClick={onSettings}>
          Lab settings
        </button>
      )}
    </div>
  )
}

/** What the steps keep to; the arrow keys choose it as well. */
function LaneChoice(): ReactElement {
  const timeline = useTimeline()
  const lane = useSession((session) => session.lane)
  return (
    <label className={css['lane']}>
      Steps in
      <select
        className="select"
        aria-label="Steps in"
        value={lane ?? ''}
        onChange={(event) =>
          look({ lane: LANES.find((one) => one === event.currentTarget.value) ?? null })
        }
      >
        <option value="">all lanes</option>
        {lanesOf(timeline).map((one) => (
          <option key={one} value={one}>
            {LANE_TITLES[one]}
          </option>
        ))}
      </select>
    </label>
  )
}

function DrawerButton(): ReactElement {
  const isDrawerOpen = useSession((session) => session.isDrawerOpen)
  return (
    <button
      type="button"
      className="quiet"
      aria-expanded={isDrawerOpen}
      onClick={() => look({ isDrawerOpen: !isDrawerOpen })}
    >
      Side panel
    </button>
  )
}
