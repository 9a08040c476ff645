/** Which key does the token bring or name itself, and why is it not used unasked? decisions.md A5. */
import { type ReactElement } from 'react'
import { algorithmNamed, isHmac } from '../../../algorithms/algorithms.ts'
import { takeBroughtKey } from '../../../state/judgeBy.ts'
import { claimsOf, readingOf } from '../../../state/inspectorView.ts'
import { broughtKeysIn } from '../../../state/lateView.ts'
import { stringMember } from '../../../token/jsonText.ts'
import { algorithmOf } from '../../../token/readToken.ts'
import { visible } from '../../../token/visible.ts'
import { CertificateFacts } from './CertificateFacts.tsx'
import section from '../Section.module.css'
import { useSettled } from '../useSettled.ts'

/** Characters of an address that are shown. */
const LONGEST_ADDRESS = 120

export function BroughtKeys(): ReactElement {
  const inspector = useSettled()
  const reading = readingOf(inspector)
  const { key } = inspector
  const issuer = key.text === '' ? stringMember(claimsOf(inspector), 'iss') : null
  const named = issuer !== null && isAddress(issuer) && isKeyPair(algorithmOf(reading))
  const addresses = ['jku', 'x5u'].flatMap((name) => {
    const address = stringMember(reading.joseHeader, name)
    return address === null ? [] : [{ name, address: visible(address.slice(0, LONGEST_ADDRESS)) }]
  })
  return (
    <>
      {broughtKeysIn(inspector).map(({ name, text, key: found }) => {
        const certificate = 'certificate' in found ? found.certificate : null
        return (
          <div key={name} className={section['strip']} data-state="warning">
            <p>
              The header brings a key (<code>{name}</code>). Whoever wrote the token chose it, so it
              proves nothing about the issuer.{' '}
              {key.isFromToken && key.text === text ? (
                'It is in the key box now: self-asserted.'
              ) : (
                <button type="button" className="link" onClick={() => takeBroughtKey(text)}>
                  Check with it all the same
                </button>
              )}
            </p>
            {certificate && <CertificateFacts der={certificate.der} />}
          </div>
        )
      })}
      {named && (
        <p className={section['strip']}>
          The token says its issuer is <bdi>{visible(issuer.slice(0, LONGEST_ADDRESS))}</bdi>. This
          page fetches no keys: copy the issuer’s key set from there, and paste it here.
        </p>
      )}
      {addresses.map(({ name, address }) => (
        <p key={name} className={section['strip']} data-state="warning">
          The header names an address for its key (<code>{name}</code>): <bdi>{address}</bdi>. This
          page never fetches it. Get the issuer’s key from a place you trust.
        </p>
      ))}
    </>
  )
}

const isAddress = (text: string): boolean => /^https:\/\/\S+$/.test(text)

/** Whether a public key is wanted, which issuers publish. */
function isKeyPair(alg: string | null): boolean {
  const algorithm = alg === null ? undefined : algorithmNamed(alg)
  return algorithm !== undefined && algorithm.family !== 'encryption' && !isHmac(algorithm)
}
