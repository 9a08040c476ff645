/** How do most libraries outside JOSE write an ECDSA signature? RFC 3279 §2.2.3. */
import { SEQUENCE, withoutLeadingZeros } from '../keys/derElement.ts'
import { writeElement, writeInteger } from '../keys/writeDer.ts'

/** R and S side by side (RFC 7518 §3.4) as a SEQUENCE of two INTEGERs. */
export function ecdsaDer(signature: Uint8Array): Uint8Array<ArrayBuffer> {
  const half = signature.length / 2
  const [r, s] = [signature.subarray(0, half), signature.subarray(half)].map((number) =>
    writeInteger(withoutLeadingZeros(number)),
  )
  return writeElement(SEQUENCE, r ?? new Uint8Array(), s ?? new Uint8Array())
}
