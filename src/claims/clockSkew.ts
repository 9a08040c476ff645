/** Is a date missed by so little that two clocks explain it? RFC 7519 §4.1.4 and §4.1.5 allow a leeway of a few minutes. */

/** Seconds: "usually no more than a few minutes". */
const MOST_SKEW = 300

/** Both are seconds; a date that is met to the second is missed by nothing, so it counts too. */
export function isWithinSkew(date: number, now: number): boolean {
  return Math.abs(now - date) <= MOST_SKEW
}
