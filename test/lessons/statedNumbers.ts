/** Which numbers does somebody read who reads a source file's sentences, in digits or in words? */
import { parseSync } from 'oxc-parser'

export interface StatedNumber {
  /** As it is written: "8,188", "2:10", "seven". */
  number: string
  /** The text that holds it; what is worked out is left out of it. */
  text: string
}

const WORDS =
  'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fifteen|twenty|thirty|hundred|thousand|million|half|quarter|twice|double|dozen'
const NUMBER = new RegExp(
  `(?<![\\w/.:#-])\\d(?:[\\d,.:]*\\d)?(?![\\w-])|\\b(?:${WORDS})(?:s|fold)?\\b`,
  'gi',
)
/** Names, not amounts: standards with their sections, code, addresses. */
const NAMES =
  /`[^`]*`|\bRFC \d+(?:,? sections? [\d.]+)?|\bTLS [\d.]+|\bhttps?:\S+|#\/\S+|\b127\.0\.0\.1\S*/g

/** Of all sentences that stand in the file: strings, templates and the text between tags. */
export function statedNumbers(path: string, source: string): StatedNumber[] {
  const { program } = parseSync(path, source)
  const texts: string[] = []
  collect(program, texts)
  return texts
    .filter((text) => /\s/.test(text.trim()) && /[a-z]{3}/i.test(text))
    .flatMap((text) =>
      [...text.replaceAll(NAMES, ' ').matchAll(NUMBER)].map(([number]) => ({
        number: number.toLowerCase(),
        text: text.trim().replaceAll(/\s+/g, ' '),
      })),
    )
}

/** What no reader sees. */
const UNREAD = new Set(['ImportDeclaration', 'TSLiteralType', 'JSXOpeningElement'])
/** Attributes that are read out or shown. */
const READ_ATTRIBUTES = new Set(['label', 'aria-label', 'title', 'lead', 'placeholder', 'about'])

function collect(node: unknown, texts: string[]): void {
  if (Array.isArray(node)) {
    for (const one of node) collect(one, texts)
    return
  }
  if (typeof node !== 'object' || node === null || !('type' in node)) return
  if (node.type === 'JSXOpeningElement' && 'attributes' in node) collectAttributes(node, texts)
  if (UNREAD.has(String(node.type))) return
  const text = textOf(node)
  if (text !== null) texts.push(text)
  for (const child of Object.values(node)) collect(child, texts)
}

function textOf(node: object): string | null {
  const { type, value } = node as { type: string; value?: unknown }
  if ((type === 'Literal' || type === 'JSXText') && typeof value === 'string') return value
  // a template is one sentence: what is worked out leaves a gap in it
  if (type === 'TemplateLiteral')
    return (node as { quasis: { value: { cooked: string } }[] }).quasis
      .map((quasi) => quasi.value.cooked)
      .join('…')
  return null
}

function collectAttributes(node: object, texts: string[]): void {
  const { attributes } = node as { attributes: { name?: { name?: unknown }; value?: unknown }[] }
  for (const { name, value } of attributes) {
    const isRead = READ_ATTRIBUTES.has(String(name?.name))
    if (isRead || (value as { type?: string } | null)?.type === 'JSXExpressionContainer')
      if (isRead) collect(value, texts)
  }
}
