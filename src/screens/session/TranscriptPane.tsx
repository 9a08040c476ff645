/** What went over the wire, to the letter? ux.md 4.6; RFC 9112 §3 and §4. */
import { type ReactElement, useState } from 'react'
import { tellEntry } from '../../simulation/tellEntry.ts'
import { tellInstant } from '../../simulation/tellInstant.ts'
import { countFirst, type Entry } from '../../simulation/timeline.ts'
import { type Dialect, requestText, responseText } from '../../simulation/transcript.ts'
import { type Exchange, statusOf } from '../../simulation/wire.ts'
import type { IssuedToken } from '../../simulation/world.ts'
import { openInDebugger } from '../../state/openInDebugger.ts'
import { selectEntry } from '../../state/sessionStore.ts'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { Chip } from './Chip.tsx'
import { exchangesOf } from './events.ts'
import css from './Drawer.module.css'
import { useSession, useTimeline } from './useSession.ts'
import { useSigned } from './useSigned.ts'
import { WireText } from './WireText.tsx'

const DIALECTS: readonly [name: string, dialect: Dialect][] = [
  ['HTTP', 'HTTP'],
  ['curl', 'curl'],
  ['HTTPie', 'HTTPie'],
  ['Python requests', 'Python'],
]
/** How many exchanges are listed, those around the playhead. */
const LISTED = 6

export function TranscriptPane(): ReactElement {
  const timeline = useTimeline()
  const count = useSession((session) => session.playhead.count)
  const places = exchangesOf(timeline)
  const done = countFirst(places, (place) => place <= count)
  const first = Math.max(0, Math.min(done - LISTED + 1, places.length - LISTED))
  const entry = timeline.entries[(places[done - 1] ?? 0) - 1]
  return (
    <section className={css['pane']} aria-label="Transcript" id="session-transcript" tabIndex={-1}>
      <h2>Transcript</h2>
      <ol className={css['exchanges']} aria-label="Exchanges">
        {places.slice(first, first + LISTED).map((place) => {
          const one = timeline.entries[place - 1]
          return one ? (
            <ExchangeRow
              key={place}
              entry={one}
              place={place}
              isCurrent={place === places[done - 1]}
              isLater={place > count}
            />
          ) : null
        })}
      </ol>
      {entry?.exchange ? (
        <ExchangeText
          entry={entry}
          exchange={entry.exchange}
          title={`Exchange ${done} of ${places.length}`}
        />
      ) : (
        <p className={css['note']}>Nothing was sent yet. Press Play, or go to the next event.</p>
      )}
    </section>
  )
}

interface RowProps {
  entry: Entry
  place: number
  isCurrent: boolean
  isLater: boolean
}

function ExchangeRow({ entry, place, isCurrent, isLater }: RowProps): ReactElement {
  const { exchange, actor, used } = entry
  const status = exchange === null ? 0 : statusOf(exchange)
  return (
    <li>
      <button
        type="button"
        aria-current={isCurrent ? 'true' : undefined}
        data-later={isLater || undefined}
        onClick={() => selectEntry(place)}
      >
        <span className={css['when']}>{tellInstant(entry.at)}</span>
        <span data-actor={actor}>{actor}</span>
        <code>
          {exchange?.request.method} {shortPath(exchange?.request.path ?? '')}
        </code>
        {used === null ? <span /> : <Chip label={used.label} kind={used.kind} actor={actor} />}
        <span data-state={status === 200 ? 'pass' : 'fail'}>
          <span aria-hidden="true">{status === 200 ? '✓' : '✕'}</span> {status}
        </span>
      </button>
    </li>
  )
}

/** `/api/token/refresh/` → `…/refresh/`: the end tells one from the other, and the whole stands below. */
const shortPath = (path: string): string => path.replace(/^\/api\/token(?=\/\w)/, '…')

const tokensOf = ({ used, gained }: Entry): IssuedToken[] =>
  used === null ? [...gained] : [used, ...gained]

interface TextProps {
  entry: Entry
  exchange: Exchange
  title: string
}

function ExchangeText({ entry, exchange, title }: TextProps): ReactElement {
  const [chosen, choose] = useState(0)
  const { scenario } = useTimeline()
  const dialect = DIALECTS[chosen]?.[1] ?? 'HTTP'
  const request = requestText(exchange, dialect)
  const response = responseText(exchange)
  const isRefused = statusOf(exchange) !== 200
  const tokens = tokensOf(entry)
  useSigned(tokens)
  return (
    <>
      <div className={css['head']}>
        <h3>{title}</h3>
        <Tabs
          label="Written as"
          names={DIALECTS.map(([name]) => name)}
          chosen={chosen}
          controls="session-wire"
          onChoose={choose}
        />
      </div>
      <div id="session-wire" role="tabpanel" aria-label={DIALECTS[chosen]?.[0]}>
        <WireText text={request} entry={entry} label="Request" />
        <WireText text={response} entry={entry} label="Response" isRefused={isRefused} />
      </div>
      <p className={css['why']}>
        <b>Why.</b> {tellEntry(entry, scenario).why}
      </p>
      <div className={css['acts']}>
        {tokens.map((token) => (
          <a
            key={token.label}
            className="link"
            href="#/debug"
            onClick={() => void openInDebugger(token, entry.at)}
          >
            Open in Debugger: {token.label}
          </a>
        ))}
        <CopyButton label="Copy both" className="link" text={() => `${request}\n\n${response}`} />
      </div>
    </>
  )
}
