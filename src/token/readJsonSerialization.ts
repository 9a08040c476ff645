/** What does a token in JSON form say, read by one of its signatures or recipients? RFC 7515 §7.2, RFC 7516 §7.2. */
import type { PartName, TokenFault } from './fault.ts'
import { judgeHeader, judgeText } from './judgeText.ts'
import { type JsonNode, type JsonObject, memberNamed, readJson } from './jsonText.ts'
import { mergeHeaders, tellForm } from './jsonSerializationFaults.ts'
import { asCompact, type MoreThanCompact } from './moreThanCompact.ts'
import { objectIn, type TokenReading } from './readToken.ts'
import { readBytes, type Segment, type TextSegment, withText } from './segment.ts'

/** null where the text is no JSON object with a signature or a ciphertext. `chosen` counts from 0. */
export function readJsonSerialization(text: string, chosen: number): TokenReading | null {
  if (!/^\s*\{/.test(text)) return null
  const { root, duplicates } = readJson(text)
  if (root?.kind !== 'object') return null
  const faults: TokenFault[] = duplicates.map(({ name, at, end }) =>
    tellForm({ code: 'duplicate', name }, { start: at, end }),
  )
  const reader = new Reader(text, root, faults)
  if (memberNamed(root, 'ciphertext')) return reader.readEncrypted(chosen)
  if (memberNamed(root, 'signature') || memberNamed(root, 'signatures'))
    return reader.readSigned(chosen)
  return null
}

const ABSENT: Segment = { start: 0, end: 0, text: '', bytes: new Uint8Array() }

class Reader {
  private readonly text: string
  private readonly root: JsonObject
  private readonly faults: TokenFault[]

  constructor(text: string, root: JsonObject, faults: TokenFault[]) {
    this.text = text
    this.root = root
    this.faults = faults
  }

  readSigned(wanted: number): TokenReading {
    const { entry, place } = this.choose('signatures', 'signature', wanted)
    const header = this.textPart(entry, 'protected', 'header')
    const unprotected = this.objectMember(entry, 'header')
    const payload = this.textPart(this.root, 'payload', 'payload')
    const signature = this.bytePart(entry, 'signature', 'signature')
    if (header) judgeText(header, 'header', this.faults)
    if (payload) judgeText(payload, 'payload', this.faults)
    const joseHeader = this.merge([objectIn(header), unprotected])
    if (header) judgeHeader(header, false, this.faults)
    const hasAlgorithm = memberNamed(joseHeader, 'alg') !== undefined
    for (const name of ['crit', 'b64'])
      if (memberNamed(unprotected, name)) this.fault({ code: 'unprotected', name }, unprotected)
    return {
      text: this.text,
      form: 'jws',
      segments: [header ?? ABSENT, payload ?? ABSENT, signature ?? ABSENT],
      header,
      payload,
      signature,
      joseHeader,
      more: {
        ...asCompact,
        ...place,
        unprotected,
        disclosures: this.disclosuresOf(unprotected),
        keyBinding: this.segmentOf(memberNamed(unprotected, 'kb_jwt')?.value),
      },
      faults: this.sorted(hasAlgorithm),
    }
  }

  readEncrypted(wanted: number): TokenReading {
    const { entry, place } = this.choose('recipients', 'encrypted_key', wanted)
    const header = this.textPart(this.root, 'protected', 'header')
    if (header) judgeText(header, 'header', this.faults)
    const unprotected = this.objectMember(this.root, 'unprotected')
    const recipientHeader = this.objectMember(entry, 'header')
    return {
      text: this.text,
      form: 'jwe',
      segments: [
        header ?? ABSENT,
        this.bytePart(entry, 'encrypted_key', 'encrypted key') ?? ABSENT,
        this.bytePart(this.root, 'iv', 'initialization vector') ?? ABSENT,
        this.bytePart(this.root, 'ciphertext', 'ciphertext') ?? ABSENT,
        this.bytePart(this.root, 'tag', 'authentication tag') ?? ABSENT,
      ],
      header,
      payload: null,
      signature: null,
      joseHeader: this.merge([objectIn(header), unprotected, recipientHeader]),
      more: {
        ...asCompact,
        ...place,
        unprotected,
        recipientHeader,
        aad: this.segmentOf(memberNamed(this.root, 'aad')?.value)?.text ?? null,
      },
      faults: this.sorted(true),
    }
  }

  /** The signature or recipient that is read; one that is not there counts as the first. */
  private choose(
    list: string,
    alone: string,
    wanted: number,
  ): { entry: JsonNode; place: Pick<MoreThanCompact, 'serialization' | 'count' | 'chosen'> } {
    const { entries, isGeneral } = this.entriesOf(list, alone)
    const chosen = entries[wanted] === undefined ? 0 : wanted
    return {
      entry: entries[chosen] ?? this.root,
      place: {
        serialization: isGeneral ? 'general' : 'flattened',
        count: Math.max(1, entries.length),
        chosen,
      },
    }
  }

  /** The list of the general form, or the object itself in the flattened one; both at once is a fault. */
  private entriesOf(list: string, alone: string): { entries: JsonNode[]; isGeneral: boolean } {
    const general = memberNamed(this.root, list)?.value
    const single = memberNamed(this.root, alone)
    if (general === undefined) return { entries: [this.root], isGeneral: false }
    if (single) this.fault({ code: 'both-forms', list, alone }, single.value)
    if (general.kind !== 'array' || general.items.length === 0) {
      this.fault({ code: 'no-entries', list }, general)
      return { entries: [], isGeneral: true }
    }
    return { entries: general.items, isGeneral: true }
  }

  private merge(headers: (JsonObject | null)[]): JsonObject | null {
    const { merged, clash } = mergeHeaders(headers)
    if (clash !== null) this.fault({ code: 'header-clash', name: clash.name }, clash)
    if (merged === null) this.fault({ code: 'no-header' }, this.root)
    return merged
  }

  private objectMember(node: JsonNode, name: string): JsonObject | null {
    const value = memberNamed(node, name)?.value
    if (value === undefined || value.kind === 'object') return value ?? null
    this.fault({ code: 'not-an-object', name }, value)
    return null
  }

  private textPart(node: JsonNode, name: string, part: 'header' | 'payload'): TextSegment | null {
    const segment = this.bytePart(node, name, part)
    return segment && withText(segment)
  }

  private bytePart(node: JsonNode, name: string, part: PartName): Segment | null {
    const value = memberNamed(node, name)?.value
    if (value === undefined) return null
    if (value.kind !== 'string') {
      this.fault({ code: 'not-text', name }, value)
      return null
    }
    const span = { start: value.start + 1, end: value.end - 1 }
    if (this.text.slice(span.start, span.end) === value.value)
      return readBytes(this.text, span, part, this.faults)
    // a string with escapes: its faults stand where the whole of it stands
    const inside: TokenFault[] = []
    const whole = { start: 0, end: value.value.length }
    const segment = readBytes(value.value, whole, part, inside)
    for (const fault of inside) this.faults.push({ ...fault, ...span })
    return { ...segment, ...span }
  }

  private disclosuresOf(unprotected: JsonObject | null): Segment[] | null {
    const list = memberNamed(unprotected, 'disclosures')?.value
    if (list?.kind !== 'array') return null
    return list.items.flatMap((item) => this.segmentOf(item) ?? [])
  }

  private segmentOf(value: JsonNode | undefined): Segment | null {
    if (value?.kind !== 'string') return null
    const span = { start: value.start + 1, end: value.end - 1 }
    return {
      ...readBytes(value.value, { start: 0, end: value.value.length }, 'header', []),
      ...span,
    }
  }

  private fault(
    fault: Parameters<typeof tellForm>[0],
    at: { start: number; end: number } | null,
  ): void {
    this.faults.push(tellForm(fault, at ?? { start: 0, end: 0 }))
  }

  /** `alg` may stand in any of the headers. */
  private sorted(hasAlgorithm: boolean): TokenFault[] {
    return this.faults
      .filter(({ code }) => code !== 'alg-missing' || !hasAlgorithm)
      .toSorted((a, b) => a.start - b.start)
  }
}
