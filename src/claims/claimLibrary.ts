/** What do the registry and the known providers say about a claim? Loaded late; the entry knows names only. */

/** One row of the IANA registry, with an explanation of our own. null where nobody has confirmed or needed a value. */
interface RegistryEntry {
  name: string
  /** The registered text. */
  description: string
  /** The document and section that define it. */
  reference: string
  url: string
  valueType: string | null
  explanation: string
  whyItMatters: string | null
}

interface Provider {
  id: string
  name: string
  /** Address of the provider’s own documentation. */
  docs: string
  /** How its tokens are told from others. */
  recognise: string
}

/** What one provider means by a name. */
interface ProviderClaim {
  provider: Provider
  description: string
  valueType: string
  /** False where it comes from general knowledge and was not looked up. */
  isConfirmed: boolean
}

export interface ClaimLibrary {
  /** Every name that the registry or a provider has, once; the registry’s first. */
  names: readonly string[]
  /** The registry’s row of that exact name, or null. */
  entryOf: (name: string) => RegistryEntry | null
  /**
   * Who uses that name, and how. With an `issuer` (the iss claim, or null) that belongs to a known provider, only that
   * provider’s meaning is left, if it has one. A matching issuer is a hint and never proof.
   */
  usesOf: (name: string, issuer: string | null) => ProviderClaim[]
  /** The provider whose issuers look like this one, or null. */
  providerOf: (issuer: string) => Provider | null
}

/** No issuer in use comes near; a longer text is not worth matching. */
const LONGEST_ISSUER = 2048

let library: Promise<ClaimLibrary> | undefined

/** Loads both tables once; every later call gets the same library. Rejects only where the files cannot be loaded. */
export function loadClaimLibrary(): Promise<ClaimLibrary> {
  library ??= makeLibrary()
  return library
}

async function makeLibrary(): Promise<ClaimLibrary> {
  const [{ default: registry }, { default: providers }] = await Promise.all([
    import('./data/jwt-claims.json'),
    import('./data/provider-claims.json'),
  ])
  const entries = new Map<string, RegistryEntry>(
    registry.claims.map((entry) => [entry.name, entry]),
  )
  const known = providers.providers.map(({ issPatterns, ...provider }) => ({
    provider,
    patterns: issPatterns.map((pattern) => new RegExp(pattern)),
  }))
  const byId = new Map(known.map(({ provider }) => [provider.id, provider]))
  const uses = providers.claims.flatMap(({ name, pattern, confirmed, ...claim }) => {
    const provider = byId.get(claim.provider)
    const matcher = pattern === null ? null : new RegExp(pattern)
    return provider ? [{ name, matcher, use: { ...claim, provider, isConfirmed: confirmed } }] : []
  })

  const providerOf = (issuer: string): Provider | null =>
    issuer.length > LONGEST_ISSUER
      ? null
      : (known.find(({ patterns }) => patterns.some((pattern) => pattern.test(issuer)))?.provider ??
        null)

  const usesOf = (name: string, issuer: string | null): ProviderClaim[] => {
    const all = uses
      .filter((use) => use.matcher?.test(name.slice(0, LONGEST_ISSUER)) ?? use.name === name)
      .map(({ use }) => use)
    const issuing = issuer === null ? null : providerOf(issuer)
    const own = all.filter(({ provider }) => provider === issuing)
    return own.length > 0 ? own : all
  }

  const names = [...new Set([...entries.keys(), ...uses.map(({ name }) => name)])]

  return { names, entryOf: (name) => entries.get(name) ?? null, usesOf, providerOf }
}
