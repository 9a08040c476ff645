/** In which time zone does this computer stand? */

let timeZone: string | null = null

/** The name of this computer's time zone, for instance Asia/Amman; asked for once, because the answer is costly. */
export function localTimeZone(): string {
  timeZone ??= Intl.DateTimeFormat().resolvedOptions().timeZone
  return timeZone
}
