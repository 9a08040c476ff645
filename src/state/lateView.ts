/** What follows from what the user has given, told by code that arrives late? */
import { type Finding, findFindings } from '../judgement/findings.ts'
import { readKey, type KeyReading } from '../keys/readKey.ts'
import type { Inspector } from './inspectorStore.ts'
import { assessmentOf, readingOf } from './inspectorView.ts'
import { memoLast } from './memoLast.ts'

const readKeyOnce = memoLast(readKey)

export function keyReadingOf({ key }: Inspector): KeyReading {
  return readKeyOnce(key.text, key.encoding)
}

/** `live` is this computer's time in seconds. */
export function findingsOf(inspector: Inspector, live: number): Finding[] {
  return findFindings(readingOf(inspector), assessmentOf(inspector), live)
}
