/** With which key is the signature checked, and what does it still lack? */
import { type ReactElement, useLayoutEffect, useState } from 'react'
import { useStore } from 'zustand'
import { PlainField } from '../../../editor/PlainField.tsx'
import { editKey, inspectorStore } from '../../../state/inspectorStore.ts'
import { assessmentOf, readingOf } from '../../../state/inspectorView.ts'
import { keyReadingOf } from '../../../state/lateView.ts'
import { PRIVATE_KEY } from '../../../intake/warnings.ts'
import { stringMember } from '../../../token/jsonText.ts'
import { algorithmOf } from '../../../token/readToken.ts'
import { adviseOnKey } from '../../../verification/keyAdvice.ts'
import { type NearMiss, tellNearMiss, tellTried } from '../../../verification/nearMiss.ts'
import { tellKeyNote } from '../../../verification/tellKeyNote.ts'
import type { Assessment } from '../../../judgement/assessment.ts'
import { tellRepair } from '../../../keys/keyRepair.ts'
import type { KeyReading } from '../../../keys/readKey.ts'
import type { SecretEncoding } from '../../../keys/secret.ts'
import type { Verdict } from '../../../verification/verdict.ts'
import { signStore } from '../../../state/signActs.ts'
import { Icon } from '../../../ui/Icon.tsx'
import { BroughtKeys } from './BroughtKeys.tsx'
import { CertificateFacts } from './CertificateFacts.tsx'
import { EncodingChoice } from './EncodingChoice.tsx'
import css from './KeyPane.module.css'
import section from '../Section.module.css'
import { rules } from '../../../judgement/findings/rules.ts'
import { KeySetList } from './KeySetList.tsx'
import { SignButtons, SignNotes } from './SignBar.tsx'
import { WeakSecretCheck } from './WeakSecretCheck.tsx'

export function KeyPane(): ReactElement {
  const inspector = useStore(inspectorStore)
  const [isShown, setShown] = useState(false)
  useLayoutEffect(keepEarlyKey, [])
  const { key, sample } = inspector
  const reading = keyReadingOf(inspector)
  const { verdict } = assessmentOf(inspector)
  const miss = missOf(verdict, sample.key !== null)
  const isMadeHere = useStore(signStore, ({ generated }) => generated !== null)
  const alarm = alarmOf(assessmentOf(inspector), reading, isMadeHere)
  const certificate = 'certificate' in reading && !key.isFromToken ? reading.certificate : null
  const repairs = reading.kind === 'public' || reading.kind === 'private' ? reading.repairs : []
  const isHideable = holdsSecret(reading) && sample.key === null
  const advice = sample.key === null ? adviseOnKey(key.text, reading, verdict) : null
  return (
    <section className={css['key']} aria-label="Verification key">
      <div className={css['head']}>
        <h2>Key</h2>
        <span className={section['note']} id="key-note">
          {sample.key !== null && 'Came with the example. '}
          {tellKeyNote(algorithmOf(readingOf(inspector)), reading)}
        </span>
      </div>
      <div className={css['box']}>
        <PlainField
          label="Key"
          className={`${css['field']} ${isHideable && !isShown ? css['masked'] : ''}`}
          value={key.text}
          marks={() => []}
          placeholder="Paste a secret, PEM or JWK"
          describedBy="key-note"
          onEdit={({ text }) => editKey({ text })}
        />
        {isHideable && (
          <button
            type="button"
            className={`quiet ${css['eye']}`}
            aria-pressed={isShown}
            aria-label={isPair(reading) ? 'Show the private key' : 'Show the secret'}
            onClick={() => setShown(!isShown)}
          >
            <Icon name="eye" />
            {isShown ? 'Hide' : 'Show'}
          </button>
        )}
      </div>
      <div className={css['row']}>
        <EncodingChoice
          id="encoding"
          label="Read secret as"
          value={key.encoding}
          onChoose={(encoding) => editKey({ encoding })}
        />
        <SignButtons />
      </div>
      {reading.kind === 'jwk-set' && (
        <KeySetList
          members={reading.members}
          kid={stringMember(readingOf(inspector).joseHeader, 'kid')}
          verdict={verdict}
        />
      )}
      {repairs.length > 0 && (
        <p className={section['strip']}>{repairs.map(tellRepair).join(' ')}</p>
      )}
      {certificate && (
        <div className={section['strip']}>
          <CertificateFacts der={certificate.der} />
        </div>
      )}
      <BroughtKeys />
      {alarm && (
        <p className={section['strip']} data-state="warning" role="alert">
          {alarm}
          {isConfusion(verdict) && (
            <>
              {' '}
              <a href={`#/attack/${rules['algorithm-confusion'].room}`}>Try it in the Attack lab</a>
            </>
          )}
        </p>
      )}
      {advice && (
        <p className={section['strip']} data-state="warning">
          {advice}
        </p>
      )}
      {miss && !advice && (
        <p className={section['strip']} data-state="warning">
          {miss.note}{' '}
          {miss.action && (
            <button type="button" className="link" onClick={() => editKey(miss.fix)}>
              {miss.action}
            </button>
          )}
        </p>
      )}
      <SignNotes />
      <WeakSecretCheck />
    </section>
  )
}

/** What was typed into the field before this part came alive stands in the field alone. */
function keepEarlyKey(): void {
  const field = document.querySelector<HTMLTextAreaElement>('textarea[aria-label="Key"]')
  if (field && field.value !== '' && inspectorStore.getState().key.text === '')
    editKey({ text: field.value })
}

interface MissTold {
  note: string
  action: string | null
  fix: { text?: string; encoding?: SecretEncoding }
}

/** What would match, or what was tried in vain (E10). A sample's own key is right, so a mismatch is about the token. */
function missOf(verdict: Verdict, isSampleKey: boolean): MissTold | null {
  const miss = nearMissOf(verdict)
  if (miss !== null) return { ...tellNearMiss(miss), fix: miss.kind === 'secret' ? miss.fix : {} }
  if (verdict.kind !== 'mismatch' || isSampleKey) return null
  const note = tellTried(verdict.key, verdict.alsoTried)
  return note === null ? null : { note, action: null, fix: {} }
}

function nearMissOf(verdict: Verdict): NearMiss | null {
  if (verdict.kind === 'mismatch' || verdict.kind === 'wrong-length') return verdict.nearMiss
  if (verdict.kind !== 'unusable-key') return null
  return 'nearMiss' in verdict.reason ? verdict.reason.nearMiss : null
}

const isPair = (reading: KeyReading): boolean =>
  reading.kind === 'private' ||
  (reading.kind === 'jwk-set' && reading.members.some(({ key }) => key.kind === 'private'))

/** What nobody else may see, so that it is shown only when asked for. */
const holdsSecret = (reading: KeyReading): boolean =>
  reading.kind === 'secret' ||
  reading.kind === 'unreadable-secret' ||
  isPair(reading) ||
  (reading.kind === 'jwk-set' && reading.members.some(({ key }) => key.kind === 'secret'))

const isConfusion = (verdict: Verdict): boolean =>
  verdict.kind === 'unusable-key' && verdict.reason.code === 'public-as-secret'

/** What must not be overlooked: a private key on a web page (E12), a public key taken for a secret (V20). */
function alarmOf(
  { verdict, told }: Assessment,
  key: KeyReading,
  isMadeHere: boolean,
): string | null {
  if (isConfusion(verdict)) return `${told.lead} ${told.rest}`
  if (key.kind !== 'private' || isMadeHere) return null
  if (verdict.kind === 'encrypted')
    return 'That is a private key. It is used here to open the token, and nothing is kept. If it is real, do not paste it into web pages.'
  return PRIVATE_KEY
}
