/** Which claims does a text from outside carry, if this key signed it? PyJWT 2.6 `decode`, CHECK a–d of behaviour.md 2. */
import { readJson } from '../token/jsonText.ts'
import { readUtf8, writeUtf8 } from '../token/utf8.ts'
import { readPythonBase64 } from './pythonBase64.ts'
import { dictOf, type PythonDict } from './pythonValue.ts'
import { type Checked, crashed, refused } from './refusal.ts'
import type { Signatures } from './signatures.ts'

/** Python gives up reading nested JSON at about this depth (1,000 frames, the server's own among them). */
const DEEPEST = 900

/** Text from a header or a body; never throws. The header's `alg` has to be the key's own. */
export function readTokenText(text: string, signatures: Signatures): Checked<PythonDict> {
  const bytes = toBytes(text)
  const first = bytes.indexOf('.')
  const last = bytes.lastIndexOf('.')
  const count = bytes.split('.').length
  if (first === last) return refused({ code: 'parts', count })
  const input = bytes.slice(0, last)

  const headerBytes = readPythonBase64(bytes.slice(0, first))
  if (headerBytes === null) return refusedPart(count, 'header')
  const header = readDict(headerBytes)
  if (header === 'too deep') return crashed({ code: 'crash-depth' })
  if (header === null) return refused(count === 3 ? { code: 'header' } : { code: 'parts', count })
  const payloadBytes = readPythonBase64(bytes.slice(first + 1, last))
  if (payloadBytes === null) return refusedPart(count, 'payload')
  const signature = readPythonBase64(bytes.slice(last + 1))
  if (signature === null) return refusedPart(count, 'signature')

  if (header.get('b64') === false) return refused({ code: 'detached' })
  const found = header.get('alg')
  if (found !== signatures.algorithm)
    return refused({ code: 'algorithm', found, wanted: signatures.algorithm })
  const isGood = signatures.isGood(input, signature)
  if (isGood === null) return { state: 'waiting', on: signatures }
  // with four parts PyJWT takes the two in the middle for the payload; only then has the count something to say
  if (!isGood) return refused(count === 3 ? { code: 'signature' } : { code: 'parts', count })

  const payload = readDict(payloadBytes)
  if (payload === 'too deep') return crashed({ code: 'crash-depth' })
  return payload === null ? refused({ code: 'payload' }) : { state: 'passed', claims: payload }
}

const refusedPart = (count: number, part: 'header' | 'payload' | 'signature'): Checked<never> =>
  refused(count === 3 ? { code: 'base64', part } : { code: 'parts', count })

function readDict(bytes: Uint8Array): PythonDict | null | 'too deep' {
  const { text, fault } = readUtf8(bytes)
  if (fault !== null) return null
  const { root, depth } = readJson(text)
  if (root === null) return null
  if (depth > DEEPEST) return 'too deep'
  return root.kind === 'object' ? dictOf(root) : null
}

/** One character per byte of UTF-8. */
function toBytes(text: string): string {
  return /[\u0080-\uffff]/.test(text)
    ? Array.from(writeUtf8(text), (byte) => String.fromCharCode(byte)).join('')
    : text
}
