/** In which part of a recorded exchange (HAR 1.2) does a place of the file fall? */
import type { HarPart, Place } from './place.ts'

const SECTION = /"(request|response|headers|cookies|queryString|postData|content|url)"\s{0,20}:/g

const PARTS: Record<string, HarPart> = {
  headers: 'header',
  cookies: 'cookie',
  queryString: 'query',
  postData: 'body',
  content: 'body',
  url: 'url',
}

/** null where the text is no HAR file. A cut file is read as far as it goes. */
export function readHar(raw: string): HarMap | null {
  return /^\s{0,1000}\ufeff?\{\s{0,1000}"log"\s{0,100}:/.test(raw) && raw.includes('"entries"')
    ? new HarMap(raw)
    : null
}

export class HarMap {
  private readonly section = new RegExp(SECTION)
  private next: { end: number; name: string } | null
  private side: 'request' | 'response' = 'request'
  private part: HarPart | null = null
  private readonly raw: string

  constructor(raw: string) {
    this.raw = raw
    this.next = this.search()
  }

  /** `name` is what stands before the value: for a header “value”, for a body its member. Offsets must not fall. */
  placeOf(raw: string, start: number, end: number, name: string | null): Place | null {
    while (this.next !== null && this.next.end <= start) {
      const { name: found } = this.next
      if (found === 'request' || found === 'response') this.side = found
      else this.part = PARTS[found] ?? null
      this.next = this.search()
    }
    if (this.part === null) return null
    const { side, part } = this
    if (part === 'url') return { kind: 'har', side, part, name: null }
    if (part === 'body') return { kind: 'har', side, part, name: name === 'text' ? null : name }
    return { kind: 'har', side, part, name: siblingName(raw, start, end) }
  }

  private search(): { end: number; name: string } | null {
    const match = this.section.exec(this.raw)
    return match && { end: this.section.lastIndex, name: match[1] ?? '' }
  }
}

/** `{"name": …, "value": …}` in either order. */
function siblingName(raw: string, start: number, end: number): string | null {
  const before = raw.slice(Math.max(0, start - 300), start)
  const own = before.slice(before.lastIndexOf('{') + 1)
  const pattern = /"name"\s*:\s*"([^"]{0,100})"/
  return (
    pattern.exec(own)?.[1] ??
    pattern.exec(raw.slice(end, end + 300).split('}', 1)[0] ?? '')?.[1] ??
    null
  )
}
