/** Which places of the page have a key of their own? */

/** By the key after `G`. */
export const PLACES: Record<string, { name: string; selector: string }> = {
  t: { name: 'the token', selector: '[aria-label="Encoded token"]' },
  h: { name: 'the header', selector: '[aria-label="Header JSON"]' },
  p: { name: 'the payload', selector: '[aria-label="Payload JSON"]' },
  s: { name: 'the signature', selector: '#signature' },
  k: { name: 'the key', selector: '[aria-label="Key"]' },
  c: { name: 'the claims', selector: '#claims' },
  f: { name: 'the findings', selector: '#findings' },
  v: { name: 'the verdict', selector: '#verdict' },
}
