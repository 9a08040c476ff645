import { describe, expect, test } from 'vitest'
import type { Assessment } from '../../src/judgement/assessment.ts'
import { judgeCertificate } from '../../src/judgement/certificateDates.ts'
import { tellKeyRung, tellSignatureRung } from '../../src/verification/tellRungs.ts'
import { tellVerdict } from '../../src/verification/tellVerdict.ts'
import type { KeyConcern } from '../../src/verification/usedKey.ts'

const FROM = 1_577_836_800
const TO = 1_609_459_199

function assessed(concerns: KeyConcern[] = [], hasCertificate = true): Assessment {
  const verdict = {
    kind: 'verified' as const,
    alg: 'RS256',
    characters: 100,
    key: {
      kind: 'public' as const,
      shape: { type: 'RSA' as const, bits: 2048 },
      member: null,
      certificate: hasCertificate ? { notBefore: FROM, notAfter: TO } : null,
    },
    concerns,
    payload: 'object' as const,
  }
  return {
    verdict,
    told: tellVerdict(verdict),
    signature: tellSignatureRung(verdict),
    key: tellKeyRung(verdict),
  }
}

const said = ({ told, key }: Assessment): string =>
  `${told.state}: ${told.lead} ${told.rest} | ${key.state}: ${key.reason}`

describe('a signature that the key of a certificate has made', () => {
  test.each([FROM, TO])('is good while the certificate holds, its ends included: %i', (now) => {
    expect(judgeCertificate(assessed(), now)).toEqual(assessed())
  })

  test('stays valid after the certificate has expired, and its key is a warning', () => {
    expect(said(judgeCertificate(assessed(), TO + 1))).toBe(
      'warning: Signature valid, but the key’s certificate expired on 2020-12-31 23:59:59 UTC. | warning: its certificate expired on 2020-12-31 23:59:59 UTC',
    )
  })

  test('before the certificate begins is a warning too', () => {
    expect(said(judgeCertificate(assessed(), FROM - 1))).toContain(
      'holds only from 2020-01-01 00:00:00 UTC on',
    )
  })

  test('that has a graver concern keeps it, and the date is added', () => {
    const judged = judgeCertificate(assessed([{ code: 'self-asserted' }]), TO + 1)
    expect(judged.key.reason).toBe('self-asserted: the key came with the token')
    expect(judged.told.rest).toContain('The key’s certificate expired on')
  })

  test('without a certificate has no dates', () => {
    expect(judgeCertificate(assessed([], false), TO + 1)).toEqual(assessed([], false))
  })
})
