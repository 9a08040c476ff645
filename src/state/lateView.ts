/** What follows from what the user has given, told by code that arrives late? */
import type { Carriage } from '../intake/carriage.ts'
import { judgeCertificate } from '../judgement/certificateDates.ts'
import { findFindings } from '../judgement/findings.ts'
import type { Finding } from '../judgement/findings/finding.ts'
import { type BroughtKey, broughtKeysOf } from '../keys/broughtKeys.ts'
import { readKey, type KeyReading } from '../keys/readKey.ts'
import { nestedIn } from '../token/nestedToken.ts'
import { readAnyForm } from '../token/readAnyForm.ts'
import { algorithmOf, type TextSegment, type TokenReading } from '../token/readToken.ts'
import type { Inspector } from './inspectorStore.ts'
import { assessmentOf, partOf, readingOf } from './inspectorView.ts'
import { memoLast } from './memoLast.ts'

const readKeyOnce = memoLast(readKey)

export function keyReadingOf({ key }: Inspector): KeyReading {
  return readKeyOnce(key.text, key.encoding)
}

/** The keys that the shown token brings itself, each with its reading. */
export function broughtKeysIn(inspector: Inspector): (BroughtKey & { key: KeyReading })[] {
  return broughtOnce(readingOf(inspector))
}
const broughtOnce = memoLast((reading: TokenReading) =>
  broughtKeysOf(reading).map(({ name, text }) => ({ name, text, key: readKey(text, 'utf8') })),
)

/** The token that the shown payload is; null where it is none. */
export function nestedTokenOf(inspector: Inspector): string | null {
  return nestedOnce(partOf(inspector, 'payload'))
}
const nestedOnce = memoLast((payload: TextSegment | null) => payload && nestedIn(payload))

/** More entries of a JSON form than this are not offered. */
const MOST_ENTRIES = 50

/** The `alg` of each signature or recipient of a JSON form, null where there is none. */
export function entryAlgorithmsOf(inspector: Inspector): (string | null)[] {
  const { text, more } = readingOf(inspector)
  return algorithmsOnce(text, more?.count ?? 1)
}
const algorithmsOnce = memoLast((text: string, count: number) =>
  Array.from({ length: Math.min(count, MOST_ENTRIES) }, (_, chosen) =>
    algorithmOf(readAnyForm(text, { chosen, detached: null })),
  ),
)

/** How the shown token came here; null where nothing tells. An edited one came as what it was made of. */
function carriageOf({ box, current, pasted, shown }: Inspector): Carriage | null {
  const isTyped = box?.text === current[shown]
  return (isTyped ? box?.told.carried?.[0] : pasted.told.carried?.[shown]) ?? null
}

/** `now` is the instant judged by, `live` this computer's time, both in seconds. */
export function findingsOf(inspector: Inspector, now: number, live: number): Finding[] {
  const assessment = judgeCertificate(assessmentOf(inspector), now)
  return findFindings(readingOf(inspector), assessment, now, live, carriageOf(inspector))
}
