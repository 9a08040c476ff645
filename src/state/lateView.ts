/** What follows from what the user has given, told by code that arrives late? */
import { type Finding, findFindings } from '../judgement/findings.ts'
import { readKey, type KeyReading } from '../verification/readKey.ts'
import type { Inspector } from './inspectorStore.ts'
import { assessmentOf, readingOf, validityAt } from './inspectorView.ts'
import { memoLast } from './memoLast.ts'

const readKeyOnce = memoLast(readKey)

export function keyReadingOf({ key }: Inspector): KeyReading {
  return readKeyOnce(key.text, key.encoding)
}

/** `now` is the instant judged by, `live` this computer's time, both in seconds. */
export function findingsOf(inspector: Inspector, now: number, live: number): Finding[] {
  const validity = validityAt(inspector, now)
  return findFindings(readingOf(inspector), assessmentOf(inspector), validity, live)
}
