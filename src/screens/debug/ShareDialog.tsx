/** How does a token leave this page on purpose, and what is hidden before it does? decisions.md A7. */
import { type ReactElement, useState } from 'react'
import { useStore } from 'zustand'
import { SAMPLE_IDS } from '../../samples/sampleIds.ts'
import { makeTwin, type Twin } from '../../sharing/safeTwin.ts'
import { shareLink, tellShareRisk } from '../../sharing/shareToken.ts'
import { clock } from '../../state/clock.ts'
import { inspectorStore } from '../../state/inspectorStore.ts'
import { claimsOf, readingOf } from '../../state/inspectorView.ts'
import { redact, redactionStore } from '../../state/redaction.ts'
import { grouped } from '../../token/grouped.ts'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import section from './Section.module.css'
import css from './ShareDialog.module.css'

/** Characters of a link that every program passes on whole. */
const SAFE_LINK = 2000

export function ShareDialog({ onClose }: { onClose: () => void }): ReactElement {
  const inspector = useStore(inspectorStore)
  const sample = SAMPLE_IDS.find((id) => id === inspector.sample.token)
  const isRedacted = useStore(redactionStore, (state) => state.isRedacted)
  const hasToken = readingOf(inspector).form !== 'empty'
  return (
    <Dialog title="Share" onClose={onClose}>
      {!hasToken && <p>There is no token to share yet.</p>}
      {hasToken && sample && (
        <section className={css['way']} aria-labelledby="share-example">
          <h3 id="share-example">A link to this example</h3>
          <p className={section['note']}>It holds the name of the example and nothing else.</p>
          <Given
            label="Link to the example"
            copy="Copy link to the example"
            text={shareLink(document.baseURI, { sample })}
          />
        </section>
      )}
      {hasToken && (
        <>
          <section className={css['way']} aria-labelledby="share-twin">
            <h3 id="share-twin">A safe twin</h3>
            <p className={section['note']}>
              For tickets and questions: names, lengths, times and true or false stay, all other
              values become x, 0 and 1. A new key signs it and is thrown away.
            </p>
            <SafeTwin />
          </section>
          <section className={css['way']} aria-labelledby="share-token">
            <h3 id="share-token">A link with the token</h3>
            <p className={section['note']}>
              It holds the token behind a #, which browsers send to no server. It never holds a key.
            </p>
            <TokenLink />
          </section>
        </>
      )}
      <section className={css['way']} aria-labelledby="share-redact">
        <h3 id="share-redact">A screenshot</h3>
        <label className={css['choice']}>
          <input
            type="checkbox"
            checked={isRedacted}
            onChange={(event) => redact(event.currentTarget.checked)}
          />
          Redact: draw token, values and key as dots
        </label>
        <p className={section['note']}>Copying is not affected. Times and findings stay.</p>
      </section>
    </Dialog>
  )
}

/** A text to take along. */
function Given({ label, copy, text }: { label: string; copy: string; text: string }): ReactElement {
  return (
    <div className={css['given']}>
      <input aria-label={label} readOnly value={text} onFocus={({ target }) => target.select()} />
      <CopyButton label={copy} className="link" text={() => text} />
    </div>
  )
}

function SafeTwin(): ReactElement {
  const reading = readingOf(useStore(inspectorStore))
  const [twin, setTwin] = useState<Twin | null>(null)
  if (twin === null)
    return (
      <button type="button" className="button" onClick={() => void makeTwin(reading).then(setTwin)}>
        Make a safe twin
      </button>
    )
  if (twin.kind === 'refused')
    return (
      <p role="status" className={section['strip']}>
        <b>{twin.lead}</b> {twin.rest}
      </p>
    )
  return (
    <>
      <Given label="Safe twin" copy="Copy the safe twin" text={twin.token} />
      {!twin.isSigned && (
        <p className={section['note']}>
          This page makes no key for its algorithm, so its signature is only of the same length.
        </p>
      )}
    </>
  )
}

/** Shown only after a second press, which follows what the link would give away. */
function TokenLink(): ReactElement {
  const inspector = useStore(inspectorStore)
  const live = useStore(clock, (state) => state.live) ?? 0
  const [step, setStep] = useState<'closed' | 'warned' | 'made'>('closed')
  const risk = tellShareRisk(claimsOf(inspector), live)
  if (step === 'closed')
    return (
      <button type="button" className="button" onClick={() => setStep('warned')}>
        Include the token
      </button>
    )
  const link = shareLink(document.baseURI, { token: readingOf(inspector).text })
  return (
    <>
      <p className={section['strip']} data-state={risk.state} role="note">
        <b>{risk.lead}</b> {risk.rest}
      </p>
      {step === 'warned' ? (
        <button type="button" className={`button ${css['sure']}`} onClick={() => setStep('made')}>
          Make the link all the same
        </button>
      ) : (
        <>
          <Given label="Link with the token" copy="Copy link with the token" text={link} />
          {link.length > SAFE_LINK && (
            <p className={section['note']}>
              The link has {grouped(link.length)} characters. Some programs cut links that long.
            </p>
          )}
        </>
      )}
    </>
  )
}
