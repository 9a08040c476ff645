/** Which token has the same shape as this one and tells nothing of it? For tickets and questions. */
import type { Algorithm } from '../algorithms/algorithm.ts'
import { algorithmNamed } from '../algorithms/algorithms.ts'
import { generateKey } from '../keys/generateKey.ts'
import { readKey } from '../keys/readKey.ts'
import { encodeBase64url } from '../token/base64url.ts'
import { type JsonNode, memberNamed } from '../token/jsonText.ts'
import { plainForm, readAnyForm } from '../token/readAnyForm.ts'
import { algorithmOf, type TokenReading } from '../token/readToken.ts'
import type { TextSegment } from '../token/segment.ts'
import { writeUtf8 } from '../token/utf8.ts'
import { signReading } from '../verification/signReading.ts'

/** `isSigned` is false where the third part is only as long as the original's. */
export type Twin =
  | { kind: 'made'; token: string; isSigned: boolean }
  | { kind: 'refused'; lead: string; rest: string }

/**
 * Names, layout, order, true, false, null, times and what says how the token is made stay. Every letter of a text
 * becomes x (or X), every digit 0, every digit of a number 1, so that types and lengths stay too. The key that signs
 * the twin is new and kept by nobody. Only for signed tokens in three parts. Never rejects.
 */
export async function makeTwin(reading: TokenReading): Promise<Twin> {
  const { form, more, header, payload, signature } = reading
  if (form !== 'jws' || more !== null || memberNamed(reading.joseHeader, 'b64'))
    return refused('No twin of this form.', 'A twin can be made of a signed token in three parts.')
  const first = header && dummyPart(header, HEADER_KEEPS)
  const second = payload && dummyPart(payload, PAYLOAD_KEEPS)
  if (first === null || second === null)
    return refused(
      `The ${first === null ? 'header' : 'payload'} is not JSON.`,
      'Its shape can’t be kept while its values are hidden.',
    )
  const unsigned = `${first}.${second}.${'A'.repeat(signature?.text.length ?? 0)}`
  const algorithm = algorithmNamed(algorithmOf(reading) ?? '')
  const token = algorithm === undefined ? null : await signAnew(unsigned, algorithm)
  return { kind: 'made', token: token ?? unsigned, isSigned: token !== null }
}

const refused = (lead: string, rest: string): Twin => ({ kind: 'refused', lead, rest })

/** null where this browser can make no such key. */
async function signAnew(token: string, algorithm: Algorithm): Promise<string | null> {
  const made = await generateKey(algorithm, null)
  if (made.kind === 'refused') return null
  const reading = readAnyForm(token, plainForm)
  const signing = await signReading(reading, readKey(made.text, made.encoding))
  return signing.kind === 'signed' ? signing.token : null
}

/** Whether the value of that name says nothing about anybody. */
type Keeps = (name: string, value: JsonNode) => boolean

const MAKING = new Set('alg enc zip typ cty crit b64 kty crv use key_ops'.split(' '))
/** The name of an algorithm, a type or a parameter; anything longer or stranger may say more. */
const WORD = /^[\w+./-]{1,40}$/
const HEADER_KEEPS: Keeps = (name, value) =>
  MAKING.has(name) && value.kind === 'string' && WORD.test(value.value)

const TIMES = new Set('exp iat nbf auth_time updated_at orig_iat refresh_exp'.split(' '))
const KINDS = new Set('token_type token_use typ'.split(' '))
const KIND = /^(?:access|refresh|id|sliding|bearer|logout)$/i
const PAYLOAD_KEEPS: Keeps = (name, value) =>
  value.kind === 'number'
    ? TIMES.has(name)
    : value.kind === 'string' && KINDS.has(name) && KIND.test(value.value)

/** The part in base64url, each value in it in place of its own; null where it is no JSON. */
function dummyPart({ decoded: { text }, json }: TextSegment, keeps: Keeps): string | null {
  if (json.root === null) return null
  const values: JsonNode[] = []
  const open: { name: string; node: JsonNode }[] = [{ name: '', node: json.root }]
  for (let next = open.pop(); next; next = open.pop()) {
    const { name, node } = next
    if (keeps(name, node)) continue
    if (node.kind === 'object')
      for (const member of node.members) open.push({ name: member.name, node: member.value })
    else if (node.kind === 'array') for (const item of node.items) open.push({ name, node: item })
    else values.push(node)
  }
  let dummy = ''
  let at = 0
  for (const value of values.toSorted((a, b) => a.start - b.start)) {
    dummy += text.slice(at, value.start) + dummyOf(value)
    at = value.end
  }
  return encodeBase64url(writeUtf8(dummy + text.slice(at)))
}

function dummyOf(node: JsonNode): string {
  switch (node.kind) {
    case 'string':
      return JSON.stringify(dummyText(node.value))
    case 'number':
      return node.spelling.replaceAll(/\d/g, '1')
    default:
      return node.kind
  }
}

/** Signs between letters stay, so that an address still looks like one. */
const dummyText = (text: string): string =>
  text
    .replaceAll(/\p{Lu}/gu, 'X')
    .replaceAll(/\p{N}/gu, '0')
    .replaceAll(/[^\u0020-\u007e]|[A-Za-z]/gu, (letter) => (letter === 'X' ? letter : 'x'))
