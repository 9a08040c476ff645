/** What goes into the signature, what checks it, and what is still missing? RFC 7515 §5.1, §5.2. */
import type { ReactElement } from 'react'
import { useStore } from 'zustand'
import type { SignatureAlgorithm } from '../../../algorithms/algorithm.ts'
import { inspectorStore } from '../../../state/inspectorStore.ts'
import { linkableOf } from '../../../state/linkView.ts'
import { grouped } from '../../../token/grouped.ts'
import { rangeOfPart } from '../../../token/link.ts'
import { goTo, PLACES } from '../../places.ts'
import { LinkButton } from '../link/LinkButton.tsx'
import css from './SignaturePane.module.css'
import { hoverLinks } from '../link/useLink.ts'

interface Props {
  /** null for one that is not known. */
  algorithm: SignatureAlgorithm | null
  /** Length of the signing input; null where there is none. */
  characters: number | null
  hasKey: boolean
}

export function SignatureFormula({ algorithm, characters, hasKey }: Props): ReactElement {
  const isHmac = algorithm?.family === 'hmac'
  return (
    <div className={css['formula']}>
      <div>{isHmac ? `HMAC-${algorithm.hash?.replace('-', '')}(` : 'verify('}</div>
      {!isHmac && (
        <div>
          <span>
            <Slot part="signature" />,
          </span>
        </div>
      )}
      <div>
        <span>
          <Slot part="header" /> . <Slot part="payload" />,
        </span>
        <small>
          {characters !== null && `${grouped(characters)} characters, the signing input`}
        </small>
      </div>
      <div>
        <button
          type="button"
          className={hasKey ? css['slot'] : css['empty']}
          onClick={() => goTo(PLACES['k']?.selector ?? '')}
        >
          {isHmac ? 'secret' : 'public key'}
        </button>
        <small>{!hasKey && characters !== null && 'not given yet'}</small>
      </div>
      <div>
        <span>
          )
          {isHmac && (
            <>
              {' = '}
              <Slot part="signature" />?
            </>
          )}
        </span>
        <small>{isHmac && characters !== null && 'compared byte by byte'}</small>
      </div>
    </div>
  )
}

/** A part by its name, which links it; the name alone where the token has no such part. */
function Slot({ part }: { part: 'header' | 'payload' | 'signature' }): ReactElement {
  const range = rangeOfPart(linkableOf(useStore(inspectorStore)), part)
  if (!range) return <span data-part={part}>{part}</span>
  return (
    <span {...hoverLinks(range)}>
      <LinkButton className={css['slot']} range={range}>
        {part}
      </LinkButton>
    </span>
  )
}
