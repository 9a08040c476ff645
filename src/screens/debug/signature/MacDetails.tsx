/** How does the secret in the box become a tag, value by value? RFC 2104 §2. */
import { type ReactElement, useState } from 'react'
import type { HashName } from '../../../algorithms/algorithm.ts'
import { hexOf } from '../../../token/hexDump.ts'
import { hasSameBytes } from '../../../verification/hmac.ts'
import { macSteps, tellMacSteps } from '../../../verification/macSteps.ts'
import section from '../Section.module.css'
import css from './SignaturePane.module.css'

interface Props {
  hash: HashName
  secret: Uint8Array
  input: Uint8Array
  signature: Uint8Array
}

/** The values show the secret, so nothing of them is in the page before they are asked for. */
export function MacDetails({ hash, secret, input, signature }: Props): ReactElement {
  const [isOpen, setOpen] = useState(false)
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className="link">From secret to tag</summary>
      {isOpen && <MacValues hash={hash} secret={secret} input={input} signature={signature} />}
    </details>
  )
}

function MacValues({ hash, secret, input, signature }: Props): ReactElement {
  const steps = macSteps(hash, secret, input)
  return (
    <>
      <p className={css['note']}>
        The key block and both keys show the secret to whoever sees them.
      </p>
      <ol aria-label="From secret to tag" className={css['steps']}>
        {tellMacSteps(steps).map(({ title, told, bytes }) => (
          <li key={title}>
            <b>{title}</b> {told}
            <pre>{hexOf(bytes)}</pre>
          </li>
        ))}
      </ol>
      {hasSameBytes(steps.mac, signature) ? (
        <p className={section['strip']} data-state="pass">
          The tag is the signature, byte for byte.
        </p>
      ) : (
        <p className={section['strip']} data-state="fail">
          The tag is not the signature of this token.
        </p>
      )}
    </>
  )
}
