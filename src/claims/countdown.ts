/** Which step towards its expiry is worth saying aloud? At 60 and 10 seconds and when a token expires. */
import { tellCount } from './duration.ts'

const MARKS = [10, 60]

/** From so many seconds left to so many; a tab that was asleep takes long steps. Null where nothing is to be said. */
export function tellCountdown(name: string, earlier: number, left: number): string | null {
  if (earlier > 0 && left <= 0) return `${name} has just expired.`
  const isPassed = MARKS.some((mark) => earlier > mark && left <= mark)
  return isPassed ? `${name} expires in ${tellCount(left, 'second')}.` : null
}
