/** What follows from what the user has given, told by code that arrives late? */
import { judgeCertificate } from '../judgement/certificateDates.ts'
import { findFindings } from '../judgement/findings.ts'
import type { Finding } from '../judgement/findings/finding.ts'
import { readKey, type KeyReading } from '../keys/readKey.ts'
import type { Inspector } from './inspectorStore.ts'
import { assessmentOf, readingOf } from './inspectorView.ts'
import { memoLast } from './memoLast.ts'

const readKeyOnce = memoLast(readKey)

export function keyReadingOf({ key }: Inspector): KeyReading {
  return readKeyOnce(key.text, key.encoding)
}

/** `now` is the instant judged by, `live` this computer's time, both in seconds. */
export function findingsOf(inspector: Inspector, now: number, live: number): Finding[] {
  const assessment = judgeCertificate(assessmentOf(inspector), now)
  return findFindings(readingOf(inspector), assessment, now, live)
}
