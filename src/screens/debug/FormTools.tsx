/** What does a token need to be read that is more than three parts: a choice of signature, a payload from elsewhere, a way inside? */
import type { ReactElement } from 'react'
import { useStore } from 'zustand'
import { PlainField } from '../../editor/PlainField.tsx'
import { inspectorStore } from '../../state/inspectorStore.ts'
import { readingOf } from '../../state/inspectorView.ts'
import { entryAlgorithmsOf, nestedTokenOf } from '../../state/lateView.ts'
import { chooseEntry, editDetached, stepInside, stepOut } from '../../state/stepInside.ts'
import type { JsonObject } from '../../token/jsonText.ts'
import { mayBeDetached } from '../../token/readAnyForm.ts'
import type { TokenReading } from '../../token/readToken.ts'
import { visible } from '../../token/visible.ts'
import { Tabs } from '../../ui/Tabs.tsx'
import { EditorNotice } from './EditorNotice.tsx'
import { EncodingChoice } from './key/EncodingChoice.tsx'
import css from './FormTools.module.css'
import keyBox from './key/KeyPane.module.css'
import section from './Section.module.css'

/** Characters of an algorithm's name that are shown. */
const LONGEST_NAME = 24

export function FormTools(): ReactElement {
  const inspector = useStore(inspectorStore)
  const reading = readingOf(inspector)
  const { more } = reading
  const nested = nestedTokenOf(inspector)
  const depth = inspector.outer.length
  const isLesson = inspector.outer.at(-1)?.isBehindLesson === true
  return (
    <>
      <EditorNotice />
      {isLesson && (
        <p className={`${section['strip']} ${css['inside']}`}>
          <b>From the lesson.</b> Your own token waits behind it.{' '}
          <button type="button" className="link" onClick={stepOut}>
            Back to my own token
          </button>
        </p>
      )}
      {depth > 0 && !isLesson && (
        <p className={`${section['strip']} ${css['inside']}`}>
          <b>Inside.</b> This token is the payload of another{depth > 1 && ` (level ${depth + 1})`}.{' '}
          <button type="button" className="link" onClick={stepOut}>
            Step out
          </button>
        </p>
      )}
      {more && more.count > 1 && (
        <div className={css['entries']}>
          <Tabs
            label={reading.form === 'jwe' ? 'Recipients' : 'Signatures'}
            names={entryAlgorithmsOf(inspector).map((alg, index) => nameEntry(reading, alg, index))}
            chosen={more.chosen}
            controls="token-box"
            onChoose={chooseEntry}
          />
        </div>
      )}
      {more?.unprotected && <Unprotected text={reading.text} header={more.unprotected} />}
      {more?.recipientHeader && <Unprotected text={reading.text} header={more.recipientHeader} />}
      {mayBeDetached(reading) && (
        <div className={css['detached']}>
          <div className={css['row']}>
            <h3 id="detached-title">Detached payload</h3>
            <EncodingChoice
              id="detached-encoding"
              label="Read payload as"
              value={inspector.detached.encoding}
              onChoose={(encoding) => editDetached({ encoding })}
            />
          </div>
          <PlainField
            label="Detached payload"
            className={keyBox['field'] ?? ''}
            value={inspector.detached.text}
            marks={() => []}
            placeholder="Paste the payload that was sent apart from the token"
            onEdit={({ text }) => editDetached({ text })}
          />
        </div>
      )}
      {nested !== null && (
        <p className={`${section['strip']} ${css['inside']}`}>
          The payload is itself a token.{' '}
          <button type="button" className="link" onClick={() => stepInside(nested)}>
            Step inside
          </button>
        </p>
      )}
    </>
  )
}

function nameEntry({ form }: TokenReading, alg: string | null, index: number): string {
  const noun = form === 'jwe' ? 'Recipient' : 'Signature'
  return `${noun} ${index + 1}${alg ? `, ${visible(alg.slice(0, LONGEST_NAME))}` : ''}`
}

function Unprotected({ text, header }: { text: string; header: JsonObject }): ReactElement {
  return (
    <p className={section['strip']} data-state="warning">
      <b>Unprotected header.</b> Nothing signs it, so anyone on the way could have changed it:{' '}
      <code className={css['header']}>
        <bdi>{visible(text.slice(header.start, header.end))}</bdi>
      </code>
    </p>
  )
}
