/** Which elements, attributes and texts does an XML text hold? The part of XML 1.0 that assertions are written in. */

export interface XmlElement {
  /** With its prefix, as written. */
  name: string
  /** In the order of the text, declarations of namespaces too. */
  attributes: readonly XmlAttribute[]
  children: readonly (XmlElement | string)[]
}

export interface XmlAttribute {
  name: string
  value: string
}

const NAME = /[A-Za-z_][\w.:-]*/y
const SPACE = /[ \t\n]*/y
const TEXT = /[^<]*/y
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
}

/**
 * Line ends become LF before all else, as XML 1.0 §2.11 has it. Throws a SyntaxError with the character (from 1) for
 * what is not well formed and for what assertions do without: comments, instructions, CDATA, a document type.
 */
export function readXml(source: string): XmlElement {
  const text = source.replaceAll(/\r\n?/g, '\n')
  let at = 0
  const stop = (wanted: string): never => {
    throw new SyntaxError(`Character ${at + 1}: expected ${wanted}.`)
  }
  const take = (pattern: RegExp): string => {
    pattern.lastIndex = at
    const [found = ''] = pattern.exec(text) ?? []
    at += found.length
    return found
  }
  const expect = (wanted: string): void => {
    if (!text.startsWith(wanted, at)) stop(wanted)
    at += wanted.length
  }
  const takeName = (): string => take(NAME) || stop('a name')

  const takeAttribute = (): XmlAttribute => {
    const name = takeName()
    take(SPACE)
    expect('=')
    take(SPACE)
    const quote = text.charAt(at)
    if (quote !== '"' && quote !== "'") stop('a quote')
    const end = text.indexOf(quote, at + 1)
    if (end === -1) stop(quote)
    // a line end or tab inside a value reads as a space, XML 1.0 §3.3.3
    const value = readEntities(text.slice(at + 1, end).replaceAll(/[\t\n]/g, ' '))
    at = end + 1
    return { name, value }
  }

  const takeElement = (): XmlElement => {
    expect('<')
    const name = takeName()
    const attributes: XmlAttribute[] = []
    for (;;) {
      const space = take(SPACE)
      if (text.startsWith('/>', at)) {
        at += 2
        return { name, attributes, children: [] }
      }
      if (text.startsWith('>', at)) break
      if (space === '') stop('a space or >')
      attributes.push(takeAttribute())
    }
    at += 1
    const children: (XmlElement | string)[] = []
    while (!text.startsWith('</', at)) {
      const found = readEntities(take(TEXT))
      if (found !== '') children.push(found)
      if (at >= text.length) stop(`</${name}>`)
      if (!text.startsWith('</', at)) children.push(takeElement())
    }
    expect(`</${name}`)
    take(SPACE)
    expect('>')
    return { name, attributes, children }
  }

  take(SPACE)
  const root = takeElement()
  take(SPACE)
  if (at < text.length) stop('the end')
  return root
}

const readEntities = (text: string): string =>
  text.replaceAll(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
