/** What was signed, how, and which bytes came of it? Of an encrypted token: what its parts do. ux.md 3.4. */
import { type ReactElement } from 'react'
import type { SignatureAlgorithm } from '../../../algorithms/algorithm.ts'
import { algorithmNamed } from '../../../algorithms/algorithms.ts'
import { assessmentOf, readingOf } from '../../../state/inspectorView.ts'
import { keyReadingOf } from '../../../state/lateView.ts'
import { grouped } from '../../../token/grouped.ts'
import { hexOf } from '../../../token/hexDump.ts'
import { stringMember } from '../../../token/jsonText.ts'
import { signingInputOf } from '../../../token/readAnyForm.ts'
import { algorithmOf, type TokenReading } from '../../../token/readToken.ts'
import { CopyButton } from '../../../ui/CopyButton.tsx'
import { chooseKey } from '../../../verification/chooseKey.ts'
import { signatureLengthWith } from '../../../verification/signatureLength.ts'
import { tellHolders } from '../../../verification/tellHolders.ts'
import type { Candidate } from '../../../verification/usedKey.ts'
import { CheckYourself } from './CheckYourself.tsx'
import { FaultStrips } from '../explain/FaultStrips.tsx'
import { MacDetails } from './MacDetails.tsx'
import { SealedParts } from '../SealedParts.tsx'
import section from '../Section.module.css'
import { SignatureBytes } from './SignatureBytes.tsx'
import { SignatureFormula } from './SignatureFormula.tsx'
import css from './SignaturePane.module.css'
import { SigningInput } from './SigningInput.tsx'
import { useSettled } from '../useSettled.ts'

export function SignaturePane(): ReactElement {
  const inspector = useSettled()
  const reading = readingOf(inspector)
  const { signature } = reading
  const keys = keyReadingOf(inspector)
  const isUnsigned = assessmentOf(inspector).verdict.kind === 'unsigned'
  const algorithm = signatureAlgorithmOf(reading)
  const chosen = algorithm && chooseKey(algorithm, keys, stringMember(reading.joseHeader, 'kid'))
  const key = chosen?.kind === 'try' ? chosen.candidates[0].key : null
  const input = signature === null ? null : signingInputOf(reading)
  const faults = reading.faults.filter(
    (fault) => 'part' in fault && fault.part === 'signature' && fault.code !== 'illegal-character',
  )
  return (
    <>
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
          <span className={section['meta']}>{tellLength(reading, algorithm, key)}</span>
        </div>
        {reading.form === 'jwe' ? (
          <SealedParts reading={reading} />
        ) : isUnsigned ? (
          <p className={css['formula']}>Nothing is signed, so there is nothing to verify.</p>
        ) : reading.form === 'empty' ? (
          <p className={`${css['formula']} ${css['waiting']}`}>Who can have made it</p>
        ) : (
          <>
            <SignatureFormula
              algorithm={algorithm}
              characters={input?.characters ?? null}
              hasKey={keys.kind !== 'nothing'}
            />
            {algorithm && <p className={css['note']}>{tellHolders(algorithm.family)}</p>}
          </>
        )}
        {signature && signature.bytes.length > 0 && (
          <SignatureBytes bytes={signature.bytes} algorithm={algorithm} />
        )}
        {signature && (
          <div className={css['acts']}>
            {input && <SigningInput input={input} />}
            {signature.bytes.length > 0 && (
              <CopyButton
                label="Copy as hex"
                className="link"
                text={() => hexOf(signature.bytes)}
              />
            )}
            {input && key?.kind === 'secret' && algorithm?.hash && (
              <MacDetails
                hash={algorithm.hash}
                secret={key.bytes}
                input={input.bytes}
                signature={signature.bytes}
              />
            )}
          </div>
        )}
        <FaultStrips faults={faults} />
      </section>
      <CheckYourself reading={reading} encoding={inspector.key.encoding} />
    </>
  )
}

function signatureAlgorithmOf(reading: TokenReading): SignatureAlgorithm | null {
  const algorithm = algorithmNamed(algorithmOf(reading) ?? '')
  return algorithm === undefined || algorithm.family === 'encryption' ? null : algorithm
}

/** The key tells the length where the algorithm alone does not: RSA, and EdDSA with its two curves. */
function tellLength(
  { form, signature }: TokenReading,
  algorithm: SignatureAlgorithm | null,
  key: Candidate['key'] | null,
): string {
  if (form === 'jwe') return 'none: encrypted'
  if (!signature) return ''
  const found = signature.bytes.length
  const lengths = algorithm?.signatureBytes ?? []
  const usual = lengths.includes(found) ? found : lengths[0]
  const expected = algorithm && key ? signatureLengthWith(algorithm, key) : usual
  return `${grouped(found)}${typeof expected === 'number' ? ` of ${grouped(expected)}` : ''} bytes`
}
