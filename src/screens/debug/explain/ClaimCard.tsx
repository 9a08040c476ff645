/** What does the card of one claim say? ux.md 3.6. */
import { memo, type ReactElement, type ReactNode } from 'react'
import type { ClaimLibrary } from '../../../claims/claimLibrary.ts'
import type { ClaimKind } from '../../../claims/classifyClaim.ts'
import { type ClaimContext, explainClaim } from '../../../claims/explainClaim.ts'
import { explainInside } from '../../../claims/explainInside.ts'
import { tellMissing } from '../../../claims/tellMissing.ts'
import { isTimeClaim } from '../../../claims/timeClaim.ts'
import { pageAddress } from '../../../reference/page.ts'
import { localTimeZone } from '../../../state/timeZone.ts'
import type { JsonMember } from '../../../token/jsonText.ts'
import { rangeOfMember } from '../../../token/link.ts'
import type { TextSegment } from '../../../token/readToken.ts'
import { Prose } from '../../../ui/Prose.tsx'
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
  const ofProvider = tellUse(library, member.name, claim.kind, provider)
  return (
    <li
      className={`${css['claim']} ${claim.times ? css['timed'] : ''}`}
      aria-label={`${claim.name}, ${claim.kind}`}
      {...hoverLinks(range)}
    >
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
        <p className={section['note']}>
          <Reason kind={claim.kind} text={claim.reason} entry={library?.entryOf(member.name)} />
        </p>
        <details className={css['missing']}>
          <summary>What if it were missing?</summary>
          <p>
            {tellMissing(member.name, claim.kind)}{' '}
            {hasPage(library, member.name, claim.kind) && (
              <a href={pageAddress('claims', member.name)}>More in the reference</a>
            )}
          </p>
        </details>
      </div>
    </li>
  )
})

interface ReasonProps {
  kind: ClaimKind
  text: string
  /** What the registry says of the name; absent until it has arrived. */
  entry: ReturnType<ClaimLibrary['entryOf']> | undefined
}

/** Why the name is of its kind, and where the specification says so. */
function Reason({ kind, text, entry }: ReasonProps): ReactNode {
  if (!entry || kind === 'Private') return text
  const source = (words: string): ReactElement => (
    <a href={entry.url} target="_blank" rel="noreferrer">
      {words}
    </a>
  )
  const [rfc = ''] = RFC_SECTION.exec(text) ?? []
  if (rfc === '')
    return (
      <>
        {text} {entry.explanation} {source(entry.reference)}
      </>
    )
  return (
    <>
      {source(rfc)}
      {text.slice(rfc.length)}
    </>
  )
}

/** "RFC 7519 section 4.1" at the beginning of a reason. */
const RFC_SECTION = /^RFC \d+ section [\d.]+\d/

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
