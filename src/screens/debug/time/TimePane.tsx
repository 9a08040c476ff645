/** When did the token live, where is now, and by which instant is it judged? ux.md 3.7. */
import { type ReactElement, useState } from 'react'
import { useStore } from 'zustand'
import { readIso, tellIso } from '../../../claims/isoInstant.ts'
import { layTimeStrip, type TimeStrip } from '../../../judgement/timeStrip.ts'
import { freezeAt, typeInstant } from '../../../state/chooseInstant.ts'
import { clock, followClock, instantOf } from '../../../state/clock.ts'
import { inspectorStore } from '../../../state/inspectorStore.ts'
import { claimsOf, readingOf } from '../../../state/inspectorView.ts'
import { setLeeway } from '../../../state/judgeBy.ts'
import section from '../Section.module.css'
import css from './TimePane.module.css'
import { useLink } from '../link/useLink.ts'

export function TimePane(): ReactElement {
  const { live, frozen, typed } = useStore(clock)
  const now = useStore(clock, instantOf)
  const inspector = useStore(inspectorStore)
  const path = useLink()?.link.path
  const linked = path?.parent === null ? path.step : null
  // the field holds still while somebody is in it
  const [held, setHeld] = useState<string | null>(null)
  const strip = now === null ? null : layTimeStrip(claimsOf(inspector), now, inspector.leeway)
  const isUnreadable = typed !== null && readIso(typed) === null
  return (
    <section className={section['section']} aria-label="Time" id="time">
      <div className={section['head']}>
        <h2>Time</h2>
        <span className={section['meta']}>UTC, not to scale</span>
        {strip && strip.exp !== null && (
          <button
            type="button"
            className={`link ${section['end']}`}
            onClick={() => freezeAt((strip.exp ?? 1) - 1)}
          >
            Travel to 1 s before expiry
          </button>
        )}
      </div>
      <div className={css['strip']}>
        {strip && (
          <>
            <div className={css['picture']} aria-hidden="true">
              <i className={css['axis']} />
              {strip.life && (
                <i
                  className={`${css['life']} ${strip.life.isTorn ? css['torn'] : ''}`}
                  style={{
                    left: `${strip.life.from}%`,
                    width: `${strip.life.to - strip.life.from}%`,
                  }}
                />
              )}
              {strip.ticks.map(({ name, at, label }, index) => (
                <span
                  key={name}
                  className={css['tick']}
                  data-end={at > 80 || undefined}
                  data-linked={name === linked || undefined}
                  data-near={isNear(strip.ticks, index) || undefined}
                  style={{ left: `${at}%` }}
                >
                  <b>{name}</b>
                  <small>{label}</small>
                </span>
              ))}
            </div>
            <p className={css['told']}>
              {strip.sentence}{' '}
              {readingOf(inspector).form !== 'empty' && (
                <a className="link" href="#/session/observed">
                  Open in Session lab
                </a>
              )}
            </p>
          </>
        )}
      </div>
      <div className={css['when']}>
        <label htmlFor="as-of">As of</label>
        <select
          id="as-of"
          className="select"
          value={frozen === null && typed === null ? 'now' : 'instant'}
          onChange={(event) => {
            if (event.currentTarget.value === 'now') followClock()
            else freezeAt(live ?? 0)
          }}
        >
          <option value="now">Now</option>
          <option value="instant">Custom</option>
        </select>
        <input
          className={`input ${css['instant']}`}
          aria-label="Instant"
          aria-invalid={isUnreadable}
          aria-describedby={isUnreadable ? 'instant-fault' : undefined}
          spellCheck={false}
          autoComplete="off"
          value={typed ?? held ?? (now === null ? '' : tellIso(now))}
          onFocus={(event) => setHeld(event.currentTarget.value)}
          onBlur={() => setHeld(null)}
          onChange={(event) => typeInstant(event.currentTarget.value)}
        />
        <span className={css['leeway']}>
          <label htmlFor="leeway">Leeway</label>
          <input
            id="leeway"
            className="input"
            type="number"
            min="0"
            step="1"
            value={inspector.leeway}
            onChange={(event) => setLeeway(event.currentTarget.valueAsNumber)}
          />
          s
        </span>
      </div>
      {isUnreadable && (
        <p id="instant-fault" className={section['strip']} data-state="warning">
          <b>This is no instant.</b> Write it like 2018-12-19T12:57:39Z.{' '}
          {now !== null && `Until then ${tellIso(now)} counts.`}
        </p>
      )}
      {frozen !== null && !isUnreadable && (
        <p className={`${section['strip']} ${css['frozen']}`}>
          Time stands still at {tellIso(frozen)}.{' '}
          <button type="button" className="link" onClick={followClock}>
            Back to now
          </button>
        </p>
      )}
    </section>
  )
}

/** True where the name of an earlier tick would stand under this one's. */
function isNear(ticks: TimeStrip['ticks'], index: number): boolean {
  const at = ticks[index]?.at ?? 0
  return ticks.slice(0, index).some((earlier) => at >= earlier.at && at - earlier.at < 8)
}
