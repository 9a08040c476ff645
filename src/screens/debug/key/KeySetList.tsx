/** Which keys does the set in the key box hold, and which of them does the token name or was used? RFC 7517 §5. */
import { type ReactElement, useState } from 'react'
import { type JwkSet, nameShape, type SingleKeyReading } from '../../../keys/keyKinds.ts'
import { grouped } from '../../../token/grouped.ts'
import { visible } from '../../../token/visible.ts'
import type { Verdict } from '../../../verification/verdict.ts'
import section from '../Section.module.css'
import css from './KeySetList.module.css'

/** More keys than this are drawn only when asked for. */
const FIRST = 4
/** Characters of a name that are shown. */
const LONGEST_NAME = 48

interface Props {
  members: JwkSet['members']
  /** The `kid` of the header, null where it names none. */
  kid: string | null
  verdict: Verdict
}

export function KeySetList({ members, kid, verdict }: Props): ReactElement {
  const [isWhole, setWhole] = useState(false)
  const used = placeOfUsed(verdict)
  const rows = members.map((member, index) => ({
    ...member,
    place: index + 1,
    mark: tellMark(index + 1 === used, kid !== null && member.kid === kid),
  }))
  // the one in question stands among those that are drawn
  const drawn = isWhole ? rows : rows.filter(({ mark }, index) => mark !== null || index < FIRST)
  return (
    <div className={section['strip']}>
      <ul aria-label="Keys in this set" className={css['keys']}>
        {drawn.map(({ kid: name, key, place, mark }) => (
          <li key={place} data-mark={mark ?? undefined}>
            <span className={css['name']}>
              {name === null ? `Key ${place}, no kid` : <bdi>{cut(visible(name))}</bdi>}
            </span>{' '}
            <span className={css['kind']}>{tellKey(key)}</span>{' '}
            <span className={css['mark']}>{mark}</span>
          </li>
        ))}
      </ul>
      {rows.length > drawn.length && (
        <button type="button" className="link" onClick={() => setWhole(true)}>
          Show all {grouped(rows.length)}
        </button>
      )}
    </div>
  )
}

function tellMark(isUsed: boolean, isNamed: boolean): string | null {
  if (isUsed) return 'used here'
  return isNamed ? 'named by the token' : null
}

/** From 1; null where no key of the set was tried. */
function placeOfUsed(verdict: Verdict): number | null {
  const isTried =
    verdict.kind === 'verified' || (verdict.kind === 'mismatch' && verdict.tried === 1)
  return isTried ? (verdict.key.member?.place ?? null) : null
}

/** "RSA, RS256"; only what the key says of itself. */
function tellKey(key: SingleKeyReading): string {
  if (key.kind === 'malformed') return 'can’t be read'
  const kind = key.kind === 'secret' ? 'secret' : nameShape(key.shape)
  const { alg = null, use = null } = key.labels ?? {}
  const words = [kind, alg ?? 'no alg', ...(use === 'enc' ? ['for encryption'] : [])]
  return words.map((word) => cut(visible(word))).join(', ')
}

const cut = (text: string): string =>
  text.length > LONGEST_NAME ? `${text.slice(0, LONGEST_NAME)}…` : text
