/** What does each claim say, of which kind is it, and when is the time it names? ux.md 3.6. */
import { grouped } from '../../../token/grouped.ts'
import { type ReactElement, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { type ClaimLibrary, loadClaimLibrary } from '../../../claims/claimLibrary.ts'
import { type ClaimKind, classifyClaim } from '../../../claims/classifyClaim.ts'
import { clock, instantOf } from '../../../state/clock.ts'
import { isPayloadEditable } from '../../../state/setTimeClaim.ts'
import { memoLast } from '../../../state/memoLast.ts'
import { claimsOf, isVerified, partOf, readingOf } from '../../../state/inspectorView.ts'
import { type JsonMember, type JsonObject, stringMember } from '../../../token/jsonText.ts'
import { ClaimCard, isTold, type Provider } from './ClaimCard.tsx'
import css from './ClaimList.module.css'
import section from '../Section.module.css'
import { useSettled } from '../useSettled.ts'

/** More claims than this are drawn only when asked for. */
const FIRST = 50

export function ClaimList(): ReactElement {
  const inspector = useSettled()
  const now = useStore(clock, instantOf) ?? 0
  const claims = claimsOf(inspector)
  const [isWhole, setWhole] = useState(false)
  const library = useClaimLibrary()
  const members = inReadingOrder(claims)
  const isProven = isVerified(inspector)
  const provider = library && providerOf(library, claims)
  const drawn = isWhole ? members : members.slice(0, FIRST)
  const counts = countKinds(claims)
  const payload = partOf(inspector, 'payload')
  const isEditable = isPayloadEditable(inspector)
  return (
    <section
      id="claims"
      className={section['section']}
      aria-labelledby="claims-title"
      tabIndex={-1}
    >
      <div className={section['head']}>
        <h2 id="claims-title">Claims</h2>
        <span className={section['meta']}>{members.length > 0 && grouped(members.length)}</span>
        {drawn.length > 0 && (
          <span className={`${section['meta']} ${css['sum']}`}>
            {counts.Registered} Registered, {counts.Public} Public, {counts.Private} Private
          </span>
        )}
      </div>
      <div className={readingOf(inspector).form === 'empty' ? css['waiting'] : undefined}>
        <ul aria-label="Claims">
          {claims &&
            drawn.map((member, index) => (
              <ClaimCard
                // oxlint-disable-next-line react/no-array-index-key -- a name may stand twice
                key={`${index} ${member.name}`}
                member={member}
                claims={claims}
                payload={payload}
                now={isTold(member) ? now : 0}
                leeway={inspector.leeway}
                isVerified={isProven}
                isEditable={isEditable}
                library={library}
                provider={provider}
              />
            ))}
        </ul>
        {members.length > drawn.length && (
          <button type="button" className="link" onClick={() => setWhole(true)}>
            Show all {grouped(members.length)}
          </button>
        )}
        {members.length === 0 && (
          <p className={section['note']}>
            {claims ? 'The payload is an empty object.' : 'No claims to read.'}
          </p>
        )}
      </div>
    </section>
  )
}

/** Time first, then who, then the rest; within each as the token has them. */
const RANKS = new Map([
  ...['exp', 'nbf', 'iat'].map((name) => [name, 0] as const),
  ...['iss', 'sub', 'aud', 'jti'].map((name) => [name, 1] as const),
])

const rank = ({ name }: JsonMember): number => RANKS.get(name) ?? 2

// once for a token, not once a second
const inReadingOrder = memoLast((claims: JsonObject | null): readonly JsonMember[] =>
  (claims?.members ?? []).toSorted((a, b) => rank(a) - rank(b)),
)

/** null until the registry has arrived. */
function useClaimLibrary(): ClaimLibrary | null {
  const [library, setLibrary] = useState<ClaimLibrary | null>(null)
  useEffect(() => {
    // without it the claims keep their own sentences
    void loadClaimLibrary().then(setLibrary, () => undefined)
  }, [])
  return library
}

/** Who issues such tokens, by the claims' own word; null for nobody known. */
const providerOf = memoLast((library: ClaimLibrary, claims: JsonObject | null): Provider | null => {
  const issuer = stringMember(claims, 'iss')
  if (issuer === null) return null
  const provider = library.providerOf(issuer)
  return provider && { ...provider, issuer }
})

const countKinds = memoLast((claims: JsonObject | null): Record<ClaimKind, number> => {
  const counts = { Registered: 0, Public: 0, Private: 0 }
  for (const { name } of claims?.members ?? []) counts[classifyClaim(name).kind]++
  return counts
})
