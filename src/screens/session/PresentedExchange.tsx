/** What went over the wire, in the few lines that a room can read? Tokens by their names alone; ux.md 4.10. */
import type { ReactElement } from 'react'
import { tellEntry } from '../../simulation/tellEntry.ts'
import type { Entry } from '../../simulation/timeline.ts'
import { findTokens, responseText } from '../../simulation/transcript.ts'
import { type Exchange, statusOf } from '../../simulation/wire.ts'
import { Chip } from './Chip.tsx'
import css from './Presented.module.css'
import { useSession, useTimeline } from './useSession.ts'
import { useSigned } from './useSigned.ts'

export function PresentedExchange(): ReactElement {
  const timeline = useTimeline()
  const count = useSession((session) => session.playhead.count)
  const question = useSession((session) => session.preset.question)
  const entry = timeline.entries[count - 1]
  return (
    <section className={css['exchange']} aria-label="Transcript" {...stateOf(entry)}>
      {entry === undefined ? (
        <p className={css['asked']}>{question ?? 'Nothing was sent yet.'}</p>
      ) : entry.exchange === null ? (
        <p className={css['quiet']}>{tellEntry(entry, timeline.scenario).why}</p>
      ) : (
        <Wire entry={entry} exchange={entry.exchange} />
      )}
    </section>
  )
}

const stateOf = (entry: Entry | undefined): object =>
  entry?.exchange && statusOf(entry.exchange) !== 200 ? { 'data-refused': '' } : {}

/** A refusal says its reason last; what stands between is left out, and marked. */
const inShort = (body: string): string => body.replace(/,"code":.*?"message":/, ', … "message":')

function Wire({ entry, exchange }: { entry: Entry; exchange: Exchange }): ReactElement {
  const { used, actor, gained } = entry
  useSigned(gained)
  const [head = '', ...rest] = responseText(exchange).split('\n\n')
  const status = head.split('\n')[0]?.replace(/^HTTP\/1\.1 /, '')
  return (
    <>
      <p>
        {exchange.request.method} {exchange.request.path}{' '}
        {used && <Chip label={used.label} kind={used.kind} actor={actor} />}{' '}
        <b className={css['status']}>{status}</b>
      </p>
      <p>
        {findTokens(inShort(rest.join('\n\n')), entry).map((piece, index) =>
          piece.token === null ? (
            // oxlint-disable-next-line react/no-array-index-key -- pieces stand in the order of the text
            <span key={index}>{piece.text}</span>
          ) : (
            <Chip
              // oxlint-disable-next-line react/no-array-index-key -- as above
              key={index}
              label={piece.token.label}
              kind={piece.token.kind}
              actor={actor}
            />
          ),
        )}
      </p>
    </>
  )
}
