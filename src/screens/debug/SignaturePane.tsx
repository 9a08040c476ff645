/** What was signed, how, and which bytes came of it? ux.md 3.4. */
import { grouped } from '../../token/grouped.ts'
import { type ReactElement, useDeferredValue } from 'react'
import { useStore } from 'zustand'
import { inspectorStore } from '../../state/inspectorStore.ts'
import { assessmentOf, readingOf } from '../../state/inspectorView.ts'
import { keyReadingOf } from '../../state/lateView.ts'
import { hexOf } from '../../token/hexDump.ts'
import { algorithmOf, type TokenReading } from '../../token/readToken.ts'
import { algorithmNamed } from '../../algorithms/algorithms.ts'
import { CopyButton } from '../../ui/CopyButton.tsx'
import css from './SignaturePane.module.css'
import { FaultStrips } from './FaultStrips.tsx'
import section from './Section.module.css'

/** What is drawn of an overlong signature or signing input; copying takes all of it. */
const MOST_BYTES = 1024
const MOST_INPUT = 4096

export function SignaturePane(): ReactElement {
  // the answers are painted first
  const inspector = useDeferredValue(useStore(inspectorStore))
  const reading = readingOf(inspector)
  const { signature } = reading
  const hasKey = keyReadingOf(inspector).kind !== 'nothing'
  const faults = reading.faults.filter(
    (fault) => 'part' in fault && fault.part === 'signature' && fault.code !== 'illegal-character',
  )
  return (
    <section
      id="signature"
      className={section['section']}
      data-part="signature"
      aria-label="Signature"
      tabIndex={-1}
    >
      <div className={section['head']}>
        <span className={section['badge']} aria-hidden="true">
          S
        </span>
        <h2>Signature</h2>
        <span className={section['meta']}>{tellLength(reading)}</span>
      </div>
      {assessmentOf(inspector).verdict.kind === 'unsigned' ? (
        <p className={css['formula']}>Nothing is signed, so there is nothing to verify.</p>
      ) : (
        <Formula reading={reading} hasKey={hasKey} />
      )}
      {signature && signature.bytes.length > 0 && (
        <pre className={css['hex']} aria-label="Signature bytes" role="group">
          {hexOf(signature.bytes.subarray(0, MOST_BYTES))}
          {signature.bytes.length > MOST_BYTES && ' …'}
        </pre>
      )}
      {signature && (
        <div className={css['acts']}>
          <details>
            <summary className="link">Signing input</summary>
            <p className={css['input']}>
              {reading.text.slice(0, Math.min(MOST_INPUT, signature.start - 1))}
              {signature.start - 1 > MOST_INPUT && '…'}
            </p>
          </details>
          {signature.bytes.length > 0 && (
            <CopyButton label="Copy as hex" className="link" text={() => hexOf(signature.bytes)} />
          )}
        </div>
      )}
      <FaultStrips faults={faults} />
    </section>
  )
}

function Formula({ reading, hasKey }: { reading: TokenReading; hasKey: boolean }): ReactElement {
  const name = algorithmOf(reading)
  const algorithm = name === null ? undefined : algorithmNamed(name)
  const length = reading.signature ? reading.signature.start - 1 : 0
  const isHmac = algorithm?.family === 'hmac'
  const input = length > 0 && `${grouped(length)} characters, the signing input`
  return (
    <div className={css['formula']}>
      <div>{isHmac ? `HMAC-${algorithm.hash?.replace('-', '')}(` : 'verify('}</div>
      {!isHmac && (
        <div>
          <span>
            <span className={css['slot']} data-part="signature">
              signature
            </span>
            ,
          </span>
        </div>
      )}
      <div>
        <span>
          <span className={css['slot']} data-part="header">
            header
          </span>{' '}
          .{' '}
          <span className={css['slot']} data-part="payload">
            payload
          </span>
          ,
        </span>
        <small>{input}</small>
      </div>
      <div>
        <span className={hasKey ? css['slot'] : css['empty']}>
          {isHmac ? 'secret' : 'public key'}
        </span>
        <small>{!hasKey && length > 0 && 'not given yet'}</small>
      </div>
      <div>
        <span>
          )
          {isHmac && (
            <>
              {' = '}
              <span data-part="signature" className={css['named']}>
                signature
              </span>
              ?
            </>
          )}
        </span>
        <small>{isHmac && length > 0 && 'compared byte by byte'}</small>
      </div>
    </div>
  )
}

function tellLength(reading: TokenReading): string {
  if (!reading.signature) return ''
  const found = reading.signature.bytes.length
  const name = algorithmOf(reading)
  const algorithm = name === null ? undefined : algorithmNamed(name)
  const expected =
    algorithm && algorithm.family !== 'encryption' ? algorithm.signatureBytes[0] : undefined
  if (expected === undefined) return `${grouped(found)} bytes`
  return `${grouped(found)} of ${expected} bytes`
}
