/** Does the certificate of the key that verified hold at this instant? RFC 5280 §4.1.2.5; decisions.md A8, C. */
import { tellUtc } from '../claims/numericDate.ts'
import type { Assessment } from './assessment.ts'

/**
 * A signature made with the key of a certificate that has run out stays what it is, and the Key rung turns to a
 * warning. `now` is seconds; both ends of a certificate are inside. Anything else comes back as it was.
 */
export function judgeCertificate(assessment: Assessment, now: number): Assessment {
  const { verdict, told } = assessment
  if (verdict.kind !== 'verified' || verdict.key.kind === 'secret') return assessment
  const { certificate } = verdict.key
  if (certificate === null) return assessment
  const { notBefore, notAfter } = certificate
  if (now >= notBefore && now <= notAfter) return assessment
  const when =
    now > notAfter ? `expired on ${tellUtc(notAfter)}` : `holds only from ${tellUtc(notBefore)} on`
  const isPlain = told.state === 'pass' && told.lead === 'Signature valid:'
  return {
    ...assessment,
    told: isPlain
      ? { state: 'warning', lead: 'Signature valid,', rest: `but the key’s certificate ${when}.` }
      : { ...told, rest: `${told.rest} The key’s certificate ${when}.` },
    key:
      assessment.key.state === 'pass'
        ? { state: 'warning', reason: `its certificate ${when}` }
        : assessment.key,
  }
}
