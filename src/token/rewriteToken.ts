/** How does a token read after one of its segments got other bytes, with all else left as it was? */
import { encodeBase64url } from './base64url.ts'
import type { Span } from './spans.ts'

/** The token's text with that segment replaced; every other character stays. */
export function rewriteSegment(token: string, segment: Span, bytes: Uint8Array): string {
  return token.slice(0, segment.start) + encodeBase64url(bytes) + token.slice(segment.end)
}
