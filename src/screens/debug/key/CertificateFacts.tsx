/** Whose certificate is this, who vouches for it, and when does it hold? */
import { type ReactElement, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { type CertificateDescription, tellCertificate } from '../../../keys/tellCertificate.ts'
import { clock, instantOf } from '../../../state/clock.ts'
import css from './CertificateFacts.module.css'
import section from '../Section.module.css'

/** Judged by the chosen instant. */
export function CertificateFacts({ der }: { der: Uint8Array<ArrayBuffer> }): ReactElement {
  const now = useStore(clock, instantOf) ?? 0
  const description = useDescription(der)
  if (description === null) return <p className={section['note']}>Reading the certificate…</p>
  if (description === 'unreadable')
    return (
      <p className={section['note']}>What the certificate says of itself can’t be read here.</p>
    )
  const { names, serial, algorithm, thumbprintSha256 } = description
  return (
    <div className={css['facts']}>
      <p>{tellCertificate(description, now).join(' ')}</p>
      <details>
        <summary className="link">More of the certificate</summary>
        <dl className={css['more']}>
          <dt>Signed with</dt>
          <dd>{algorithm}</dd>
          {names.length > 0 && (
            <>
              <dt>Names</dt>
              <dd>{names.join(', ')}</dd>
            </>
          )}
          <dt>Serial</dt>
          <dd>{serial}</dd>
          <dt>Thumbprint, SHA-256</dt>
          <dd>{thumbprintSha256.hex}</dd>
          <dt>x5t#S256</dt>
          <dd>{thumbprintSha256.base64url}</dd>
        </dl>
      </details>
    </div>
  )
}

/** null while it is read. */
function useDescription(
  der: Uint8Array<ArrayBuffer>,
): CertificateDescription | 'unreadable' | null {
  const [told, setTold] = useState<{
    der: Uint8Array
    description: CertificateDescription | 'unreadable'
  } | null>(null)
  useEffect(() => {
    let isCurrent = true
    void import('../../../keys/describeCertificate.ts')
      .then(({ describeCertificate }) => describeCertificate(der))
      .catch(() => null)
      .then((description) => {
        if (isCurrent) setTold({ der, description: description ?? 'unreadable' })
      })
    return () => {
      isCurrent = false
    }
  }, [der])
  return told?.der === der ? told.description : null
}
