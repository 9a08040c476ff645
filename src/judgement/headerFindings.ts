/** Which header parameters should make a reader look twice? RFC 7515 §4.1.2–4.1.6, RFC 8725 §3.10. */
import { type JsonNode, type JsonObject, memberNamed, stringMember } from '../token/jsonText.ts'
import type { TokenReading } from '../token/readToken.ts'
import { quoted } from '../token/visible.ts'
import type { Finding } from './findings.ts'

/** All of these were chosen by whoever wrote the token. */
export function findInHeader({ joseHeader: header }: TokenReading): Finding[] {
  return header === null ? [] : [...ofBroughtKeys(header), ...ofAddresses(header), ...ofKid(header)]
}

function ofBroughtKeys(header: JsonObject): Finding[] {
  const jwk = memberNamed(header, 'jwk')?.value
  const secret = jwk === undefined ? null : secretIn(jwk)
  const leaked: Finding[] =
    secret === null
      ? []
      : [
          {
            severity: 'Stop',
            title: `The header holds a ${secret} key in clear (jwk).`,
            text: 'RFC 7515 section 4.1.3 allows only a public key there. Whoever has this token can sign others like it: stop using that key.',
          },
        ]
  return [
    ...leaked,
    ...['jwk', 'x5c']
      .filter((name) => memberNamed(header, name) !== undefined)
      .map((name) => ({
        severity: 'Risk' as const,
        title: `The header brings its own key (${name}).`,
        text: 'The sender chose it, so it proves nothing about the issuer. This page does not use it; a server must take its keys from elsewhere.',
      })),
  ]
}

/** `k` of RFC 7518 §6.4, `d` of §6.2.2, §6.3.2 and RFC 8037 §2, `priv` of RFC 9964. */
function secretIn(jwk: JsonNode): 'secret' | 'private' | null {
  if (memberNamed(jwk, 'k') !== undefined) return 'secret'
  const isPrivate = ['d', 'priv'].some((name) => memberNamed(jwk, name) !== undefined)
  return isPrivate ? 'private' : null
}

function ofAddresses(header: JsonObject): Finding[] {
  return ['jku', 'x5u']
    .filter((name) => memberNamed(header, name) !== undefined)
    .map((name) => ({
      severity: 'Risk',
      title: `The header names an address for the key (${name}).`,
      text: 'The sender chose it. This page never fetches it; a server must not follow addresses it does not know.',
    }))
}

/** `..` between slashes, or a folder that every Unix has; base64 may begin with a slash too. */
const PATH = /(?:^|[\\/])\.\.(?:[\\/]|$)|^(?:file:\/\/)?\/(?:dev|etc|home|proc|tmp|usr|var)\//i
/** A quotation mark that ends a text of a query, and then more of the query. */
const SQL = /['"]\s*(?:;|--|\)|\|\||(?:and|or|union|select)\b)|\bunion\s+(?:all\s+)?select\b/i

/** A `kid` is a hint for a look-up, and look-ups have been fooled. RFC 8725 §3.10. */
function ofKid(header: JsonObject): Finding[] {
  const kid = stringMember(header, 'kid')
  if (kid === null) return []
  if (PATH.test(kid))
    return [
      {
        severity: 'Note',
        title: `The kid looks like a path: ${quoted(kid)}.`,
        text: 'A server that uses it as a file name takes its key from a file that the sender chose. It must look kid up among the names it knows.',
      },
    ]
  if (SQL.test(kid))
    return [
      {
        severity: 'Note',
        title: `The kid looks like SQL: ${quoted(kid)}.`,
        text: 'A server that puts it into a query as it is lets the sender choose the key. It must pass kid as a parameter.',
      },
    ]
  return []
}
