/** How does an instant since the login stand in a table or a sentence? ux.md 4.3. */

/** Milliseconds → `5:22`, `24:00:01`, `0:00.100`: hours only where there are any, decimals only where there is a fraction. */
export function tellInstant(instant: number): string {
  const whole = Math.floor(Math.abs(instant) / 1000)
  const [hours, minutes, seconds] = [
    Math.floor(whole / 3600),
    Math.floor(whole / 60) % 60,
    whole % 60,
  ]
  const fraction = Math.abs(instant) % 1000
  const tail = fraction === 0 ? '' : `.${String(fraction).padStart(3, '0')}`
  const head = hours === 0 ? String(minutes) : `${hours}:${digits(minutes)}`
  return `${instant < 0 ? '−' : ''}${head}:${digits(seconds)}${tail}`
}

const digits = (count: number): string => String(count).padStart(2, '0')
