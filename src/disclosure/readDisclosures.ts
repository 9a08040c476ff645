/** Which hidden claims does an SD-JWT disclose, and does each disclosure stand in the signed payload? RFC 9901 §7.1. */
import { type JsonNode, type JsonObject, memberNamed } from '../token/jsonText.ts'
import type { ClaimPath } from '../token/claimPath.ts'
import { digestOf, type HashChoice, readHashChoice } from './digest.ts'
import { type Disclosed, placeholderDigest, writeProcessed } from './processedClaims.ts'
import { type ContentFault, type DisclosureContent, readDisclosure } from './readDisclosure.ts'

/** One disclosure as it was presented; `start` is its first character in the token’s text, from 0. */
export interface DisclosureText {
  text: string
  start: number
}

/**
 * `path` leads to the claim or element that the digest stands for, to its `_sd` where that is unknown.
 * `inside` is the index from 0 of the disclosure that holds the digest, null for the payload itself.
 */
export interface DigestPlace {
  path: ClaimPath
  inside: number | null
}

/** Each of them makes a verifier reject the whole token. */
export type DisclosureFault =
  | ContentFault
  | { code: 'no-digest' }
  /** The same text stands at index `first` (from 0) already. */
  | { code: 'repeated'; first: number }
  | { code: 'digest-repeated'; places: DigestPlace[] }
  | { code: 'forbidden-name'; name: string }
  | { code: 'name-taken'; name: string }

export interface DisclosureReading extends DisclosureText {
  /** null where it can’t be read. */
  content: DisclosureContent | null
  /** Base64url; null where the payload names a hash that is not known here. */
  digest: string | null
  /** Where its digest was found first; null where it is missing or was not looked for. */
  place: DigestPlace | null
  faults: DisclosureFault[]
}

/** What is wrong with the digests themselves, whatever is disclosed. */
export type PayloadFault = DigestPlace &
  (
    | { code: 'digest-repeated'; digest: string; places: DigestPlace[] }
    | { code: 'sd-not-digests' }
    | { code: 'reserved-name'; name: '...' | '_sd_alg' }
  )

export interface DisclosuresReading {
  hash: HashChoice
  disclosures: DisclosureReading[]
  /** Digests that no disclosure answers, each once: hidden claims or decoys, which nobody can tell apart. */
  hidden: (DigestPlace & { digest: string })[]
  faults: PayloadFault[]
  /** The claims set after processing as JSON text; what has a fault is left out of it. */
  processed: string
}

/**
 * Reads the disclosures that came with an issuer’s JWT against its payload. `claims` are offsets into `payloadText`.
 * Looks into disclosed values too. Linear in all that is given, whatever its depth; never throws.
 */
export function readDisclosures(
  claims: JsonObject,
  payloadText: string,
  disclosures: readonly DisclosureText[],
): DisclosuresReading {
  const hash = readHashChoice(claims)
  const search = new Search(hash, disclosures)
  search.walk(claims)
  const { readings, hidden, faults, disclosed } = search
  return {
    hash,
    disclosures: readings,
    hidden,
    faults,
    processed: writeProcessed(claims, payloadText, disclosed),
  }
}

interface Visit {
  node: JsonNode
  path: ClaimPath | null
  inside: number | null
}

/** What holds a digest: the object with the `_sd` and the names it has so far, or a placeholder and its index. */
type Holder =
  | { kind: 'claim'; node: JsonObject; names: Set<string> }
  | { kind: 'element'; node: JsonObject; index: number }

class Search {
  readonly readings: DisclosureReading[]
  readonly hidden: DisclosuresReading['hidden'] = []
  readonly faults: PayloadFault[] = []
  readonly disclosed: Disclosed = { claims: new Map(), elements: new Map() }
  private readonly indexes = new Map<string, number>()
  private readonly places = new Map<string, DigestPlace[]>()
  private readonly queue: Visit[] = []

  constructor(hash: HashChoice, disclosures: readonly DisclosureText[]) {
    this.readings = disclosures.map(({ text, start }, index) => {
      const digest = digestOf(hash, text)
      const { content, faults } = readDisclosure(text)
      const reading: DisclosureReading = { text, start, content, digest, place: null, faults }
      if (digest === null || text === '') return reading
      const first = this.indexes.get(digest)
      if (first !== undefined) reading.faults.push({ code: 'repeated', first })
      else this.indexes.set(digest, index)
      return reading
    })
  }

  walk(claims: JsonObject): void {
    this.queue.push({ node: claims, path: null, inside: null })
    for (const visit of this.queue) {
      if (visit.node.kind === 'object') this.readObject(visit, visit.node)
      else if (visit.node.kind === 'array') this.readArray(visit, visit.node.items)
    }
    for (const index of this.indexes.values()) {
      const reading = this.readings[index]
      if (reading?.place === null) reading.faults.push({ code: 'no-digest' })
    }
    for (const [digest, places] of this.places) this.judgeRepetition(digest, places)
  }

  private readObject(visit: Visit, node: JsonObject): void {
    const { path, inside } = visit
    const sd = memberNamed(node, '_sd')
    if (sd?.value.kind === 'array' && sd.value.items.every(({ kind }) => kind === 'string')) {
      const names = new Set(node.members.map(({ name }) => name))
      for (const item of sd.value.items)
        if (item.kind === 'string')
          this.findDigest(item.value, visit, { kind: 'claim', node, names })
    } else if (sd !== undefined)
      this.faults.push({ code: 'sd-not-digests', path: { parent: path, step: '_sd' }, inside })
    for (const { name, value } of node.members) {
      const here = { parent: path, step: name }
      if (name === '...' || (name === '_sd_alg' && path !== null))
        this.faults.push({ code: 'reserved-name', name, path: here, inside })
      if (name !== '_sd') this.queue.push({ node: value, path: here, inside })
    }
  }

  private readArray(visit: Visit, items: JsonNode[]): void {
    for (const [index, item] of items.entries()) {
      const digest = placeholderDigest(item)
      if (digest !== null && item.kind === 'object')
        this.findDigest(digest, visit, { kind: 'element', node: item, index })
      else this.queue.push({ ...visit, node: item, path: { parent: visit.path, step: index } })
    }
  }

  private findDigest(digest: string, { path: parent, inside }: Visit, holder: Holder): void {
    const index = this.indexes.get(digest)
    const reading = index === undefined ? undefined : this.readings[index]
    const name = reading?.content?.kind === 'claim' ? reading.content.name : '_sd'
    const step = holder.kind === 'element' ? holder.index : name
    const place = { path: { parent, step }, inside }
    const earlier = this.places.get(digest)
    if (earlier !== undefined) {
      earlier.push(place)
      return
    }
    this.places.set(digest, [place])
    if (index === undefined || reading === undefined) {
      this.hidden.push({ ...place, digest })
      return
    }
    reading.place = place
    if (reading.content === null) return
    const fault = this.disclose(reading.content, holder)
    if (fault !== null) reading.faults.push(fault)
    // also behind a fault, so that what it holds is not called missing too
    this.queue.push({ node: reading.content.value, path: place.path, inside: index })
  }

  private disclose(content: DisclosureContent, holder: Holder): DisclosureFault | null {
    if (holder.kind === 'element') {
      if (content.kind === 'claim') return { code: 'wrong-count', count: 3, wanted: 2 }
      this.disclosed.elements.set(holder.node, content)
      return null
    }
    if (content.kind === 'element') return { code: 'wrong-count', count: 2, wanted: 3 }
    const { name } = content
    if (name === '_sd' || name === '...') return { code: 'forbidden-name', name }
    if (holder.names.has(name)) return { code: 'name-taken', name }
    holder.names.add(name)
    const added = this.disclosed.claims.get(holder.node)
    if (added) added.push(content)
    else this.disclosed.claims.set(holder.node, [content])
    return null
  }

  private judgeRepetition(digest: string, places: DigestPlace[]): void {
    const [first] = places
    if (first === undefined || places.length === 1) return
    const reading = this.readings[this.indexes.get(digest) ?? -1]
    if (reading) reading.faults.push({ code: 'digest-repeated', places })
    else this.faults.push({ code: 'digest-repeated', digest, places, ...first })
  }
}
