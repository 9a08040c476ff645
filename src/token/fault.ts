/** What can be wrong with the form of a token, and where? RFC 7515 §5.2, RFC 7519 §7.2. */
import type { JsonExpectation } from './jsonSyntax.ts'
import type { JsonNode } from './jsonText.ts'

/** The parts of a signed token; an encrypted one has its header and four parts of its own. */
export type PartName =
  | 'header'
  | 'payload'
  | 'signature'
  | 'encrypted key'
  | 'initialization vector'
  | 'ciphertext'
  | 'authentication tag'

/** `start` and `end` are characters of the token from 0, end exclusive; `byte` counts from 0 within the part. */
export type TokenFault = { start: number; end: number } & (
  | { code: 'part-count'; count: number; length: number }
  /** The three dots that a log writes where it cuts a line. */
  | { code: 'cut-out' }
  | { code: 'empty-header' }
  | { code: 'illegal-character'; part: PartName; character: string }
  | { code: 'standard-alphabet'; part: PartName; character: '+' | '/' }
  | { code: 'padding'; part: PartName; count: number }
  | { code: 'impossible-length'; part: PartName; length: number }
  | { code: 'unused-bits'; part: PartName; bits: 2 | 4 }
  | { code: 'not-utf8'; part: PartName; byte: number; found: Uint8Array }
  | {
      code: 'not-json'
      part: PartName
      byte: number
      /** The part’s whole text, and the character of it where it stops being JSON, from 0. */
      text: string
      at: number
      expectation: JsonExpectation
      found: string | null
    }
  | { code: 'byte-order-mark'; part: PartName }
  | {
      code: 'duplicate-name'
      part: PartName
      name: string
      /** How often the object holds it; `byte` is the second place. */
      count: number
      byte: number
      firstByte: number
    }
  | { code: 'not-an-object'; part: PartName; kind: JsonNode['kind'] }
  | { code: 'empty-payload' }
  | { code: 'alg-missing' }
  | { code: 'alg-not-text'; kind: JsonNode['kind'] }
  | { code: 'b64-without-crit' }
  /** Of a form beside the compact one; it comes with its words, which arrive with the code that reads that form. */
  | { code: 'of-form'; weight: 'fail' | 'warning'; short: string; title: string; text: string }
)

export type FaultCode = TokenFault['code']
