/** How does text stand in an SVG file, so that it stays text whatever it says? XML 1.0 §2.2, §2.4. */

/** Characters that XML forbids are left out. */
export function escapeXml(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** Members that are undefined are left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  content = '',
): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`)
    .join('')
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`
}

/** One line of text; `size` is pixels. */
export function textAt(
  x: number,
  y: number,
  words: string,
  style: { fill: string; size: number; bold?: boolean; anchor?: 'middle' | 'end' },
): string {
  return element(
    'text',
    {
      x,
      y,
      fill: style.fill,
      'font-size': style.size,
      'font-weight': style.bold ? 600 : undefined,
      'text-anchor': style.anchor,
    },
    escapeXml(words),
  )
}

/** Lines of at most so many characters, cut at spaces where there are any. */
export function wrapWords(text: string, most: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > most) {
      lines.push(line)
      line = ''
    }
    line = line === '' ? word : `${line} ${word}`
    while (line.length > most) {
      lines.push(line.slice(0, most))
      line = line.slice(most)
    }
  }
  return line === '' ? lines : [...lines, line]
}
