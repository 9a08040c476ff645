/** What do the disclosures of a token and the signature of their holder add to its assessment? RFC 9901 §7, V27 of ux.md 3.5. */
import { readDisclosures } from '../disclosure/readDisclosures.ts'
import { type KeyBindingReading, readKeyBinding } from '../disclosure/readKeyBinding.ts'
import { tellDisclosures } from '../disclosure/tellDisclosures.ts'
import { tellKeyBindingFault } from '../disclosure/tellKeyBinding.ts'
import { claimsSetOf, type TokenReading } from '../token/readToken.ts'
import type { RungTold } from '../verification/told.ts'
import { tellSignatureRung } from '../verification/tellRungs.ts'
import { verifySignature } from '../verification/verifySignature.ts'
import type { Assessment } from './assessment.ts'

/**
 * The issuer signs the digests alone: a disclosure that answers to none, and a holder who did not sign this very
 * presentation, make the whole a token that a server must refuse, whatever the issuer's signature is. Never rejects.
 */
export async function assessDisclosures(
  reading: TokenReading,
  assessment: Assessment,
): Promise<Assessment> {
  const { more, payload, header, signature } = reading
  const claims = claimsSetOf(reading)
  if (!more?.disclosures || payload === null || claims === null) return assessment
  const disclosures = readDisclosures(claims, payload.decoded.text, more.disclosures)
  const issued = [header, payload, signature].map((segment) => segment?.text ?? '').join('.')
  const keyBinding = more.keyBinding
    ? readKeyBinding(more.keyBinding.text, issued, disclosures)
    : null
  const holder = await checkHolder(keyBinding)
  const disclosed = { reading: disclosures, keyBinding, holder }
  const told = tellDisclosures(disclosures)
  if (told.state === 'fail')
    return { ...refused(assessment, 'A disclosure is wrong.', told.text), disclosed }
  if (holder.state === 'fail')
    return {
      ...refused(assessment, 'The holder’s proof is wrong.', faultOf(keyBinding)),
      disclosed,
    }
  if (assessment.verdict.kind !== 'verified') return { ...assessment, disclosed }
  const { lead } = assessment.told
  const issuer =
    lead === 'Signature valid:'
      ? { lead: 'Issuer signature valid.', rest: told.text }
      : { lead, rest: `${assessment.told.rest} ${told.text}` }
  return { ...assessment, told: { ...assessment.told, ...issuer }, disclosed }
}

function refused(assessment: Assessment, lead: string, rest: string): Assessment {
  const reason = lead.charAt(0).toLowerCase() + lead.slice(1, -1)
  return {
    ...assessment,
    told: { state: 'fail', lead, rest },
    signature: { state: 'fail', reason },
  }
}

const faultOf = (keyBinding: KeyBindingReading | null): string => {
  const [fault] = keyBinding?.faults ?? []
  return fault
    ? tellKeyBindingFault(fault)
    : 'It was not signed by the key that the issuer names as the holder’s. A server must refuse this token.'
}

/** The key-binding JWT, checked with the key that the issuer's signed payload names as its holder's. */
async function checkHolder(keyBinding: KeyBindingReading | null): Promise<RungTold> {
  if (keyBinding === null) return { state: 'not checked', reason: 'no holder has signed' }
  const { token, holderKey, faults } = keyBinding
  const verdict = await verifySignature(
    { token: token.text, keyText: holderKey ?? '', encoding: 'utf8' },
    token,
  )
  const rung = tellSignatureRung(verdict)
  const isBroken = faults.some(({ code }) => code !== 'other-confirmation')
  return isBroken ? { state: 'fail', reason: 'its proof has a fault' } : rung
}
