/** Which hidden claims were disclosed, where do their digests stand, and who presents them? RFC 9901. */
import { type ReactElement, useState } from 'react'
import { useStore } from 'zustand'
import { meantDate, tellUtc } from '../../../claims/numericDate.ts'
import { shorten } from '../../../claims/shortText.ts'
import { tellValue } from '../../../claims/valueText.ts'
import type { DisclosureReading, DisclosuresReading } from '../../../disclosure/readDisclosures.ts'
import type { KeyBindingReading } from '../../../disclosure/readKeyBinding.ts'
import {
  stateOfDisclosure,
  tellDisclosureFault,
  tellDisclosures,
  tellHidden,
  tellPayloadFault,
  tellPlace,
} from '../../../disclosure/tellDisclosures.ts'
import { tellKeyBindingFault, tellSdHash } from '../../../disclosure/tellKeyBinding.ts'
import { inspectorStore } from '../../../state/inspectorStore.ts'
import { digestPlacesOf, linkableOf } from '../../../state/linkView.ts'
import { grouped } from '../../../token/grouped.ts'
import { rangeOfPart } from '../../../token/link.ts'
import { claimsSetOf } from '../../../token/readToken.ts'
import { Prose } from '../../../ui/Prose.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import css from './DisclosureList.module.css'
import { LinkButton } from '../link/LinkButton.tsx'
import section from '../Section.module.css'
import { hoverLinks } from '../link/useLink.ts'

/** More disclosures than this are drawn only when asked for. */
const FIRST = 50
/** Characters of a salt that are shown. */
const SALT = 24

type State = 'pass' | 'fail' | 'warning' | 'not checked'

interface Props {
  reading: DisclosuresReading
  /** null where nothing follows the last `~`. */
  keyBinding: KeyBindingReading | null
  /** What a check of the key-binding JWT’s signature with the holder’s key gave; the reason is a few words. */
  holderSignature: { state: State; reason: string }
}

export function DisclosureList({ reading, keyBinding, holderSignature }: Props): ReactElement {
  const { disclosures, hidden, faults } = reading
  const [isWhole, setWhole] = useState(false)
  const drawn = isWhole ? disclosures : disclosures.slice(0, FIRST)
  const sum = tellDisclosures(reading)
  return (
    <section
      id="disclosures"
      className={section['section']}
      aria-labelledby="disclosures-title"
      tabIndex={-1}
    >
      <div className={section['head']}>
        <h2 id="disclosures-title">Disclosures</h2>
        <span className={section['meta']}>
          {disclosures.length > 0 && grouped(disclosures.length)}
        </span>
      </div>
      <p className={css['sum']}>
        <Mark state={sum.state} />
        <span>{sum.text}</span>
      </p>
      <ul aria-label="Disclosures">
        {drawn.map((disclosure, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- the same may stand twice
          <Disclosure key={index} disclosure={disclosure} index={index} />
        ))}
      </ul>
      {disclosures.length > drawn.length && (
        <button type="button" className="link" onClick={() => setWhole(true)}>
          Show all {grouped(disclosures.length)}
        </button>
      )}
      {faults.slice(0, FIRST).map((fault, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- the same may stand twice
        <p key={index} className={section['strip']} data-state="fail">
          {tellPayloadFault(fault)}
        </p>
      ))}
      {hidden.length > 0 && reading.hash.kind === 'known' && (
        <p className={section['note']}>{tellHidden(hidden.length)}</p>
      )}
      <h3 className={css['title']}>Key binding</h3>
      {keyBinding === null ? (
        <p className={section['note']}>
          No key-binding JWT, so nothing shows that the holder presents this token. A server that
          wants one must refuse it.
        </p>
      ) : (
        <KeyBinding binding={keyBinding} signature={holderSignature} />
      )}
    </section>
  )
}

/** The shape and the word of a state. */
function Mark({ state }: { state: State }): ReactElement {
  return (
    <span className={css['mark']}>
      <StateMark state={state} />
      <span data-state={state}>{state}</span>
    </span>
  )
}

interface DisclosureProps {
  disclosure: DisclosureReading
  /** From 0, in the order of the token. */
  index: number
}

function Disclosure({ disclosure, index }: DisclosureProps): ReactElement {
  const { content, digest, faults } = disclosure
  const inspector = useStore(inspectorStore)
  const range = rangeOfPart(linkableOf(inspector), `disclosure ${index + 1}`)
  const digestPlace = digestPlacesOf(inspector)[index] ?? null
  const name = content?.kind === 'claim' ? shorten(content.name) : null
  const label = name ?? (content ? 'list item' : 'can’t be read')
  const value = content && tellValue(content.value)
  const state = stateOfDisclosure(disclosure)
  return (
    <li className={css['disclosure']} aria-label={`${label}, ${state}`} {...hoverLinks(range)}>
      <LinkButton range={range} className={name === null ? css['unnamed'] : css['name']}>
        {label}
      </LinkButton>{' '}
      <span className={css['value']}>
        <bdi>{value?.text}</bdi>
        {value?.size && <span className={section['note']}> {value.size}</span>}
      </span>{' '}
      <Mark state={state} />{' '}
      <div className={css['told']}>
        {faults.length === 0 && <p>{tellPlace(disclosure)}</p>}{' '}
        {faults.map((fault, place) => (
          // oxlint-disable-next-line react/no-array-index-key -- one code may stand twice
          <p key={place}>{tellDisclosureFault(fault)}</p>
        ))}{' '}
        <p className={css['source']}>
          {content && (
            <span>
              Salt{' '}
              <code>{shorten(content.json.slice(content.salt.start, content.salt.end), SALT)}</code>
            </span>
          )}{' '}
          {digest !== null && (
            <span>
              {digestPlace ? <LinkButton range={digestPlace}>Digest</LinkButton> : 'Digest'}{' '}
              <code>{shorten(digest)}</code>
            </span>
          )}
        </p>
      </div>
    </li>
  )
}

interface KeyBindingProps {
  binding: KeyBindingReading
  signature: Props['holderSignature']
}

function KeyBinding({ binding, signature }: KeyBindingProps): ReactElement {
  const { audience, nonce, issuedAt, sdHash, faults } = binding
  const claims = claimsSetOf(binding.token)
  const made = claims && meantDate(claims, 'iat')
  const utc = made === null ? '' : ` (${tellUtc(made)})`
  const hash = tellSdHash(sdHash)
  return (
    <>
      <ul aria-label="Key binding">
        <Row name="Holder’s signature" state={signature.state} text={signature.reason} />
        <Row name="sd_hash" state={hash.state} text={hash.text} />
        {audience !== null && <Row name="aud" text={shorten(audience)} />}
        {nonce !== null && <Row name="nonce" text={shorten(nonce)} />}
        {issuedAt !== null && <Row name="iat" text={`${shorten(issuedAt)}${utc}`} />}
      </ul>
      {faults.map((fault) => {
        const text = tellKeyBindingFault(fault)
        return (
          <p
            key={text}
            className={section['strip']}
            data-state={fault.code === 'other-confirmation' ? 'warning' : 'fail'}
          >
            {text}
          </p>
        )
      })}
    </>
  )
}

/** What has a state is judged; what has none is only shown. */
function Row({ name, state, text }: { name: string; state?: State; text: string }): ReactElement {
  return (
    <li className={css['row']}>
      <span className={css['label']}>{name}</span>{' '}
      <span className={css['told']}>
        <Prose text={text} />
      </span>{' '}
      {state && <Mark state={state} />}
    </li>
  )
}
