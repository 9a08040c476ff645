/** Which claims does a token of this server carry, and what is its text? The text is made when someone reads it. RFC 7519 §7.1. */
import { encodeBase64url } from '../token/base64url.ts'
import type { Payload } from './pythonJson.ts'
import { writePayload } from './pythonJson.ts'
import type { PythonDict } from './pythonValue.ts'
import { bytesOf, type Signatures } from './signatures.ts'

export class MintedToken {
  readonly payload: Payload
  readonly signatures: Signatures
  private written: string | null = null
  private read: PythonDict | null = null

  constructor(payload: Payload, signatures: Signatures) {
    this.payload = payload
    this.signatures = signatures
  }

  /** The exact compact text; null while its signature is not made yet (`signatures.settle`). */
  get text(): string | null {
    if (this.written !== null) return this.written
    const header = `{"alg":${JSON.stringify(this.signatures.algorithm)},"typ":"JWT"}`
    const input = `${encodeText(header)}.${encodeText(writePayload(this.payload))}`
    const signature = this.signatures.sign(input)
    if (signature === null) return null
    this.written = `${input}.${signature}`
    return this.written
  }

  /** What a reader of the text finds, without text or signature: a name that was None is then "null". */
  get claims(): PythonDict {
    this.read ??= isNamed(this.payload) ? this.payload : rename(this.payload)
    return this.read
  }
}

const isNamed = (payload: Payload): payload is PythonDict => !payload.has(null)

const rename = (payload: Payload): PythonDict =>
  new Map(Array.from(payload, ([name, value]) => [name ?? 'null', value]))

/** Both texts are ASCII. */
const encodeText = (text: string): string => encodeBase64url(bytesOf(text))
