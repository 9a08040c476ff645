/** What does each claim say, of which kind is it, and when is the time it names? ux.md 3.6. */
import { grouped } from '../../token/grouped.ts'
import { type ReactElement, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { type ClaimLibrary, loadClaimLibrary } from '../../claims/claimLibrary.ts'
import { type ClaimKind, classifyClaim } from '../../claims/classifyClaim.ts'
import { type ClaimContext, explainClaim } from '../../claims/explainClaim.ts'
import { explainInside } from '../../claims/explainInside.ts'
import { tellMissing } from '../../claims/tellMissing.ts'
import { isTimeClaim } from '../../claims/timeClaim.ts'
import { pageAddress } from '../../reference/page.ts'
import { clock, instantOf } from '../../state/clock.ts'
import { isPayloadEditable } from '../../state/setTimeClaim.ts'
import { memoLast } from '../../state/memoLast.ts'
import { localTimeZone } from '../../state/timeZone.ts'
import { claimsOf, isVerified, partOf, readingOf } from '../../state/inspectorView.ts'
import type { ByteRange } from '../../token/carrier.ts'
import { rangeOfMember } from '../../token/link.ts'
import { type JsonMember, type JsonObject, stringMember } from '../../token/jsonText.ts'
import { Prose } from '../../ui/Prose.tsx'
import css from './ClaimList.module.css'
import section from './Section.module.css'
import { LinkButton } from './LinkButton.tsx'
import { hoverLinks } from './useLink.ts'
import { TimePicker } from './TimePicker.tsx'
import { useSettled } from './Settled.tsx'

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
  const readings = claims
    ? drawn.map((member) =>
        readClaim(member, {
          claims,
          now,
          leeway: inspector.leeway,
          timeZone: localTimeZone(),
          isVerified: isProven,
        }),
      )
    : []
  const counts = countKinds(claims)
  const payload = partOf(inspector, 'payload')
  const rangeOf = (member: JsonMember | undefined): ByteRange | null =>
    payload && member ? rangeOfMember(payload, 'payload', member) : null
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
        {readings.length > 0 && (
          <span className={`${section['meta']} ${css['sum']}`}>
            {counts.Registered} Registered, {counts.Public} Public, {counts.Private} Private
          </span>
        )}
      </div>
      <div className={readingOf(inspector).form === 'empty' ? css['waiting'] : undefined}>
        <ul aria-label="Claims">
          {readings.map((claim, index) => (
            <li
              // oxlint-disable-next-line react/no-array-index-key -- a name may stand twice
              key={`${index} ${claim.name}`}
              className={`${css['claim']} ${claim.times ? css['timed'] : ''}`}
              aria-label={`${claim.name}, ${claim.kind}`}
              {...hoverLinks(rangeOf(drawn[index]))}
            >
              <LinkButton className={css['name']} range={rangeOf(drawn[index])}>
                {claim.name}
              </LinkButton>
              <span className={css['value']}>
                <bdi>{claim.value}</bdi>
                {claim.size && <span className={section['note']}> {claim.size}</span>}
              </span>
              <span className={css['kind']}>
                {claim.kind}
                {claim.dialect && `, ${claim.dialect}`}
              </span>
              <div className={css['told']}>
                <p>
                  <Prose text={claim.sentence} />
                </p>
                {claim.times && (
                  <p className={css['times']}>
                    <span>{claim.times.utc}</span>
                    {claim.times.local !== claim.times.utc && <span>{claim.times.local}</span>}
                  </p>
                )}
                {isEditable && isTimeClaim(claim.name) && <TimePicker name={claim.name} />}
                {claim.inside.length > 0 && (
                  <dl className={css['inside']}>
                    {claim.inside.map(({ path, sentence }, place) => (
                      // oxlint-disable-next-line react/no-array-index-key -- a name may stand twice
                      <div key={`${place} ${path}`}>
                        <dt>{path}</dt>
                        <dd>{sentence}</dd>
                      </div>
                    ))}
                  </dl>
                )}
                <p className={section['note']}>
                  {claim.reason}{' '}
                  {library && tellUse(library, drawn[index]?.name ?? '', claim.kind, provider)}
                </p>
                <details className={css['missing']}>
                  <summary>What if it were missing?</summary>
                  <p>
                    {claim.missing} <a href={claim.page}>More in the reference</a>
                  </p>
                </details>
              </div>
            </li>
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

/** The claim with all that its card says. */
const readClaim = (member: JsonMember, context: ClaimContext) => {
  const claim = explainClaim(member, context)
  return {
    ...claim,
    inside: explainInside(member, context),
    missing: tellMissing(member.name, claim.kind),
    page: pageAddress('claims', member.name.slice(0, LONGEST_NAME)),
  }
}

/** A longer name has no page anyway. */
const LONGEST_NAME = 200

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
const providerOf = memoLast((library: ClaimLibrary, claims: JsonObject | null) => {
  const issuer = stringMember(claims, 'iss')
  const provider = issuer === null ? null : library.providerOf(issuer)
  return provider && { ...provider, issuer }
})

/** What the registry means by a public name; what this token's provider means by a private one. */
function tellUse(
  library: ClaimLibrary,
  name: string,
  kind: ClaimKind,
  provider: ReturnType<typeof providerOf>,
): string | null {
  if (kind === 'Public') return library.entryOf(name)?.explanation ?? null
  if (kind !== 'Private' || !provider) return null
  const uses = library.usesOf(name, provider.issuer)
  const use = uses.find((one) => one.provider.id === provider.id)
  return use ? `In tokens of ${provider.name}: ${use.description}` : null
}

const countKinds = memoLast((claims: JsonObject | null): Record<ClaimKind, number> => {
  const counts = { Registered: 0, Public: 0, Private: 0 }
  for (const { name } of claims?.members ?? []) counts[classifyClaim(name).kind]++
  return counts
})
