/** Which pages does the reference hold? Everything in it comes from the tables by which tokens are read and judged. */
import { loadAlgorithms, type AlgorithmEntry } from '../algorithms/algorithmLibrary.ts'
import { type ClaimLibrary, loadClaimLibrary } from '../claims/claimLibrary.ts'
import { classifyClaim } from '../claims/classifyClaim.ts'
import { tellMissing } from '../claims/tellMissing.ts'
import { type HeaderLibrary, loadHeaderLibrary } from '../header/headerLibrary.ts'
import { rules } from '../judgement/findings/rules.ts'
import { messages } from './messages.ts'
import { numberedMessages } from './numbered.ts'
import { addressOfBasis, type ReferencePage } from './page.ts'

let reference: Promise<readonly ReferencePage[]> | undefined

/** Loads all tables once. Rejects only where the files cannot be loaded. */
export function loadReference(): Promise<readonly ReferencePage[]> {
  reference ??= gather()
  return reference
}

async function gather(): Promise<readonly ReferencePage[]> {
  const [claims, header, algorithms] = await Promise.all([
    loadClaimLibrary(),
    loadHeaderLibrary(),
    loadAlgorithms(),
  ])
  return [
    ...claims.names.map((name) => claimPage(claims, name)),
    ...header.parameters.map(parameterPage),
    ...algorithms.map(algorithmPage),
    ...header.mediaTypes.map(mediaTypePage),
    ...Object.entries(rules).map(([id, { name, reason, remedy, basis }]) => ({
      section: 'findings' as const,
      id,
      title: name,
      standing: null,
      sentence: reason,
      facts: [{ label: 'What to do', text: remedy }],
      source: sourceOf(basis, addressOfBasis(basis)),
    })),
    ...messages().map(({ id, group, lead, rest }) => ({
      section: 'messages' as const,
      id,
      title: lead,
      standing: group,
      sentence: rest === '' ? lead : rest,
      facts: [],
      source: null,
    })),
    ...numberedMessages().map(({ id, lead, rest, where }) => ({
      section: 'error' as const,
      id,
      title: `${id}: ${lead}`,
      standing: null,
      sentence: rest,
      facts: [
        { label: 'Where it is said', text: `${where.charAt(0).toUpperCase()}${where.slice(1)}.` },
      ],
      source: null,
    })),
  ]
}

const sourceOf = (text: string, url: string | null): ReferencePage['source'] =>
  url === null ? null : { text: text.replace(', Section ', ' section '), url }

/** Facts without a text are left out. */
const factsOf = (facts: Record<string, string | null>): ReferencePage['facts'] =>
  Object.entries(facts).flatMap(([label, text]) => (text === null ? [] : [{ label, text }]))

function claimPage(library: ClaimLibrary, name: string): ReferencePage {
  const entry = library.entryOf(name)
  const uses = library.usesOf(name, null)
  const { kind, reason } = classifyClaim(name)
  const [first] = uses
  const ofProviders = uses.map(({ provider, description }) => `${provider.name}: ${description}`)
  return {
    section: 'claims',
    id: name,
    title: name,
    standing: kind,
    sentence: entry?.explanation ?? `${first?.provider.name ?? 'Somebody'}: ${first?.description}`,
    facts: [
      ...factsOf({
        'Registered as': entry?.description ?? null,
        Value: entry?.valueType ?? first?.valueType ?? null,
        'Why it matters': entry?.whyItMatters ?? null,
        'What if it were missing?': tellMissing(name, kind),
        [`Why ${kind}`]: reason,
      }),
      ...(entry ? ofProviders : ofProviders.slice(1)).map((text) => ({ label: 'In use', text })),
    ],
    source: entry
      ? sourceOf(entry.reference, entry.url)
      : sourceOf(`${first?.provider.name}’s documentation`, first?.provider.docs ?? null),
  }
}

function parameterPage(entry: HeaderLibrary['parameters'][number]): ReferencePage {
  return {
    section: 'parameters',
    id: entry.name,
    title: entry.name,
    standing: entry.status ?? 'Registered',
    sentence: entry.explanation,
    facts: factsOf({
      'Registered as': entry.description,
      'Stands in': entry.usage.toSorted().toReversed().map(tellUsage).join(' and '),
      Value: entry.valueType,
      'Why it matters': entry.whyItMatters,
      Security: entry.securityNote,
    }),
    source: sourceOf(entry.reference, entry.url),
  }
}

const tellUsage = (usage: string): string =>
  usage === 'JWE' ? 'encrypted tokens (JWE)' : 'signed tokens (JWS)'

function algorithmPage(entry: AlgorithmEntry): ReferencePage {
  return {
    section: 'algorithms',
    id: entry.name,
    title: entry.name,
    standing: entry.status ?? entry.requirement,
    sentence: entry.explanation,
    facts: factsOf({
      'Registered as': entry.description,
      'Used as': entry.use,
      Key: entry.keyType,
      'Shortest key': entry.minKeySize,
      Signature:
        entry.signatureBytes === null ? entry.signatureRule : `${entry.signatureBytes} bytes`,
      'Replaced by': entry.replacedBy?.join(', ') ?? null,
      'Why it matters': entry.whyItMatters,
      Security: entry.securityNote,
    }),
    source: sourceOf(entry.reference, entry.url),
  }
}

function mediaTypePage(entry: HeaderLibrary['mediaTypes'][number]): ReferencePage {
  return {
    section: 'media-types',
    id: entry.typ,
    title: entry.typ,
    standing: entry.status === 'published specification' ? null : entry.status,
    sentence: entry.explanation,
    facts: factsOf({ 'In full': entry.mediaType, 'Why it matters': entry.whyItMatters }),
    source: sourceOf(entry.reference, entry.url),
  }
}
