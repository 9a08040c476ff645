/** Which bytes is a signature, and which of them are R and S? RFC 7518 §3.4. */
import type { ReactElement } from 'react'
import type { SignatureAlgorithm } from '../../../algorithms/algorithm.ts'
import { hexOf } from '../../../token/hexDump.ts'
import css from './SignaturePane.module.css'

interface Props {
  bytes: Uint8Array
  /** null for one that is not known. */
  algorithm: SignatureAlgorithm | null
}

/** What is drawn of an overlong signature; copying takes all of it. */
const MOST_BYTES = 1024

/** Hex; an ECDSA signature of the right length in its two numbers. */
export function SignatureBytes({ bytes, algorithm }: Props): ReactElement {
  const half = bytes.length / 2
  const isPair = algorithm?.family === 'ecdsa' && algorithm.signatureBytes.includes(bytes.length)
  return (
    <div role="group" aria-label="Signature bytes" className={css['bytes']}>
      {isPair ? (
        <>
          <p>{`R, bytes 1–${half}`}</p>
          <pre>{hexOf(bytes.subarray(0, half))}</pre>
          <p>{`S, bytes ${half + 1}–${bytes.length}`}</p>
          <pre>{hexOf(bytes.subarray(half))}</pre>
        </>
      ) : (
        <pre>
          {hexOf(bytes.subarray(0, MOST_BYTES))}
          {bytes.length > MOST_BYTES && ' …'}
        </pre>
      )}
    </div>
  )
}
