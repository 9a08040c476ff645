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

/** Puts the focus on a place and brings it into sight; nothing where the view has no such place. */
export function goTo(selector: string): void {
  const place = document.querySelector<HTMLElement>(selector)
  if (!place) return
  // what is no control of its own can be reached by this alone
  if (place.tabIndex < 0) place.tabIndex = -1
  place.focus({ preventScroll: true })
  place.scrollIntoView({ block: 'nearest' })
}
