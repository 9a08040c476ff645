/** What goes into the signature, what checks it, and what is still missing? RFC 7515 §5.1, §5.2. */
import type { ReactElement } from 'react'
import type { SignatureAlgorithm } from '../../algorithms/algorithm.ts'
import { grouped } from '../../token/grouped.ts'
import css from './SignaturePane.module.css'

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
            <span className={css['slot']} data-part="signature">
              signature
            </span>
            ,
          </span>
        </div>
      )}
      <div>
        <span>
          <span className={css['slot']} data-part="header">
            header
          </span>{' '}
          .{' '}
          <span className={css['slot']} data-part="payload">
            payload
          </span>
          ,
        </span>
        <small>
          {characters !== null && `${grouped(characters)} characters, the signing input`}
        </small>
      </div>
      <div>
        <span className={hasKey ? css['slot'] : css['empty']}>
          {isHmac ? 'secret' : 'public key'}
        </span>
        <small>{!hasKey && characters !== null && 'not given yet'}</small>
      </div>
      <div>
        <span>
          )
          {isHmac && (
            <>
              {' = '}
              <span data-part="signature" className={css['named']}>
                signature
              </span>
              ?
            </>
          )}
        </span>
        <small>{isHmac && characters !== null && 'compared byte by byte'}</small>
      </div>
    </div>
  )
}
