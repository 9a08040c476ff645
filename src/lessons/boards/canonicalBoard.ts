/** What happens to a signature when the same facts are written another way, in JSON and in XML? RFC 7515 §5, XML Signature 1.1. */
import { sha256 } from '@noble/hashes/sha2.js'
import { writeUtf8 } from '../../token/utf8.ts'
import { canonicalize } from './canonicalXml.ts'
import { type Fact, NOTES_FACTS, writeFacts } from '../facts.ts'
import { writeAssertion } from './samlAssertion.ts'
import { readXml } from './xmlTree.ts'

/** In the order in which they are applied and shown; the line ends come last. */
export const XML_REWRITES = [
  'order',
  'quotes',
  'namespace',
  'empty',
  'indent',
  'prefix',
  'line-ends',
] as const
export const JSON_REWRITES = ['spaces', 'members'] as const

export type XmlRewrite = (typeof XML_REWRITES)[number]
export type JsonRewrite = (typeof JSON_REWRITES)[number]

export interface CanonicalState {
  xml: readonly XmlRewrite[]
  json: readonly JsonRewrite[]
}

/** `text` is what was written, `signed` what the digest is made of, `digest` SHA-256 as 64 hex digits. */
export interface Written {
  text: string
  signed: string
  digest: string
}

interface Rewrite<Subject> {
  /** As it stands beside its switch. */
  label: string
  rewrite: (subject: Subject) => Subject
}

export const xmlRewrites: Readonly<Record<XmlRewrite, Rewrite<string>>> = {
  order: {
    label: 'Swap two attributes',
    rewrite: (text) =>
      text.replace(/ (ID="[^"]*") (IssueInstant="[^"]*") (Version="2.0")/, ' $3 $2 $1'),
  },
  quotes: {
    label: 'Use single quotes',
    rewrite: (text) => text.replace(/ Name="([^"]*)"/, " Name='$1'"),
  },
  namespace: {
    label: 'Declare a namespace that nobody uses',
    rewrite: (text) =>
      text.replace(' xmlns:', ' xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:'),
  },
  empty: {
    label: 'Shorten the empty element',
    rewrite: (text) => text.replace(/<([\w:]+)><\/\1>/, '<$1/>'),
  },
  indent: {
    label: 'Indent the lines',
    rewrite: (text) => text.replaceAll('\n', '\n  '),
  },
  prefix: {
    label: 'Write s: for saml:',
    rewrite: (text) => text.replaceAll('saml:', 's:').replace('xmlns:saml=', 'xmlns:s='),
  },
  'line-ends': {
    label: 'Save with Windows line ends',
    rewrite: (text) => text.replaceAll('\n', '\r\n'),
  },
}

export const jsonRewrites: Readonly<Record<JsonRewrite, Rewrite<string>>> = {
  spaces: {
    label: 'Put a space after each colon',
    rewrite: (text) => text.replaceAll('":', '": '),
  },
  members: {
    label: 'Swap two members',
    rewrite: (text) => text.replace(/("sub":\s*"[^"]*"),("name":\s*"[^"]*")/, '$2,$1'),
  },
}

const NICKNAME: Fact = { name: 'nickname', json: '""', texts: [''] }
const FACTS = [...NOTES_FACTS, NICKNAME]

/** A line for each part, as people lay out XML. */
const ASSERTION = writeAssertion(FACTS).replaceAll(
  />(?=<(?:saml:(?:Issuer|Subject|AttributeStatement|Attribute )|\/saml:(?:AttributeStatement|Assertion)))/g,
  '>\n',
)
const PAYLOAD = writeFacts(FACTS)

/** The assertion after these rewrites. A verifier reads it, writes its canonical form and hashes that. */
export function writeXml(rewrites: readonly XmlRewrite[]): Written {
  const text = XML_REWRITES.filter((id) => rewrites.includes(id)).reduce(
    (written, id) => xmlRewrites[id].rewrite(written),
    ASSERTION,
  )
  const signed = canonicalize(readXml(text))
  return { text, signed, digest: digestOf(signed) }
}

/** The payload after these rewrites. What is signed is what was written: nobody writes it anew. */
export function writePayload(rewrites: readonly JsonRewrite[]): Written {
  const text = JSON_REWRITES.filter((id) => rewrites.includes(id)).reduce(
    (written, id) => jsonRewrites[id].rewrite(written),
    PAYLOAD,
  )
  return { text, signed: text, digest: digestOf(text) }
}

/** The text changes and its canonical form does not. */
export const isHarmless = (rewrite: XmlRewrite): boolean =>
  writeXml([rewrite]).digest === writeXml([]).digest

function digestOf(text: string): string {
  return Array.from(sha256(writeUtf8(text)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
