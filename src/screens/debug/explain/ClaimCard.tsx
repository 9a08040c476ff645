/** What does the card of one claim say? ux.md 3.6. */
import { memo, type ReactElement, type ReactNode } from 'react'
import type { ClaimLibrary } from '../../../claims/claimLibrary.ts'
import type { ClaimKind } from '../../../claims/classifyClaim.ts'
import { atLongest } from '../../../claims/duration.ts'
import { type ClaimContext, explainClaim } from '../../../claims/explainClaim.ts'
import { explainInside } from '../../../claims/explainInside.ts'
import { tellMissing } from '../../../claims/tellMissing.ts'
import { isTimeClaim } from '../../../claims/timeClaim.ts'
import { pageAddress } from '../../../reference/page.ts'
import { localTimeZone } from '../../../state/timeZone.ts'
import type { JsonMember } from '../../../token/jsonText.ts'
import { rangeOfMember } from '../../../token/link.ts'
import type { TextSegment } from '../../../token/readToken.ts'
import { Prose, untorn } from '../../../ui/Prose.tsx'
import css from './ClaimList.module.css'
import { LinkButton } from '../link/LinkButton.tsx'
import section from '../Section.module.css'
import { TimePicker } from '../time/TimePicker.tsx'
import { hoverLinks } from '../link/useLink.ts'

interface Props extends Omit<ClaimContext, 'timeZone'> {
  member: JsonMember
  payload: TextSegment | null
  isEditable: boolean
  /** null until the registry has arrived. */
  library: ClaimLibrary | null
  provider: Provider | null
}

/** Who issues such tokens, by the claims' own word. */
export type Provider = NonNullable<ReturnType<ClaimLibrary['providerOf']>> & { issuer: string }

/** True where the card changes as time goes by. */
export function isTold({ name, value }: JsonMember): boolean {
  return isTimeClaim(name) || value.kind === 'object'
}

/** Drawn anew only where something of it has changed: of many claims, the few that name an instant do each second. */
export const ClaimCard = memo(function ClaimCard(props: Props): ReactElement {
  const { member, payload, isEditable, library, provider } = props
  const context = { ...props, timeZone: localTimeZone() }
  const claim = explainClaim(member, context)
  const inside = explainInside(member, context)
  const range = payload && rangeOfMember(payload, 'payload', member)
  const page = hasPage(library, member.name, claim.kind) ? pageAddress('claims', member.name) : null
  const ofProvider = tellUse(library, member.name, claim.kind, provider)
  return (
    <li className={css['claim']} aria-label={`${claim.name}, ${claim.kind}`} {...hoverLinks(range)}>
      <LinkButton className={css['name']} range={range}>
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
        <p
          className={css['sentence']}
          data-longest={claim.times ? untorn(atLongest(claim.sentence)) : undefined}
        >
          <span>
            <Prose text={claim.sentence} />
          </span>
        </p>
        {(claim.times || isTimeClaim(claim.name)) && (
          <div className={css['times']}>
            {claim.times && <span>{claim.times.utc}</span>}
            {claim.times && claim.times.local !== claim.times.utc && (
              <span>{claim.times.local}</span>
            )}
            {isEditable && isTimeClaim(claim.name) && <TimePicker name={claim.name} />}
          </div>
        )}
        {inside.length > 0 && (
          <dl className={css['inside']}>
            {inside.map(({ path, sentence }, place) => (
              // oxlint-disable-next-line react/no-array-index-key -- a name may stand twice
              <div key={`${place} ${path}`}>
                <dt>{path}</dt>
                <dd>{sentence}</dd>
              </div>
            ))}
          </dl>
        )}
        {ofProvider && <p>{ofProvider}</p>}
        <div className={css['foot']}>
          <p>
            <Reason text={claim.reason} page={page} />{' '}
            {claim.kind === 'Public' && library?.entryOf(member.name)?.explanation}
          </p>
          <details className={css['missing']}>
            <summary className="link">What if it were missing?</summary>
            <p>
              {tellMissing(member.name, claim.kind)}{' '}
              {page !== null && claim.kind === 'Private' && (
                <a href={page}>More in the reference</a>
              )}
            </p>
          </details>
        </div>
      </div>
    </li>
  )
})

/** The words of a reason that name where it is said. */
const SOURCE = /RFC 7519 section 4\.1|The IANA registry of JWT claims/

/** Why the name is of its kind; what it names leads to the page that says so, paragraph and all. */
function Reason({ text, page }: { text: string; page: string | null }): ReactNode {
  const [source = ''] = SOURCE.exec(text) ?? []
  if (source === '' || page === null) return text
  const [before, after] = text.split(source)
  return (
    <>
      {before}
      <a href={page}>{source}</a>
      {after}
    </>
  )
}

/** What only one issuer knows has no page. */
function hasPage(library: ClaimLibrary | null, name: string, kind: ClaimKind): boolean {
  if (kind === 'Registered') return true
  return library !== null && Boolean(library.entryOf(name) ?? library.usesOf(name, null)[0])
}

/** What this token's provider means by a private name. */
function tellUse(
  library: ClaimLibrary | null,
  name: string,
  kind: ClaimKind,
  provider: Provider | null,
): string | null {
  if (!library || kind !== 'Private' || !provider) return null
  const uses = library.usesOf(name, provider.issuer)
  const use = uses.find((one) => one.provider.id === provider.id)
  return use ? `In tokens of ${provider.name}: ${use.description}` : null
}
