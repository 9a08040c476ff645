/** Which token is shown, where did it come from, and what can be done with it? */
import { type ReactElement, Suspense } from 'react'
import { useStore } from 'zustand'
import { CodeField } from '../../editor/CodeField.tsx'
import { loadSample, restoreRaw, takeEdit } from '../../state/acts.ts'
import { clock } from '../../state/clock.ts'
import { boxTextOf, type Inspector, inspectorStore } from '../../state/inspectorStore.ts'
import { linkStore } from '../../state/linkStore.ts'
import { backToPasted } from '../../state/tokenActs.ts'
import { toldOf, isCleaned, isEdited, readingOf } from '../../state/inspectorView.ts'
import { tokenMarksOf } from '../../state/marks.ts'
import {
  FormTools,
  LateFaults,
  LinkedLine,
  LinkNote,
  PartMap,
  TokenTabs,
  TokenTools,
} from '../late.ts'
import section from './Section.module.css'
import css from './TokenPane.module.css'

// the same elements at every drawing: so what index.html holds stands in their place until they arrive
const partMap = (
  <Suspense>
    <PartMap />
  </Suspense>
)
const linkedLine = (
  <Suspense>
    <LinkedLine />
  </Suspense>
)

export function TokenPane({
  unknownSettings,
}: {
  unknownSettings: readonly string[]
}): ReactElement {
  const inspector = useStore(inspectorStore)
  const reading = readingOf(inspector)
  const { sentence, warnings } = toldOf(inspector)
  const hasStarted = useStore(clock, (state) => state.live !== null)
  return (
    <section className={css['token']} aria-label="Token">
      <div className={css['head']}>
        {inspector.pasted.tokens.length > 1 ? (
          <Suspense fallback={<h2 className={css['title']}>Token</h2>}>
            <TokenTabs />
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
      <div
        className={`${css['intake']} ${inspector.sample.token ? css['ribbon'] : ''}`}
        data-waiting={!hasStarted || undefined}
      >
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
        {isPair(inspector) && (
          <a className="link" href="#/session/observed">
            See them on a timeline
          </a>
        )}
        {hasStarted && boxTextOf(inspector) === '' && (
          <button type="button" className="link" onClick={() => void loadSample('fresh-pair')}>
            Try an example
          </button>
        )}
      </div>
      {unknownSettings.length > 0 && (
        <Suspense>
          <LinkNote unknown={unknownSettings} />
        </Suspense>
      )}
      {partMap}
      <div id="token-box" className={css['box']}>
        <TokenField />
      </div>
      {linkedLine}
      {isEdited(inspector) && (
        <p className={`${section['strip']} ${css['edited']}`}>
          <b>Edited.</b> This is no longer the text that came in.{' '}
          <button type="button" className="link" onClick={backToPasted}>
            Back to what I pasted
          </button>
        </p>
      )}
      <LateFaults faults={reading.faults} place="token" />
      <Suspense>
        <FormTools />
      </Suspense>
    </section>
  )
}

/** Drawn apart, because a link that moves changes nothing else of the pane. */
function TokenField(): ReactElement {
  const inspector = useStore(inspectorStore)
  useStore(linkStore, () => JSON.stringify(inspector.late?.linkMarksOf(inspector, 'token')))
  return (
    <CodeField
      label="Encoded token"
      className={css['field'] ?? ''}
      value={boxTextOf(inspector)}
      marks={(from, to) => tokenMarksOf(inspector, from, to)}
      placeholder="Paste a token, an Authorization header, a curl command, or a JSON response."
      onEdit={takeEdit}
      isSelectedOnce={inspector.sample.token === 'fresh-pair'}
      {...inspector.late?.linkField('token')}
    />
  )
}

/** An access and a refresh token, pasted together. */
const isPair = ({ pasted: { tokens, names }, sample }: Inspector): boolean =>
  tokens.length === 2 && names.includes('Refresh') && sample.token === null
