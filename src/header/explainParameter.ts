/** What does one header parameter say, with its value in the sentence? RFC 7515 §4.1, RFC 7516 §4.1, RFC 7518 §4.6–4.8. */
import { algorithmNamed, isNone } from '../algorithms/algorithms.ts'
import { contentEncryptionNamed } from '../algorithms/encryptionAlgorithms.ts'
import { type Saying, sayByType, sayWrongType, tellItems, tellSaying } from '../claims/saying.ts'
import { nameInSentence, shorten } from '../claims/shortText.ts'
import { tellValue } from '../claims/valueText.ts'
import { grouped } from '../token/grouped.ts'
import { type JsonMember, type JsonNode, memberNamed, stringMember } from '../token/jsonText.ts'

export interface ParameterReading {
  /** Shortened, with nothing invisible in it. */
  name: string
  /** As JSON writes it, shortened. */
  value: string
  /** How much there is where `value` does not show all; else null. */
  size: string | null
  /** One or two sentences. */
  sentence: string
}

/** Reads one member of the header; `isVerified` once a signature check has passed, so that it is told as a fact. Costs the same for a value of any length. Never throws. */
export function explainParameter(
  { name, value }: JsonMember,
  isVerified: boolean,
): ParameterReading {
  const { text, size } = tellValue(value)
  return {
    name: shorten(name),
    value: text,
    size,
    sentence: tellSaying(say(name, value), isVerified, false),
  }
}

const words = (said: string, sequel: string | null = null): Saying => ({
  kind: 'words',
  words: said,
  sequel,
})

function say(name: string, node: JsonNode): Saying {
  const ofText = TEXTS.get(name)
  if (ofText) {
    if (node.kind !== 'string') return sayWrongType(name, node, 'text', 'Servers refuse it.')
    return ofText(node.value)
  }
  switch (name) {
    case 'jwk':
    case 'epk':
      return node.kind === 'object'
        ? sayKey(name, node)
        : sayWrongType(name, node, 'an object', 'Servers refuse it.')
    case 'x5c':
      return node.kind === 'array'
        ? words(
            `brings a chain of ${grouped(node.items.length)} ${node.items.length === 1 ? 'certificate' : 'certificates'}`,
            'It proves nothing before it leads to a root that the server itself trusts.',
          )
        : sayWrongType(name, node, 'an array of texts', 'Servers refuse it.')
    case 'crit':
      return node.kind === 'array'
        ? words(
            `a reader must know ${tellItems(node.items)}`,
            'One that does not must refuse the token.',
          )
        : sayWrongType(name, node, 'an array of names', 'Servers refuse it.')
    case 'b64':
      if (node.kind === 'false') return words('the payload was signed as it is, not as base64url')
      return node.kind === 'true'
        ? words('the payload was signed as base64url, as always')
        : sayWrongType(name, node, 'true or false', 'Servers refuse it.')
    case 'p2c':
      return node.kind === 'number'
        ? words(`the password is stretched by ${shorten(node.spelling)} rounds`)
        : sayWrongType(name, node, 'a number', 'Servers refuse it.')
    default:
      return sayByType(node)
  }
}

function sayKey(name: 'jwk' | 'epk', node: JsonNode): Saying {
  const kind = stringMember(node, 'kty')
  const curve = stringMember(node, 'crv')
  const shape = [kind, curve].flatMap((text) => (text === null ? [] : [nameInSentence(text)]))
  const told = shape.length === 0 ? '' : ` (${shape.join(', ')})`
  if (name === 'epk')
    return words(`brings the sender’s one-time public key${told}, to agree on a key with`)
  return words(
    `brings its own key${told}${memberNamed(node, 'kid') ? ' with a name' : ''}`,
    'The sender chose it, so it proves nothing about the issuer.',
  )
}

const TEXTS = new Map<string, (value: string) => Saying>([
  ['alg', sayAlgorithm],
  [
    'enc',
    (value) => {
      const known = contentEncryptionNamed(value)
      return words(
        known
          ? `the content is encrypted with ${value}: ${known.inWords}`
          : `the content is encrypted with ${nameInSentence(value)}, which no standard here names`,
      )
    },
  ],
  [
    'typ',
    (value) =>
      words(
        `a token of type ${nameInSentence(value)}`,
        'A server that expects another type must refuse it.',
      ),
  ],
  [
    'cty',
    (value) =>
      /^(?:application\/)?jwt$/i.test(value)
        ? words('the content is itself a token')
        : words(`the content is of type ${nameInSentence(value)}`),
  ],
  [
    'kid',
    (value) =>
      words(
        `signed or encrypted with the key named ${nameInSentence(value)}`,
        'It is a hint for finding the key, and the sender wrote it.',
      ),
  ],
  [
    'jku',
    (value) =>
      words(
        `a key set lies at ${nameInSentence(value)}`,
        'The sender chose that address; this page never fetches it.',
      ),
  ],
  [
    'x5u',
    (value) =>
      words(
        `a certificate lies at ${nameInSentence(value)}`,
        'The sender chose that address; this page never fetches it.',
      ),
  ],
  ['x5t', (value) => words(`the certificate’s SHA-1 thumbprint is ${nameInSentence(value)}`)],
  [
    'x5t#S256',
    (value) => words(`the certificate’s SHA-256 thumbprint is ${nameInSentence(value)}`),
  ],
  [
    'zip',
    (value) =>
      value === 'DEF'
        ? words('the content was compressed before it was encrypted')
        : words(`the content was compressed in a way named ${nameInSentence(value)}`),
  ],
  ['apu', (value) => words(`${nameInSentence(value)} about the sender flows into the agreed key`)],
  ['apv', (value) => words(`${nameInSentence(value)} about the reader flows into the agreed key`)],
  ['iv', (value) => words(`the key was wrapped from the starting value ${nameInSentence(value)}`)],
  ['tag', (value) => words(`the wrapped key carries the check value ${nameInSentence(value)}`)],
  ['p2s', (value) => words(`the password is mixed with the salt ${nameInSentence(value)}`)],
])

function sayAlgorithm(value: string): Saying {
  if (isNone(value)) return words('not signed at all', 'A server must refuse it.')
  const known = algorithmNamed(value)
  if (!known)
    return words(`made with ${nameInSentence(value)}, an algorithm that no standard here names`)
  return words(
    `${known.family === 'encryption' ? 'its key is handed over' : 'signed'} with ${value}: ${known.inWords}`,
    'A server compares this with the algorithm it expects.',
  )
}
