/** Would the secret match if it were read or typed a little differently? ux.md 3.4, at most 20 tries. */
import { hasSameBytes } from './hmac.ts'
import { nameEncoding, readSecret, type SecretEncoding } from '../keys/secret.ts'

type TextChange =
  | 'line-break-missing'
  | 'line-break-at-end'
  | 'spaces-around'
  | 'quotes-around'
  | 'literal-line-breaks'
  | 'literal-line-break-at-end'

export interface NearMiss {
  change: TextChange | null
  /** How the secret is read now. */
  from: SecretEncoding
  /** What to put into the key box and its setting; what is absent stays as it is. */
  fix: { text?: string; encoding?: SecretEncoding }
}

const MAX_TRIES = 20
const encodings: SecretEncoding[] = ['utf8', 'base64', 'base64url', 'hex']

/** The first variant that matches, or null. Nothing is changed. `matches` is asked at most 20 times. */
export function findNearMiss(
  text: string,
  from: SecretEncoding,
  matches: (secret: Uint8Array) => boolean,
): NearMiss | null {
  const tried: Uint8Array[] = []
  const given = readSecret(text, from)
  if (given.kind === 'bytes') tried.push(given.bytes)
  const limit = tried.length + MAX_TRIES
  for (const { change, changed, encoding } of variantsOf(text, from)) {
    const reading = readSecret(changed, encoding)
    if (reading.kind === 'fault' || reading.bytes.length === 0) continue
    if (tried.some((bytes) => hasSameBytes(bytes, reading.bytes))) continue
    if (tried.length === limit) return null
    tried.push(reading.bytes)
    if (!matches(reading.bytes)) continue
    const fix: NearMiss['fix'] = {}
    if (changed !== text) fix.text = changed
    if (encoding !== from) fix.encoding = encoding
    return { change, from, fix }
  }
  return null
}

interface Variant {
  change: TextChange | null
  changed: string
  encoding: SecretEncoding
}

/** One difference at a time first, two together last. */
function variantsOf(text: string, from: SecretEncoding): Variant[] {
  const others = encodings.filter((encoding) => encoding !== from)
  const changes = changesOf(text)
  return [
    ...others.map((encoding): Variant => ({ change: null, changed: text, encoding })),
    ...changes.map(([change, changed]): Variant => ({ change, changed, encoding: from })),
    ...changes.flatMap(([change, changed]) =>
      others.map((encoding): Variant => ({ change, changed, encoding })),
    ),
  ]
}

function changesOf(text: string): [TextChange, string][] {
  const unquoted = /^\s*(["'`])([^]*)\1\s*$/.exec(text)?.[2]
  const changes: [TextChange, string | undefined][] = [
    ['line-break-at-end', text.replace(/\r?\n$/, '')],
    ['spaces-around', text.trim()],
    ['quotes-around', unquoted],
    ['literal-line-breaks', text.replaceAll('\\r', '\r').replaceAll('\\n', '\n')],
    ['literal-line-break-at-end', text.replace(/(?:\\r)?\\n$/, '')],
    ['line-break-missing', `${text}\n`],
    ['line-break-missing', `${text}\r\n`],
  ]
  return changes.flatMap(([change, changed]): [TextChange, string][] =>
    changed === undefined || changed === text ? [] : [[change, changed]],
  )
}

/** `clause` closes the headline (V12), `note` stands beside the key box, `action` names what its button does. */
export function tellNearMiss(miss: NearMiss): { clause: string; note: string; action: string } {
  const { change, from, fix } = miss
  const read = fix.encoding === undefined ? null : nameEncoding(fix.encoding)
  const unread = `As ${nameEncoding(from)} this secret does not match.`
  if (change === null)
    return {
      clause: `Close: it matches if the secret is read as ${read}.`,
      note: `${unread} Read as ${read} it does.`,
      action: `Read as ${read}`,
    }
  const { with: condition, action } = tellChange(change)
  const also = read === null ? '' : ` and read as ${read}`
  return {
    clause: `Close: it matches ${condition}${also}.`,
    note: `${unread} ${condition.charAt(0).toUpperCase()}${condition.slice(1)}${also}, it does.`,
    action: `${action}${also}`,
  }
}

function tellChange(change: TextChange): { with: string; action: string } {
  switch (change) {
    case 'line-break-missing':
      return { with: 'with a line break at its end', action: 'Add the line break' }
    case 'line-break-at-end':
      return { with: 'without the line break at its end', action: 'Remove the line break' }
    case 'spaces-around':
      return { with: 'without the blanks around it', action: 'Remove the blanks' }
    case 'quotes-around':
      return { with: 'without the quotes around it', action: 'Remove the quotes' }
    case 'literal-line-breaks':
      return { with: 'with a line break for each \\n', action: 'Turn \\n into line breaks' }
    case 'literal-line-break-at-end':
      return { with: 'without the \\n at its end', action: 'Remove the \\n' }
    default:
      return change satisfies never
  }
}
