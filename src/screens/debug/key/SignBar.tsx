/** How is the shown token signed with the key in the box, and what came of it? decisions.md A2, A4. */
import { type ReactElement, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { publicForms } from '../../../keys/importKey.ts'
import type { AsymmetricKey } from '../../../keys/keyKinds.ts'
import { inspectorStore } from '../../../state/inspectorStore.ts'
import { readingOf } from '../../../state/inspectorView.ts'
import { keyReadingOf } from '../../../state/lateView.ts'
import {
  backToOldKey,
  backToUnsigned,
  deedOf,
  generatableOf,
  generateForShown,
  signShown,
  signStore,
} from '../../../state/signActs.ts'
import { algorithmOf } from '../../../token/readToken.ts'
import { CopyButton } from '../../../ui/CopyButton.tsx'
import section from '../Section.module.css'
import css from './SignBar.module.css'

/** Sign is never switched off: pressed without a key that fits, it says what is missing. */
export function SignButtons(): ReactElement {
  const reading = readingOf(useStore(inspectorStore))
  return (
    <span className={css['acts']}>
      {generatableOf(reading) && (
        <button type="button" className="button" onClick={() => void generateForShown()}>
          Generate key
        </button>
      )}
      <button type="button" className="button" onClick={() => void signShown()}>
        {deedOf(reading)}
      </button>
    </span>
  )
}

/** What came of the last press, with the way back, and the public half of the key to take along. */
export function SignNotes(): ReactElement {
  const inspector = useStore(inspectorStore)
  const { signed, refused, generated } = useStore(signStore)
  const key = keyReadingOf(inspector)
  const isShown = signed !== null && signed.shown === inspector.shown
  return (
    <>
      {(key.kind === 'private' || key.kind === 'public') && (
        <PublicKeyCopies asymmetricKey={key} alg={algorithmOf(readingOf(inspector)) ?? ''} />
      )}
      <div role="status" aria-label="Signing">
        {generated && (
          <p className={section['strip']}>
            {generated.inWords} was made here for {generated.alg}. It is kept in memory only: copy
            it if you need it later.{' '}
            <button
              type="button"
              className="link"
              aria-label="Undo: put the old key back"
              onClick={backToOldKey}
            >
              Undo
            </button>
          </p>
        )}
        {isShown && (
          <p className={section['strip']}>
            <b>
              {signed.deed} with {signed.alg} just now:
            </b>{' '}
            {signed.text === signed.before.text ? (
              'the token had this very signature before, so nothing changed.'
            ) : (
              <>
                this is a new token.{' '}
                <button type="button" className="link" onClick={backToUnsigned}>
                  Back to the one before
                </button>
              </>
            )}
          </p>
        )}
      </div>
      {refused && (
        <p className={section['strip']} data-state="warning" role="alert">
          <b>{refused.lead}</b> {refused.rest}
        </p>
      )}
    </>
  )
}

type Forms = Awaited<ReturnType<typeof publicForms>>

/** Nothing where the public half cannot be told. */
function PublicKeyCopies({
  asymmetricKey,
  alg,
}: {
  asymmetricKey: AsymmetricKey
  alg: string
}): ReactElement | null {
  const [known, setKnown] = useState<{ of: AsymmetricKey; forms: Forms } | null>(null)
  useEffect(() => {
    let isAwaited = true
    void publicForms(asymmetricKey, alg).then((forms) => {
      if (isAwaited) setKnown({ of: asymmetricKey, forms })
    })
    return () => {
      isAwaited = false
    }
  }, [asymmetricKey, alg])
  const forms = known?.of === asymmetricKey ? known.forms : null
  if (forms === null) return null
  return (
    <div className={css['copies']}>
      <CopyButton label="Copy public key as PEM" className="link" text={() => forms.pem} />
      <CopyButton label="Copy public key as JWK" className="link" text={() => forms.jwk} />
    </div>
  )
}
