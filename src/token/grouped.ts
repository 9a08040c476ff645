/** How is a large count written, so that its digits can be read? */

/** "1,231,789". By hand, because the first use of the browser's own formatter costs more than the rest of the first screen. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')
}
