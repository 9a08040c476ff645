/** What stands in a token that should not, or not like this? RFC 7519 §12, RFC 8259 §6, RFC 6750 §5.2. */
import { classifyClaim } from '../../claims/classifyClaim.ts'
import { nameInSentence, shorten } from '../../claims/shortText.ts'
import { tellList } from '../../claims/shownInPart.ts'
import { readTokenKind } from '../../claims/tokenKind.ts'
import { grouped } from '../../token/grouped.ts'
import { readLink } from '../../token/link.ts'
import type { JsonMember, JsonNode } from '../../token/jsonText.ts'
import type { TextSegment } from '../../token/segment.ts'
import { readUtf8 } from '../../token/utf8.ts'
import { visible } from '../../token/visible.ts'
import { find, type Finding, type Inspected, placeInPayload } from './finding.ts'

export function findInContents(inspected: Inspected): Finding[] {
  const members = membersIn(inspected.claims)
  return [
    ...(inspected.isReadable
      ? [...ofSecrets(inspected, members), ...ofPersonalData(inspected, members)]
      : []),
    ...ofNumbers(inspected, members),
    ...ofShadows(inspected, members),
    ...ofTwiceEncoded(inspected, members),
    ...ofHiddenMarks(inspected),
    ...ofSize(inspected),
  ]
}

/** More members than these are not looked at one by one. */
const MOST = 2000

/** The claims and what they hold, the outer first. */
function membersIn(root: JsonNode | null): JsonMember[] {
  const found: JsonMember[] = []
  const open: JsonNode[] = root === null ? [] : [root]
  for (const node of open) {
    if (found.length > MOST || open.length > 10 * MOST) break
    if (node.kind === 'array') open.push(...node.items.slice(0, MOST))
    if (node.kind !== 'object') continue
    const members = node.members.slice(0, MOST)
    found.push(...members)
    open.push(...members.map(({ value }) => value))
  }
  return found
}

/** Whole names, in small letters without separators. */
const SECRETS = new Set(
  'password passwd passwort passphrase pwd secret clientsecret secretkey apikey apisecret privatekey accesskey ssn socialsecuritynumber creditcard creditcardnumber cardnumber cardno pan cvv cvc cvv2 iban'.split(
    ' ',
  ),
)

const isFilled = ({ value }: JsonMember): boolean =>
  (value.kind === 'string' && value.value !== '') || value.kind === 'number'

function ofSecrets(inspected: Inspected, members: JsonMember[]): Finding[] {
  const member = members.find(
    (one) =>
      one.name.length < 64 &&
      SECRETS.has(one.name.toLowerCase().replaceAll(/[^a-z0-9]/g, '')) &&
      isFilled(one),
  )
  return member === undefined
    ? []
    : [
        find(
          'secret-in-claim',
          'Risk',
          [
            `${nameInSentence(member.name)} looks like a secret.`,
            'A signed token is not encrypted: whoever holds it can read this. Take it out, and change the secret if it was real.',
          ],
          placeInPayload(inspected, member),
        ),
      ]
}

/** Names of OpenID Connect Core §5.1 that can belong to people only. */
const PERSONAL = new Set(
  'email phone_number birthdate address given_name family_name middle_name gender'.split(' '),
)

/** ID tokens are made to carry it. */
function ofPersonalData(inspected: Inspected, members: JsonMember[]): Finding[] {
  if (readTokenKind(inspected.header, inspected.claims).kind === 'ID') return []
  const personal = members.filter(({ name }) => PERSONAL.has(name))
  const names = [...new Set(personal.map(({ name }) => name))]
  if (names.length === 0) return []
  return [
    find(
      'personal-data',
      'Note',
      [
        `It carries personal data: ${tellList(names)}.`,
        'Every service and log that sees the token can read it. Leave out what the API does not need.',
      ],
      placeInPayload(inspected, personal[0]),
    ),
  ]
}

/** Whole numbers that a double cannot hold. */
function ofNumbers(inspected: Inspected, members: JsonMember[]): Finding[] {
  return members
    .flatMap((member) => {
      const { value } = member
      if (value.kind !== 'number' || !/^-?\d{16,400}$/.test(value.spelling)) return []
      if (BigInt(value.spelling) === BigInt(Number(value.spelling))) return []
      return [
        find(
          'rounded-number',
          'Note',
          [
            `${nameInSentence(member.name)} is larger than JavaScript can count exactly.`,
            `Programs that read ${shorten(value.spelling)} as a double get another number. Write it as text.`,
          ],
          placeInPayload(inspected, member),
        ),
      ]
    })
    .slice(0, 1)
}

/** A private name that was probably meant to be a registered one. */
function ofShadows(inspected: Inspected, members: JsonMember[]): Finding[] {
  const own = inspected.claims?.members.length ?? 0
  return members.slice(0, own).flatMap((member) => {
    const { kind, reason } = classifyClaim(member.name)
    if (kind !== 'Private' || !reason.startsWith('Looks like')) return []
    return [
      find(
        'near-name',
        'Note',
        [
          `${nameInSentence(member.name)} is no registered name.`,
          `${reason} If it was meant so, rename it.`,
        ],
        placeInPayload(inspected, member),
      ),
    ]
  })
}

/** A lead byte of UTF-8 and what follows it, each read as a character of its own. */
const TWICE = /[\u00c2-\u00f4][\u0080-\u00bf]/

/** UTF-8 that somebody read as Latin-1: the first such claim. */
function ofTwiceEncoded(inspected: Inspected, members: JsonMember[]): Finding[] {
  const member = members.find(({ value }) => value.kind === 'string' && TWICE.test(value.value))
  const meant = member?.value.kind === 'string' ? readAsLatin1(member.value.value) : null
  if (!member || meant === null) return []
  return [
    find(
      'double-encoding',
      'Note',
      [
        `${nameInSentence(member.name)} looks like text that was encoded twice.`,
        `It was probably meant to be ${shorten(meant)}. Its issuer must read text as UTF-8 before it writes the token.`,
      ],
      placeInPayload(inspected, member),
    ),
  ]
}

/** What the text was before its bytes were taken for characters; null where it cannot have been. */
function readAsLatin1(text: string): string | null {
  const codes = Array.from(text.slice(0, LONGEST_LOOKED_AT), (one) => one.codePointAt(0) ?? 0)
  if (text.length > LONGEST_LOOKED_AT || codes.some((code) => code > 0xff)) return null
  const { text: meant, fault } = readUtf8(Uint8Array.from(codes))
  return fault ? null : meant
}
const LONGEST_LOOKED_AT = 1000

const HIDDEN = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069]/u

/** Marks that reorder or hide what stands beside them. */
function ofHiddenMarks({ reading: { header, payload } }: Inspected): Finding[] {
  const parts: ['header' | 'payload', TextSegment | null][] = [
    ['header', header],
    ['payload', payload],
  ]
  return parts.flatMap(([part, segment]) => {
    const found = segment && HIDDEN.exec(segment.decoded.text)
    if (!found) return []
    const { index } = found
    const range = {
      part,
      byteStart: segment.byteAt(index),
      byteEnd: segment.byteAt(index + found[0].length),
    }
    return [
      find(
        'hidden-mark',
        'Risk',
        [
          `The ${part} holds an invisible mark (${visible(found[0])}).`,
          'It can make text look other than it is. The claims spell it out; look twice at that value.',
        ],
        range,
      ),
    ]
  })
}

/** Behind stock gunicorn, whose header lines are the shortest of the common servers (measured; decisions.md F). */
const LONGEST_IN_HEADER = 8166

/** E18; `share` is the largest claim. */
export function tellTooLarge(
  length: number,
  share: { name: string; characters: number } | null,
): [string, string] {
  const largest =
    share === null
      ? ''
      : ` The claim ${share.name} takes ${grouped(share.characters)} of them; look it up on the server instead.`
  return [
    `${grouped(length)} characters is too big for one header.`,
    `Behind gunicorn’s defaults the longest is ${grouped(LONGEST_IN_HEADER)} (measured).${largest}`,
  ]
}

function ofSize(inspected: Inspected): Finding[] {
  const { reading, claims } = inspected
  const { length } = reading.text
  if (length <= LONGEST_IN_HEADER || reading.form === 'unknown' || reading.form === 'fragment')
    return []
  const largest = claims?.members.toSorted((a, b) => sizeOf(b) - sizeOf(a))[0]
  const place = placeInPayload(inspected, largest)
  const span = place && readLink(reading, place)?.characters
  const share =
    span && largest
      ? { name: nameInSentence(largest.name), characters: span.end - span.start }
      : null
  return [find('too-large', 'Risk', tellTooLarge(length, share), place)]
}

const sizeOf = ({ nameStart, value }: JsonMember): number => value.end - nameStart
