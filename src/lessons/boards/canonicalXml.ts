/** Which one text stands for every way to write the same XML, so that it can be signed? Exclusive XML Canonicalization 1.0. */
import type { XmlAttribute, XmlElement } from './xmlTree.ts'

type Namespaces = ReadonlyMap<string, string>

const NONE: Namespaces = new Map()

/** Of a whole document without comments. A namespace is written where it is first used, and nowhere else. */
export function canonicalize(root: XmlElement): string {
  return writeElement(root, NONE, NONE)
}

function writeElement(element: XmlElement, known: Namespaces, written: Namespaces): string {
  const declared = new Map(known)
  const attributes: XmlAttribute[] = []
  for (const attribute of element.attributes) {
    const prefix = declaredPrefix(attribute.name)
    if (prefix === null) attributes.push(attribute)
    else declared.set(prefix, attribute.value)
  }
  const used = new Set([
    prefixOf(element.name),
    ...attributes.map(({ name }) => prefixOf(name)).filter((prefix) => prefix !== ''),
  ])
  const fresh = [...used].filter(
    (prefix) => (declared.get(prefix) ?? '') !== (written.get(prefix) ?? ''),
  )
  const now = new Map(written)
  for (const prefix of fresh) now.set(prefix, declared.get(prefix) ?? '')
  const namespaces = fresh.toSorted(byCharacter).map((prefix) => ({
    name: prefix === '' ? 'xmlns' : `xmlns:${prefix}`,
    value: declared.get(prefix) ?? '',
  }))
  const sorted = attributes.toSorted((one, other) =>
    byCharacter(sortKey(one.name, declared), sortKey(other.name, declared)),
  )
  const opening = [...namespaces, ...sorted]
    .map(({ name, value }) => ` ${name}="${escapeValue(value)}"`)
    .join('')
  const inside = element.children.map((child) =>
    typeof child === 'string' ? escapeText(child) : writeElement(child, declared, now),
  )
  return `<${element.name}${opening}>${inside.join('')}</${element.name}>`
}

/** The prefix that this attribute declares; null where it declares none. */
function declaredPrefix(name: string): string | null {
  if (name === 'xmlns') return ''
  return name.startsWith('xmlns:') ? name.slice('xmlns:'.length) : null
}

const prefixOf = (name: string): string => (name.includes(':') ? (name.split(':')[0] ?? '') : '')

/** Attributes stand by the address of their namespace, then by their name; those without a namespace come first. */
function sortKey(name: string, declared: Namespaces): string {
  const prefix = prefixOf(name)
  const address = prefix === '' ? '' : (declared.get(prefix) ?? '')
  return `${address}\u0000${name.slice(name.indexOf(':') + 1)}`
}

const byCharacter = (one: string, other: string): number =>
  Number(one > other) - Number(one < other)

const escapeText = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#xD;')

const escapeValue = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\t', '&#x9;')
    .replaceAll('\n', '&#xA;')
    .replaceAll('\r', '&#xD;')
