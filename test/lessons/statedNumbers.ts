/** Which numbers does somebody read who reads a source file's sentences, in digits or in words? */
import { parseSync, Visitor } from 'vite'

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

/** Attributes that are read out or shown. */
const READ_ATTRIBUTES = new Set(['label', 'aria-label', 'title', 'lead', 'placeholder', 'about'])

/** Of all sentences that stand in the file: strings, templates and the text between tags. */
export function statedNumbers(path: string, source: string): StatedNumber[] {
  return textsIn(path, source)
    .filter((text) => /\s/.test(text.trim()) && /[a-z]{3}/i.test(text))
    .flatMap((text) =>
      [...text.replaceAll(NAMES, ' ').matchAll(NUMBER)].map(([number]) => ({
        number: number.toLowerCase(),
        text: text.trim().replaceAll(/\s+/g, ' '),
      })),
    )
}

function textsIn(path: string, source: string): string[] {
  const texts: string[] = []
  const unread = new Set<unknown>()
  new Visitor({
    JSXAttribute: ({ name, value }) => {
      if (name.type !== 'JSXIdentifier' || !READ_ATTRIBUTES.has(name.name)) unread.add(value)
    },
    Literal: (node) => {
      if (typeof node.value === 'string' && !unread.has(node)) texts.push(node.value)
    },
    JSXText: ({ value }) => {
      texts.push(value)
    },
    // a template is one sentence: what is worked out leaves a gap in it
    TemplateLiteral: ({ quasis }) => {
      texts.push(quasis.map(({ value }) => value.cooked ?? '').join('…'))
    },
  }).visit(parseSync(path, source).program)
  return texts
}
