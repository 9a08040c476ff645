/** Which characters does the signature cover, and what is their fingerprint? RFC 7515 §5.1. */
import { type ReactElement, useState } from 'react'
import { grouped } from '../../../token/grouped.ts'
import { readUtf8 } from '../../../token/utf8.ts'
import { CopyButton } from '../../../ui/CopyButton.tsx'
import { sha256Hex } from '../../../verification/macSteps.ts'
import css from './SignaturePane.module.css'

interface Props {
  input: { characters: number; bytes: Uint8Array }
}

/** What is drawn of an overlong one; copying takes all of it. */
const MOST_BYTES = 4096

/** Hashed only while it is open. */
export function SigningInput({ input: { characters, bytes } }: Props): ReactElement {
  const [isOpen, setOpen] = useState(false)
  const isCut = bytes.length > MOST_BYTES
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className="link">Signing input</summary>
      <p className={css['input']}>
        {readUtf8(bytes.subarray(0, MOST_BYTES)).text}
        {isCut && '…'}
      </p>
      {isOpen && (
        <dl className={css['facts']}>
          <dt>Length</dt>
          <dd>{`${grouped(characters)} characters, ${grouped(bytes.length)} bytes`}</dd>
          <dt>SHA-256</dt>
          <dd>
            <code>{sha256Hex(bytes)}</code>
          </dd>
        </dl>
      )}
      <CopyButton label="Copy signing input" className="link" text={() => readUtf8(bytes).text} />
    </details>
  )
}
