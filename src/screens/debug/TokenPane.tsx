/** Which token is shown, where did it come from, and what can be done with it? */
import { grouped } from '../../token/grouped.ts'
import { type ReactElement, Suspense } from 'react'
import { useStore } from 'zustand'
import { PlainField } from '../../editor/PlainField.tsx'
import { loadSample, restoreRaw, takeEdit } from '../../state/acts.ts'
import { clock } from '../../state/clock.ts'
import { boxTextOf, inspectorStore } from '../../state/inspectorStore.ts'
import { backToPasted, showToken } from '../../state/tokenActs.ts'
import { toldOf, isCleaned, isEdited, readingOf, tabNamesOf } from '../../state/inspectorView.ts'
import { tokenMarksOf } from '../../state/marks.ts'
import type { TokenFault } from '../../token/fault.ts'
import type { TokenReading } from '../../token/readToken.ts'
import { FormTools, LateFaults, Tabs, TokenTools } from '../late.ts'
import section from './Section.module.css'
import css from './TokenPane.module.css'

export function TokenPane({
  unknownSettings,
}: {
  unknownSettings: readonly string[]
}): ReactElement {
  const inspector = useStore(inspectorStore)
  const reading = readingOf(inspector)
  const names = tabNamesOf(inspector)
  const { sentence, warnings } = toldOf(inspector)
  const hasStarted = useStore(clock, (state) => state.live !== null)
  const isExample = inspector.sample.token === 'fresh-pair'
  return (
    <section className={css['token']} aria-label="Token">
      <div className={css['head']}>
        {names.length > 1 ? (
          <Suspense fallback={<h2 className={css['title']}>Token</h2>}>
            <Tabs
              label="Tokens"
              names={names}
              chosen={inspector.shown}
              controls="token-box"
              onChoose={showToken}
            />
          </Suspense>
        ) : (
          <h2 className={css['title']}>Token</h2>
        )}
        <div className={css['tools']}>
          <Suspense>
            <TokenTools />
          </Suspense>
        </div>
      </div>
      <div className={`${css['intake']} ${inspector.sample.token ? css['ribbon'] : ''}`}>
        <div role="status" aria-label="Intake">
          {sentence}
          {inspector.isInstantReset && ' As of is back to now.'}
          {warnings.map((warning) => (
            <span key={warning}> {warning}</span>
          ))}
        </div>
        {isCleaned(inspector) && (
          <button type="button" className="link" onClick={restoreRaw}>
            Undo
          </button>
        )}
        {hasStarted && boxTextOf(inspector) === '' && (
          <button type="button" className="link" onClick={() => void loadSample('fresh-pair')}>
            Try an example
          </button>
        )}
      </div>
      {unknownSettings.length > 0 && (
        <p className={section['strip']} data-state="warning" role="status" aria-label="Link">
          This link asks for what this page does not know: {unknownSettings.join(', ')}. The rest of
          it was applied.
        </p>
      )}
      <PartMap reading={reading} />
      <div id="token-box" className={css['box']}>
        <PlainField
          label="Encoded token"
          className={css['field'] ?? ''}
          value={boxTextOf(inspector)}
          marks={(from, to) => tokenMarksOf(inspector, from, to)}
          placeholder="Paste a token, an Authorization header, a curl command, or a JSON response."
          onEdit={takeEdit}
          isSelectedOnce={isExample}
        />
      </div>
      {isEdited(inspector) && (
        <p className={`${section['strip']} ${css['edited']}`}>
          <b>Edited.</b> This is no longer the text that came in.{' '}
          <button type="button" className="link" onClick={backToPasted}>
            Back to what I pasted
          </button>
        </p>
      )}
      <LateFaults faults={reading.faults.filter(isToldHere)} />
      <Suspense>
        <FormTools />
      </Suspense>
    </section>
  )
}

/** What no pane of a part can tell stands right under the token. */
function isToldHere(fault: TokenFault): boolean {
  if (['part-count', 'illegal-character', 'of-form'].includes(fault.code)) return true
  return 'part' in fault && !['header', 'payload', 'signature'].includes(fault.part)
}

const PARTS = [
  { part: 'header', badge: 'H', name: 'Header', ghost: 'xxxxx', share: 36 },
  { part: 'payload', badge: 'P', name: 'Payload', ghost: 'yyyyy', share: 150 },
  { part: 'signature', badge: 'S', name: 'Signature', ghost: 'zzzzz', share: 43 },
] as const

const JWE_PARTS = ['Header', 'Key', 'IV', 'Ciphertext', 'Tag'] as const

/** The parts in proportion, with the characters they take, counted from 1. */
function PartMap({ reading }: { reading: TokenReading }): ReactElement {
  if (reading.form === 'jwe')
    return (
      <div className={css['map']}>
        {JWE_PARTS.map((name, index) => (
          <Segment
            key={name}
            part={index === 0 ? 'header' : 'rest'}
            badge={index === 0 ? 'H' : ''}
            name={name}
            share={lengthOf(reading, index)}
            range={rangeOf(reading, index)}
          />
        ))}
      </div>
    )
  const isEmpty = reading.form === 'empty'
  return (
    <div className={`${css['map']} ${isEmpty ? css['ghost'] : ''}`}>
      {PARTS.map(({ part, badge, name, ghost, share }, index) => (
        <Segment
          key={part}
          part={part}
          badge={badge}
          name={name}
          share={isEmpty ? share : lengthOf(reading, index)}
          range={isEmpty ? ghost : rangeOf(reading, index)}
        />
      ))}
    </div>
  )
}

interface SegmentProps {
  part: 'header' | 'payload' | 'signature' | 'rest'
  badge: string
  name: string
  share: number
  range: string
}

function Segment({ part, badge, name, share, range }: SegmentProps): ReactElement {
  return (
    <span className={css['segment']} data-part={part} style={{ flexGrow: Math.max(1, share) }}>
      {badge && (
        <span className={section['badge']} aria-hidden="true">
          {badge}
        </span>
      )}
      <b>{name}</b> <span className={css['range']}>{range}</span>
    </span>
  )
}

function lengthOf({ segments }: TokenReading, index: number): number {
  return segments[index]?.text.length ?? 0
}

function rangeOf({ segments }: TokenReading, index: number): string {
  const segment = segments[index]
  if (!segment) return 'missing'
  if (segment.start === segment.end) return 'empty'
  return `${grouped(segment.start + 1)}–${grouped(segment.end)}`
}
