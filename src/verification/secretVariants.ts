/** How else could the text of a secret be meant: in another encoding, or typed a little differently? ux.md 3.4. */
import { hasSameBytes } from './hmac.ts'
import { nameEncoding, readSecret, type SecretEncoding } from '../keys/secret.ts'

type TextChange =
  | 'line-break-missing'
  | 'line-break-at-end'
  | 'spaces-around'
  | 'quotes-around'
  | 'name-before'
  | 'literal-line-breaks'
  | 'literal-line-break-at-end'

export interface SecretMiss {
  kind: 'secret'
  change: TextChange | null
  /** How the secret is read now. */
  from: SecretEncoding
  /** What to put into the key box and its setting; what is absent stays as it is. */
  fix: { text?: string; encoding?: SecretEncoding }
}

const encodings: SecretEncoding[] = ['utf8', 'base64', 'base64url', 'hex']

/** Each reading with other bytes than all before it, never an empty one; the likeliest first, at most 35. */
export function* secretVariants(
  text: string,
  from: SecretEncoding,
): Generator<{ miss: SecretMiss; bytes: Uint8Array<ArrayBuffer> }> {
  const seen: Uint8Array[] = []
  const given = readSecret(text, from)
  if (given.kind === 'bytes') seen.push(given.bytes)
  for (const { change, changed, encoding } of variantsOf(text, from)) {
    const reading = readSecret(changed, encoding)
    if (reading.kind === 'fault' || reading.bytes.length === 0) continue
    const { bytes } = reading
    if (seen.some((other) => hasSameBytes(other, bytes))) continue
    seen.push(bytes)
    const fix: SecretMiss['fix'] = {}
    if (changed !== text) fix.text = changed
    if (encoding !== from) fix.encoding = encoding
    yield { miss: { kind: 'secret', change, from, fix }, bytes }
  }
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

/** A line of an .env file, of a shell or of a YAML text. */
const SETTING =
  /^\s*(?:export\s+)?[A-Za-z_][\w.-]*\s*[=:]\s*(?<quote>["'`]?)(?<value>[^]+?)\k<quote>\s*$/

function changesOf(text: string): [TextChange, string][] {
  const unquoted = /^\s*(["'`])([^]*)\1\s*$/.exec(text)?.[2]
  const changes: [TextChange, string | undefined][] = [
    ['line-break-at-end', text.replace(/\r?\n$/, '')],
    ['spaces-around', text.trim()],
    ['quotes-around', unquoted],
    ['name-before', SETTING.exec(text)?.groups?.['value']],
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
export function tellSecretMiss({ change, from, fix }: SecretMiss): {
  clause: string
  note: string
  action: string
} {
  const read = fix.encoding === undefined ? null : nameEncoding(fix.encoding)
  const unread = `As ${nameEncoding(from)} this secret does not match.`
  if (change === null)
    return {
      clause: `Close: it matches if the secret is read as ${read}.`,
      note: `${unread} Read as ${read} it does.`,
      action: `Read as ${read}`,
    }
  const { condition, action } = tellChange(change)
  const also = read === null ? '' : ` and read as ${read}`
  return {
    clause: `Close: it matches ${condition}${also}.`,
    note: `${unread} ${condition.charAt(0).toUpperCase()}${condition.slice(1)}${also}, it does.`,
    action: `${action}${also}`,
  }
}

/** One difference as an item of what was tried; null for two at a time, each of which has its own item. */
export function nameSecretMiss({ change, fix }: SecretMiss): string | null {
  if (change === null) return fix.encoding === undefined ? null : nameEncoding(fix.encoding)
  return fix.encoding === undefined ? tellChange(change).item : null
}

function tellChange(change: TextChange): { condition: string; item: string; action: string } {
  switch (change) {
    case 'line-break-missing':
      return {
        condition: 'with a line break at its end',
        item: 'a line break at the end',
        action: 'Add the line break',
      }
    case 'line-break-at-end':
      return {
        condition: 'without the line break at its end',
        item: 'no line break at the end',
        action: 'Remove the line break',
      }
    case 'spaces-around':
      return {
        condition: 'without the blanks around it',
        item: 'no blanks around it',
        action: 'Remove the blanks',
      }
    case 'quotes-around':
      return {
        condition: 'without the quotes around it',
        item: 'no quotes around it',
        action: 'Remove the quotes',
      }
    case 'name-before':
      return {
        condition: 'without the name before it',
        item: 'no name before it',
        action: 'Remove the name',
      }
    case 'literal-line-breaks':
      return {
        condition: 'with a line break for each \\n',
        item: 'a line break for each \\n',
        action: 'Turn \\n into line breaks',
      }
    case 'literal-line-break-at-end':
      return {
        condition: 'without the \\n at its end',
        item: 'no \\n at the end',
        action: 'Remove the \\n',
      }
    default:
      return change satisfies never
  }
}
