/** Which token is shown, where did it come from, and what can be done with it? */
import { type ReactElement, Suspense } from 'react'
import { useStore } from 'zustand'
import { CodeField } from '../../editor/CodeField.tsx'
import { loadSample, restoreRaw, takeEdit } from '../../state/acts.ts'
import { clock } from '../../state/clock.ts'
import { boxTextOf, inspectorStore } from '../../state/inspectorStore.ts'
import { linkStore } from '../../state/linkStore.ts'
import { backToPasted, showToken } from '../../state/tokenActs.ts'
import { toldOf, isCleaned, isEdited, readingOf, tabNamesOf } from '../../state/inspectorView.ts'
import { tokenMarksOf } from '../../state/marks.ts'
import type { TokenFault } from '../../token/fault.ts'
import { FormTools, LateFaults, LinkedLine, PartMap, Tabs, TokenTools } from '../late.ts'
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
  useStore(linkStore)
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
      {partMap}
      <div id="token-box" className={css['box']}>
        <CodeField
          label="Encoded token"
          className={css['field'] ?? ''}
          value={boxTextOf(inspector)}
          marks={(from, to) => tokenMarksOf(inspector, from, to)}
          placeholder="Paste a token, an Authorization header, a curl command, or a JSON response."
          onEdit={takeEdit}
          isSelectedOnce={isExample}
          {...inspector.late?.linkField('token')}
        />
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
