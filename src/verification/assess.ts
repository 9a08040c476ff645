/** What is true of this signature and this key, and how is it said? Loaded late. */
import type { TokenReading } from '../token/readToken.ts'
import type { Assessment } from './assessment.ts'
import { tellKeyRung, tellSignatureRung } from './tellRungs.ts'
import { tellVerdict } from './tellVerdict.ts'
import type { Subject, Verdict } from './verdict.ts'
import { readSubject } from './readSubject.ts'
import { verifySignature } from './verifySignature.ts'

/** At once where no WebCrypto is needed, else promised; never throws, never rejects. */
export function assess(
  subject: Subject,
  reading: TokenReading = readSubject(subject),
): Assessment | Promise<Assessment> {
  const verdict = verifySignature(subject, reading)
  return verdict instanceof Promise ? verdict.then(inWords) : inWords(verdict)
}

function inWords(verdict: Verdict): Assessment {
  return {
    verdict,
    told: tellVerdict(verdict),
    signature: tellSignatureRung(verdict),
    key: tellKeyRung(verdict),
  }
}
