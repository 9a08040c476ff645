/** What do the debugger’s own tokens tell of their lives, seen on the lab’s timeline? ux.md 4.12. */
import { type ReactElement, useMemo } from 'react'
import { useStore } from 'zustand'
import { tellDuration } from '../../../claims/duration.ts'
import { tellIso } from '../../../claims/isoInstant.ts'
import { measure, observe, type Observation } from '../../../claims/observe.ts'
import { sandbox } from '../../../simulation/lifetimePresets.ts'
import { clock, followClock, instantOf } from '../../../state/clock.ts'
import { freezeAt } from '../../../state/chooseInstant.ts'
import { inspectorStore } from '../../../state/inspectorStore.ts'
import { readToken } from '../../../token/readToken.ts'
import { writeSeed } from '../../../state/sessionSeed.ts'
import css from './Observed.module.css'
import { ObservedExport } from './ObservedExport.tsx'
import { ObservedPicture } from './ObservedPicture.tsx'
import { ObservedTable } from './ObservedTable.tsx'
import { NowLine } from './NowLine.tsx'

export function ObservedScreen(): ReactElement {
  const current = useStore(inspectorStore, (inspector) => inspector.current)
  const { texts, observation } = useMemo(() => readAll(current), [current])
  const now = useStore(clock, instantOf)
  if (now === null) return <h1 className="visually-hidden">Your tokens on a timeline</h1>
  return (
    <div className={css['screen']}>
      <div className={css['head']}>
        <h1>Your tokens on a timeline</h1>
        <p>Observed, not simulated: solid is what the tokens say, dashed is inferred.</p>
        <a className="quiet" href="#/debug">
          Back to the debugger
        </a>
      </div>
      {texts.length === 0 ? (
        <p className={css['nothing']}>
          There is no token in the debugger to draw. Paste one there, or an access and a refresh
          token together, then open it here.
        </p>
      ) : (
        <>
          <div className={css['row']}>
            <Travel observation={observation} now={now} />
            <ObservedExport texts={texts} observation={observation} now={now} />
          </div>
          <Frozen />
          <ObservedPicture observation={observation} now={now} />
          <NowLine observation={observation} now={now} />
          <Inferences observation={observation} />
          <ObservedTable observation={observation} now={now} />
        </>
      )}
    </div>
  )
}

/** Texts that are no tokens at all are left out. */
function readAll(current: readonly string[]): { texts: string[]; observation: Observation } {
  const found = current
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map((text) => ({ text, reading: readToken(text) }))
    .filter(({ reading }) => reading.header?.json.root?.kind === 'object')
  return {
    texts: found.map(({ text }) => text),
    observation: observe(found.map(({ reading }) => reading)),
  }
}

/** Pressed again, the second goes on to the end of the next token. */
function Travel({ observation, now }: { observation: Observation; now: number }): ReactElement {
  const { tokens } = observation
  const issues = tokens.flatMap(({ issued }) => (issued === null ? [] : [issued.at]))
  const ends = tokens
    .flatMap(({ ends: end }) => (end === null ? [] : [end]))
    .toSorted((a, b) => a - b)
  const isFrozen = useStore(clock, ({ frozen }) => frozen !== null)
  const end = ends.find((at) => at - 1 > now) ?? ends[0]
  const issue = Math.min(...issues)
  return (
    <div role="group" aria-label="Travel" className={css['travel']}>
      {issues.length > 0 && (
        <button type="button" className="button" onClick={() => freezeAt(issue)}>
          Travel to issue
        </button>
      )}
      {end !== undefined && (
        <button type="button" className="button" onClick={() => freezeAt(end - 1)}>
          Travel to 1 s before expiry
        </button>
      )}
      <button type="button" className="button" aria-pressed={!isFrozen} onClick={followClock}>
        Now
      </button>
    </div>
  )
}

function Frozen(): ReactElement | null {
  const frozen = useStore(clock, (state) => state.frozen)
  return frozen === null ? null : (
    <p className={css['frozen']}>Time stands still at {tellIso(frozen)}.</p>
  )
}

/** What this page makes of the dates, and how they get into the simulator. */
function Inferences({ observation }: { observation: Observation }): ReactElement {
  const measured = measure(observation)
  const { access, refresh } = measured
  const lines = [
    ...observation.tokens.flatMap(({ gaps }) => gaps),
    ...observation.login.map(({ words }) => words),
  ]
  const taken = [
    ...(access === null ? [] : [`access lifetime ${tellDuration(0, access)}`]),
    ...(refresh === null ? [] : [`refresh lifetime ${tellDuration(0, refresh)}`]),
  ]
  return (
    <div className={css['inferences']}>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p>
        <a className="button" href={writeSeed(measured, sandbox)}>
          Copy into simulator
        </a>{' '}
        <span className={css['seed']}>
          {taken.length === 0
            ? 'The tokens leave their lifetimes open, so the simulator starts with its defaults.'
            : `It starts with ${taken.join(' and ')}, and no token of yours goes there.`}
        </span>
      </p>
    </div>
  )
}
