/** Which header parameters should make a reader look twice? RFC 7515 §4.1.2–4.1.6, RFC 8725 §3.2, §3.6, §3.10. */
import { type JsonNode, type JsonObject, memberNamed, stringMember } from '../../token/jsonText.ts'
import { grouped } from '../../token/grouped.ts'
import { quoted } from '../../token/visible.ts'
import { find, type Finding, type Inspected, placeInHeader } from './finding.ts'

/** All of these were chosen by whoever wrote the token. */
export function findInHeader(inspected: Inspected): Finding[] {
  const { header } = inspected
  if (header === null) return []
  const place = (name: string): Finding['place'] =>
    placeInHeader(inspected, memberNamed(header, name))
  return [
    ...ofBroughtKeys(header, place),
    ...ofAddresses(header, place),
    ...ofKid(header, place),
    ...ofEncryption(inspected, header, place),
  ]
}

type PlaceOf = (name: string) => Finding['place']

function ofBroughtKeys(header: JsonObject, place: PlaceOf): Finding[] {
  const jwk = memberNamed(header, 'jwk')?.value
  const secret = jwk === undefined ? null : secretIn(jwk)
  const leaked: Finding[] =
    secret === null
      ? []
      : [
          find(
            'secret-in-header',
            'Stop',
            [
              `The header holds a ${secret} key in clear (jwk).`,
              'RFC 7515 section 4.1.3 allows only a public key there. Whoever has this token can sign others like it: stop using that key.',
            ],
            place('jwk'),
          ),
        ]
  return [
    ...leaked,
    ...['jwk', 'x5c']
      .filter((name) => memberNamed(header, name) !== undefined)
      .map((name) =>
        find(
          'brought-key',
          'Risk',
          [
            `The header brings its own key (${name}).`,
            'The sender chose it, so it proves nothing about the issuer. This page does not use it; a server must take its keys from elsewhere.',
          ],
          place(name),
        ),
      ),
  ]
}

/** `k` of RFC 7518 §6.4, `d` of §6.2.2, §6.3.2 and RFC 8037 §2, `priv` of RFC 9964. */
function secretIn(jwk: JsonNode): 'secret' | 'private' | null {
  if (memberNamed(jwk, 'k') !== undefined) return 'secret'
  const isPrivate = ['d', 'priv'].some((name) => memberNamed(jwk, name) !== undefined)
  return isPrivate ? 'private' : null
}

function ofAddresses(header: JsonObject, place: PlaceOf): Finding[] {
  return ['jku', 'x5u']
    .filter((name) => memberNamed(header, name) !== undefined)
    .map((name) =>
      find(
        'key-address',
        'Risk',
        [
          `The header names an address for the key (${name}).`,
          'The sender chose it. This page never fetches it; a server must not follow addresses it does not know.',
        ],
        place(name),
      ),
    )
}

/** `..` between slashes, or a folder that every Unix has; base64 may begin with a slash too. */
const PATH = /(?:^|[\\/])\.\.(?:[\\/]|$)|^(?:file:\/\/)?\/(?:dev|etc|home|proc|tmp|usr|var)\//i
/** A quotation mark that ends a text of a query, and then more of the query. */
const SQL = /['"]\s*(?:;|--|\)|\|\||(?:and|or|union|select)\b)|\bunion\s+(?:all\s+)?select\b/i

const ADDRESS = /^(?:https?|ftp|ldaps?):\/\//i

/** A `kid` is a hint for a look-up, and look-ups have been fooled. RFC 8725 §3.10. */
function ofKid(header: JsonObject, place: PlaceOf): Finding[] {
  const kid = stringMember(header, 'kid')
  if (kid === null) return []
  const told = tellKid(kid)
  return told === null ? [] : [find('kid-shape', 'Note', told, place('kid'))]
}

function tellKid(kid: string): [string, string] | null {
  if (PATH.test(kid))
    return [
      `The kid looks like a path: ${quoted(kid)}.`,
      'A server that uses it as a file name takes its key from a file that the sender chose. It must look kid up among the names it knows.',
    ]
  if (SQL.test(kid))
    return [
      `The kid looks like SQL: ${quoted(kid)}.`,
      'A server that puts it into a query as it is lets the sender choose the key. It must pass kid as a parameter.',
    ]
  if (ADDRESS.test(kid))
    return [
      `The kid looks like an address: ${quoted(kid)}.`,
      'A server that follows it takes its key from a host that the sender chose. It must compare kid with the names it knows, and fetch nothing.',
    ]
  return null
}

/** The rounds that RFC 7518 §4.8.1.2 asks for at least. */
const FEWEST_ROUNDS = 1000

function ofEncryption({ reading }: Inspected, header: JsonObject, place: PlaceOf): Finding[] {
  const findings: Finding[] = []
  if (memberNamed(header, 'enc') === undefined && reading.form !== 'jwe') return findings
  const alg = stringMember(header, 'alg')
  if (alg === 'RSA1_5')
    findings.push(
      find(
        'old-padding',
        'Risk',
        [
          'The key is encrypted with RSA1_5, the old padding.',
          'A server that answers differently to good and bad padding gives the key away. Use RSA-OAEP-256.',
        ],
        place('alg'),
      ),
    )
  if (stringMember(header, 'zip') !== null)
    findings.push(
      find(
        'compressed',
        'Note',
        [
          'The content was compressed before it was encrypted (zip).',
          'Its length can then tell something of what is inside, and it may unpack to far more. Leave zip out, and let the reader set a limit.',
        ],
        place('zip'),
      ),
    )
  const rounds = memberNamed(header, 'p2c')?.value
  if (rounds?.kind === 'number' && Number(rounds.spelling) < FEWEST_ROUNDS)
    findings.push(
      find(
        'few-rounds',
        'Risk',
        [
          `The password is stretched by ${grouped(Number(rounds.spelling))} rounds only (p2c).`,
          'Fewer than 1,000 make guessing it cheap. Raise p2c to 1,000 or more.',
        ],
        place('p2c'),
      ),
    )
  return findings
}
