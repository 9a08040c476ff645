/** What is one page of the reference, and under which address does it stand? */

export const SECTIONS = {
  claims: 'Claims',
  parameters: 'Header parameters',
  algorithms: 'Algorithms',
  'media-types': 'Media types',
  findings: 'Findings',
  messages: 'Messages',
  error: 'Numbered messages',
} as const

export type SectionId = keyof typeof SECTIONS

export interface ReferencePage {
  section: SectionId
  /** Unique in its section; for what has a name in tokens, that name. */
  id: string
  title: string
  /** A word or two on its standing: "Registered", "Deprecated", "draft". */
  standing: string | null
  /** What it is, in one sentence or two. */
  sentence: string
  facts: { label: string; text: string }[]
  /** Where the specification says so; `url` leads out of this page. */
  source: { text: string; url: string } | null
}

/** The fragment of a page’s address, from `#` on. */
export function pageAddress(section: SectionId, id: string): string {
  return `#/ref/${section}/${encodeURIComponent(id)}`
}

/** What people write for a section in an address by heart. */
const ALSO: ReadonlyMap<string, SectionId> = new Map([
  ['claim', 'claims'],
  ['header', 'parameters'],
  ['parameter', 'parameters'],
  ['alg', 'algorithms'],
  ['algorithm', 'algorithms'],
  ['typ', 'media-types'],
  ['finding', 'findings'],
  ['message', 'messages'],
  ['errors', 'error'],
])

/**
 * Section and page that a fragment such as `#/ref/claims/exp` asks for. An unknown section is null, and its name stands
 * for the page; a broken escape stands as it is.
 */
export function readPageAddress(fragment: string): { section: SectionId | null; id: string } {
  const [, , section = '', ...rest] = fragment.split('?', 1)[0]?.split('/') ?? []
  const known = Object.keys(SECTIONS).find((id): id is SectionId => id === section)
  const meant = known ?? ALSO.get(section) ?? null
  return {
    section: meant,
    id: unescaped(meant === null ? section : rest.join('/').replace(/\/$/, '')),
  }
}

/** The page of that name, or else the one that differs from it in capitals alone. */
export function pageNamed(
  pages: readonly ReferencePage[],
  section: SectionId,
  id: string,
): ReferencePage | undefined {
  const own = pages.filter((page) => page.section === section)
  const plain = id.toLowerCase()
  return own.find((page) => page.id === id) ?? own.find((page) => page.id.toLowerCase() === plain)
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The address of an RFC’s paragraph, for "RFC 8725 section 3.1" and "RFC 7515 appendix F"; null for anything else. */
export function addressOfBasis(basis: string): string | null {
  const match = /^RFC (\d+)(?: (section|appendix) ([\dA-Z.]+))?$/.exec(basis)
  if (!match) return null
  const [, number, kind, place] = match
  const anchor = kind === undefined ? '' : `#${kind}-${place}`
  return `https://www.rfc-editor.org/rfc/rfc${number}.html${anchor}`
}
