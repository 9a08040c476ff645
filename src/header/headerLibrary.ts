/** What do the registries say about a header parameter and about a kind of token (typ)? Loaded late. */

/** One name of the IANA registry of JOSE header parameters, or of a draft (`status` says so). null where nobody needed a value. */
interface ParameterEntry {
  name: string
  description: string
  usage: string[]
  reference: string
  url: string
  valueType: string | null
  status: string | null
  explanation: string
  whyItMatters: string | null
  securityNote: string | null
}

/** A value of `typ` that some specification defines. */
interface MediaTypeEntry {
  typ: string
  mediaType: string
  reference: string
  url: string
  status: string
  explanation: string
  whyItMatters: string | null
}

export interface HeaderLibrary {
  parameters: readonly ParameterEntry[]
  mediaTypes: readonly MediaTypeEntry[]
  /** By the exact name, or null. */
  parameterNamed: (name: string) => ParameterEntry | null
  /** Whatever the case, with or without `application/` (RFC 7515 §4.1.9), or null. */
  mediaTypeOf: (typ: string) => MediaTypeEntry | null
}

let library: Promise<HeaderLibrary> | undefined

/** Loads both tables once; every later call gets the same library. Rejects only where the files cannot be loaded. */
export function loadHeaderLibrary(): Promise<HeaderLibrary> {
  library ??= makeLibrary()
  return library
}

async function makeLibrary(): Promise<HeaderLibrary> {
  const [{ default: header }, { default: media }] = await Promise.all([
    import('./data/header-parameters.json'),
    import('./data/media-types.json'),
  ])
  const byName = new Map<string, ParameterEntry>(
    header.parameters.map((entry) => [entry.name, entry]),
  )
  const byTyp = new Map<string, MediaTypeEntry>(
    media.types.map((entry) => [plain(entry.typ), entry]),
  )
  return {
    parameters: [...byName.values()],
    mediaTypes: [...byTyp.values()],
    parameterNamed: (name) => byName.get(name) ?? null,
    mediaTypeOf: (typ) => byTyp.get(plain(typ.slice(0, 200))) ?? null,
  }
}

const plain = (typ: string): string => typ.toLowerCase().replace(/^application\/(?=[^/]*$)/, '')
