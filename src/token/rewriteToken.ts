/** How does a token read after one of its segments got other bytes, with all else left as it was? */
import { encodeBase64url } from './base64url.ts'
import type { Segment } from './segment.ts'

/** The token's text with that segment replaced; every other character stays. */
export function rewriteSegment(
  token: string,
  segment: Pick<Segment, 'start' | 'end' | 'write'>,
  bytes: Uint8Array,
): string {
  const written = (segment.write ?? encodeBase64url)(bytes)
  return token.slice(0, segment.start) + written + token.slice(segment.end)
}
