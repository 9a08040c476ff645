/** Which bytes hold the digest of a disclosure, and which disclosure does a digest stand for? RFC 9901 §4.2.4. */
import { type ByteRange, type Linkable, numberOf } from '../token/carrier.ts'
import { isSameRange, type Link, linkNodes, rangeOfPart } from '../token/link.ts'
import { tellPlace } from '../token/tellLink.ts'
import { byteOffsets, readUtf8 } from '../token/utf8.ts'
import type { DisclosuresReading } from './readDisclosures.ts'

/** For each disclosure, in order, where its digest stands; null where it stands nowhere. Linear in the token. */
export function findDigests(
  token: Linkable,
  { disclosures }: DisclosuresReading,
): (ByteRange | null)[] {
  const inPayload = digestsInPayload(token)
  return disclosures.map(({ digest, place }) => {
    if (digest === null || place === null) return null
    return place.inside === null
      ? (inPayload.get(digest) ?? null)
      : digestInside(token, place.inside, digest)
  })
}

/** The disclosure of a linked digest, or the digest of a linked disclosure; null for what is neither. */
export function partnerOf(
  token: Linkable,
  digests: readonly (ByteRange | null)[],
  range: ByteRange,
): ByteRange | null {
  const whole = rangeOfPart(token, range.part)
  const digest = digests[numberOf(range.part) - 1]
  if (digest && whole && isSameRange(whole, range)) return digest
  const index = digests.findIndex((one) => one !== null && isSameRange(one, range))
  return index === -1 ? null : rangeOfPart(token, `disclosure ${index + 1}`)
}

/** What a link adds of its partner: "; its digest: characters 60–120", "; the digest of disclosure 2: characters 300–340". */
export function tellPartner(link: Link, partner: Link): string {
  const place = tellPlace(partner)
  const isDisclosure = link.isWhole && !Number.isNaN(numberOf(link.part))
  return isDisclosure ? `; its digest: ${place}` : `; the digest of ${partner.part}: ${place}`
}

/** Items of an `_sd`, and the members named `...`, as RFC 9901 §4.2.4 places them; the first of each. */
function digestsInPayload(token: Linkable): Map<string, ByteRange> {
  const found = new Map<string, ByteRange>()
  const bytes = token.payload?.bytes
  if (!bytes) return found
  for (const { part, byteStart, byteEnd, path } of linkNodes(token, 'payload')) {
    const isItem = typeof path?.step === 'number' && path.parent?.step === '_sd'
    if (!isItem && path?.step !== '...') continue
    const digest = /"([\w-]+)"$/.exec(readUtf8(bytes.subarray(byteStart, byteEnd)).text)?.[1]
    if (digest !== undefined && !found.has(digest)) found.set(digest, { part, byteStart, byteEnd })
  }
  return found
}

/** A digest inside what another disclosure discloses; `index` counts from 0. */
function digestInside({ more }: Linkable, index: number, digest: string): ByteRange | null {
  const bytes = more?.disclosures?.[index]?.bytes
  if (!bytes) return null
  const { text } = readUtf8(bytes)
  const at = text.indexOf(`"${digest}"`)
  if (at === -1) return null
  const byteAt = byteOffsets(text, bytes)
  return {
    part: `disclosure ${index + 1}`,
    byteStart: byteAt(at),
    byteEnd: byteAt(at + digest.length + 2),
  }
}
