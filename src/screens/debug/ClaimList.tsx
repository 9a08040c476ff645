/** What does each claim say, of which kind is it, and when is the time it names? ux.md 3.6. */
import { type ReactElement, useState } from 'react'
import { useStore } from 'zustand'
import { explainClaim } from '../../claims/explainClaim.ts'
import { clock, instantOf, localTimeZone } from '../../state/clock.ts'
import { inspectorStore } from '../../state/inspectorStore.ts'
import { claimsOf, isVerified } from '../../state/inspectorView.ts'
import css from './ClaimList.module.css'
import section from './Section.module.css'

/** More claims than this are drawn only when asked for. */
const FIRST = 200

export function ClaimList(): ReactElement {
  const inspector = useStore(inspectorStore)
  const now = useStore(clock, instantOf) ?? 0
  const claims = claimsOf(inspector)
  const [isWhole, setWhole] = useState(false)
  const members = claims?.members ?? []
  const drawn = isWhole ? members : members.slice(0, FIRST)
  const readings = claims
    ? drawn.map((member) =>
        explainClaim(member, {
          claims,
          now,
          leeway: inspector.leeway,
          timeZone: localTimeZone(),
          isVerified: isVerified(inspector),
        }),
      )
    : []
  const count = (kind: string): number => readings.filter((reading) => reading.kind === kind).length
  return (
    <section
      id="claims"
      className={section['section']}
      aria-labelledby="claims-title"
      tabIndex={-1}
    >
      <div className={section['head']}>
        <h2 id="claims-title">Claims</h2>
        <span className={section['meta']}>{members.length > 0 && members.length}</span>
        {readings.length > 0 && (
          <span className={`${section['meta']} ${css['sum']}`}>
            {count('Registered')} Registered, {count('Public')} Public, {count('Private')} Private
          </span>
        )}
      </div>
      <ul aria-label="Claims" className={css['claims']}>
        {readings.map((claim, index) => (
          <li
            // oxlint-disable-next-line react/no-array-index-key -- a name may stand twice
            key={`${index} ${claim.name}`}
            className={css['claim']}
            aria-label={`${claim.name}, ${claim.kind}`}
          >
            <span className={css['name']}>{claim.name}</span>
            <span className={css['value']}>
              <bdi>{claim.value}</bdi>
              {claim.size && <span className={section['note']}> {claim.size}</span>}
            </span>
            <span className={css['kind']}>
              {claim.kind}
              {claim.dialect && `, ${claim.dialect}`}
            </span>
            <div className={css['told']}>
              <p>{claim.sentence}</p>
              {claim.times && (
                <p className={css['times']}>
                  <span>{claim.times.utc}</span>
                  {claim.times.local !== claim.times.utc && <span>{claim.times.local}</span>}
                </p>
              )}
              <p className={section['note']}>{claim.reason}</p>
            </div>
          </li>
        ))}
      </ul>
      {members.length > drawn.length && (
        <button type="button" className="link" onClick={() => setWhole(true)}>
          Show all {members.length.toLocaleString('en')}
        </button>
      )}
      {members.length === 0 && (
        <p className={section['note']}>
          {claims ? 'The payload is an empty object.' : 'No claims to read.'}
        </p>
      )}
    </section>
  )
}
