/** Which verdicts oblige a server to refuse, and which keys make a good signature weak? RFC 8725 §3.1–3.5, RFC 7518 §3. */
import { rangeOfPart } from '../../token/link.ts'
import { shown } from '../../token/quote.ts'
import { memberNamed } from '../../token/jsonText.ts'
import { tellOddLength } from '../../verification/rsaLength.ts'
import { type KeyConcern, PRIVATE_KEY_WARNING } from '../../verification/usedKey.ts'
import { find, type Finding, type Inspected, placeInHeader } from './finding.ts'
import { type FindingId, rules } from './rules.ts'

export function findInVerdict(inspected: Inspected): Finding[] {
  const { reading, header } = inspected
  const { verdict, told } = inspected.assessment
  const { state, lead, rest } = told
  const member = (name: string): Finding['place'] =>
    placeInHeader(inspected, memberNamed(header, name))
  switch (verdict.kind) {
    case 'refused-header':
      // the faults of form tell that one already
      return verdict.refusal.code === 'b64-without-crit'
        ? []
        : [find('critical-extension', 'Stop', firstSentence(`${lead} ${rest}`), member('crit'))]
    case 'unsigned':
      return [find('unsigned', 'Stop', [lead, rest], member('alg'))]
    case 'signature-missing':
      return [find('signature-missing', 'Stop', tellStripped(verdict.alg), member('alg'))]
    case 'wrong-length':
      return [find('signature-length', 'Stop', [lead, rest], rangeOfPart(reading, 'signature'))]
    case 'unusable-key':
      return verdict.reason.code === 'public-as-secret'
        ? [find('algorithm-confusion', 'Stop', [lead.replace(/^Stop: /, ''), rest], member('alg'))]
        : []
    case 'verified': {
      const [gravest, ...others] = verdict.concerns
      const findings =
        state === 'warning' && gravest
          ? [find(ruleOf(gravest.code), 'Risk', tellGravest(gravest, rest), 'key')]
          : []
      // the headline names a graver fault of the same secret
      if (others.some(({ code }) => code === 'public-secret'))
        findings.push(find('public-secret', 'Risk', PUBLIC_SECRET, 'key'))
      return findings
    }
    case 'unknown-algorithm':
      return verdict.nearest === null
        ? []
        : [find('unknown-algorithm', 'Risk', tellNearest(lead, verdict.nearest), member('alg'))]
    case 'no-key': {
      const odd = tellOddLength(reading)
      return odd === null
        ? []
        : [
            find(
              'signature-length',
              'Risk',
              [`${odd.cause}.`, `${odd.found}. Copy the token again to its end.`],
              rangeOfPart(reading, 'signature'),
            ),
          ]
    }
    default:
      return []
  }
}

/** Title and text are whole sentences, wherever the headline makes its break. */
function firstSentence(text: string): [string, string] {
  const end = text.indexOf('. ')
  return end === -1 ? [text, ''] : [text.slice(0, end + 1), text.slice(end + 2)]
}

/** The headline says of most that the signature is valid, but … */
function tellGravest({ code }: KeyConcern, rest: string): readonly [string, string] {
  switch (code) {
    case 'self-asserted':
      return SELF_ASSERTED
    case 'private-key':
      return firstSentence(PRIVATE_KEY_WARNING)
    default: {
      const [title, text] = firstSentence(rest.replace(/^but /, ''))
      return [
        `${title.charAt(0).toUpperCase()}${title.slice(1)}`,
        text || rules[ruleOf(code)].remedy,
      ]
    }
  }
}

const SELF_ASSERTED = [
  'The key is the one that the token itself brings.',
  'Anyone can make such a token; it proves nothing about the issuer. Get the key from a place you trust.',
] as const

const tellNearest = (lead: string, nearest: string): [string, string] => [
  lead,
  `${nearest} was probably meant: names are compared letter by letter, large and small ones apart. Servers refuse a name they do not know, so its issuer must write it exactly so.`,
]

/** E09. */
export const tellStripped = (alg: string): readonly [string, string] => [
  `The third part is empty but alg is ${shown(alg)}.`,
  'Either the end was not copied, or someone stripped the signature. A server must refuse it.',
]

const PUBLIC_SECRET = [
  'Everybody knows this secret.',
  'It stands in public lists of leaked secrets, which attackers try first. Make a random one.',
] as const

function ruleOf(code: KeyConcern['code']): FindingId {
  switch (code) {
    case 'empty-secret':
    case 'short-secret':
      return 'weak-secret'
    case 'for-other-use':
    case 'for-other-algorithm':
    case 'not-for-verifying':
      return 'key-label'
    case 'self-asserted':
    case 'public-secret':
    case 'small-rsa':
    case 'private-key':
      return code
    default:
      return code satisfies never
  }
}
