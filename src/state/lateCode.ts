/** What reads and judges what a first visit does not meet? It arrives after the first answers. */
import { addCaveats } from '../judgement/caveats.ts'
import { judgeCertificate } from '../judgement/certificateDates.ts'
import { judgeFaults } from '../judgement/faults.ts'
import { assessLoneKey } from '../judgement/loneKey.ts'
import { judgePolicy } from '../judgement/policy.ts'
import { rareWords } from '../judgement/rareWords.ts'
import { hexDump } from '../token/hexDump.ts'
import type { TokenReading } from '../token/readToken.ts'
import { readSubject } from '../verification/readSubject.ts'
import { editPart } from './editPart.ts'
import type { Inspector } from './inspectorStore.ts'
import { linkField } from './linkField.ts'
import { linkMarksOf } from './linkView.ts'
import { memoLast } from './memoLast.ts'

export interface LateCode {
  /** The token in any of its forms; `chosen` and `detached` as in the inspector. */
  read: (token: string, chosen: number, detached: Inspector['detached']) => TokenReading
  judgeFaults: typeof judgeFaults
  judgePolicy: typeof judgePolicy
  rareWords: typeof rareWords
  addCaveats: typeof addCaveats
  assessLoneKey: typeof assessLoneKey
  judgeCertificate: typeof judgeCertificate
  editPart: typeof editPart
  hexDump: typeof hexDump
  linkMarksOf: typeof linkMarksOf
  linkField: typeof linkField
}

/** While a pane that may wait still shows the old token, old and new are asked for in turn. */
const OLD_AND_NEW = 2

export const lateCode: LateCode = {
  read: memoLast(
    (token, chosen, detached) => readSubject({ token, chosen, detached }),
    OLD_AND_NEW,
  ),
  judgeFaults,
  judgePolicy,
  rareWords,
  addCaveats,
  assessLoneKey: memoLast(assessLoneKey, OLD_AND_NEW),
  judgeCertificate: memoLast(judgeCertificate, OLD_AND_NEW),
  editPart,
  hexDump: memoLast(hexDump, OLD_AND_NEW),
  linkMarksOf,
  linkField,
}
