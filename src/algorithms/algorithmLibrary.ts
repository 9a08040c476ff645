/** What does the registry say about each algorithm, those included that nobody should use? Loaded late, for people to read. */

/** One row of the IANA registry, or of a draft (`status` says so). null where there is nothing to say. */
export interface AlgorithmEntry {
  name: string
  description: string
  /** "JWS alg", "JWE alg", "JWE enc" */
  use: string | null
  status: string | null
  keyType: string | null
  minKeySize: string | null
  /** Bytes. */
  signatureBytes: number | null
  signatureRule: string | null
  requirement: string | null
  replacedBy: string[] | null
  reference: string
  url: string
  explanation: string
  whyItMatters: string | null
  securityNote: string | null
}

/** Rejects only where the file cannot be loaded. */
export async function loadAlgorithms(): Promise<readonly AlgorithmEntry[]> {
  const { default: registry } = await import('./data/algorithms.json')
  return registry.algorithms
}
