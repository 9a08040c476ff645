/** How does a learner watch the keys and the signature follow the header's alg? */
import type { ReactElement } from 'react'
import {
  ALGORITHMS,
  type AlgorithmSeen,
  chooseAlgorithm,
  type LessonAlgorithm,
  seeAlgorithm,
} from '../../../lessons/boards/algorithmBoard.ts'
import { joinPem } from '../../../lessons/newKeys.ts'
import { counted } from '../../../token/quote.ts'
import type { BoardProps } from '../BoardView.tsx'
import css from './AlgorithmBoard.module.css'
import board from './Board.module.css'
import { Choices } from './Choices.tsx'
import { Outcome } from './Outcome.tsx'
import { TokenText } from './TokenText.tsx'
import { useLate } from './useLate.ts'

export function AlgorithmBoard({ state, onChange }: BoardProps<'algorithm'>): ReactElement {
  const seen = useLate(seeAlgorithm, state)
  const isThere = seen?.alg === state.alg
  return (
    <div className={board['board']}>
      <Choices
        label="alg"
        values={ALGORITHMS}
        chosen={state.alg}
        onChoose={(alg) => onChange(chooseAlgorithm(state, alg))}
      />
      {!isThere && (
        <p className={board['note']} role="status">
          The page makes a key for {state.alg}…
        </p>
      )}
      {seen && <Made seen={seen} />}
      <Lengths lengths={seen?.lengths ?? new Map()} chosen={state.alg} />
    </div>
  )
}

function Made({ seen }: { seen: AlgorithmSeen }): ReactElement {
  const { alg, token, signatureBytes, signatureLength, headerBytes } = seen
  if (token === null)
    return (
      <Outcome state="warning" lead={`This browser cannot make a key for ${alg}.`}>
        Try another algorithm, or open this page with https:// or on localhost.
      </Outcome>
    )
  return (
    <>
      <div className={board['block']}>
        <TokenText token={token} />
        <p className={board['note']}>
          The header has {counted(headerBytes, 'byte')}. {token.length} characters in all.
        </p>
      </div>
      <div className={board['pair']}>
        <Keys seen={seen} />
        <div
          className={board['block']}
          data-part="signature"
          role="status"
          aria-label="Signature length"
        >
          <h3>Signature</h3>
          <p className={css['size']}>
            <b>{counted(signatureBytes, 'byte')}</b> written with{' '}
            {counted(signatureLength, 'character')}
          </p>
          <p className={board['note']}>The third part of the token above.</p>
        </div>
      </div>
    </>
  )
}

const KEYS: Record<LessonAlgorithm, string> = {
  HS256: 'one shared secret',
  RS256: 'RSA key pair of 2,048 bits',
  ES256: 'key pair on the curve P-256',
  EdDSA: 'key pair on Ed25519',
  none: 'no key',
}

interface LengthsProps {
  lengths: AlgorithmSeen['lengths']
  chosen: LessonAlgorithm
}

function Lengths({ lengths, chosen }: LengthsProps): ReactElement {
  return (
    <table className={board['table']}>
      <caption>Signatures side by side</caption>
      <thead>
        <tr>
          <th scope="col">alg</th>
          <th scope="col">Keys</th>
          <th scope="col">Signature</th>
        </tr>
      </thead>
      <tbody>
        {ALGORITHMS.map((alg) => {
          const bytes = lengths.get(alg)
          return (
            <tr key={alg} data-current={alg === chosen || undefined}>
              <th scope="row">{alg}</th>
              <td>{bytes === undefined ? 'not tried yet' : KEYS[alg]}</td>
              <td className={css['length']} data-part="signature">
                {bytes !== undefined && (
                  <>
                    <span>{counted(bytes, 'byte')}</span>
                    <i style={{ width: `${(bytes / LONGEST) * 100}%` }} />
                  </>
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** Bytes of the longest signature here, RS256 with a key of 2,048 bits. */
const LONGEST = 256

function Keys({ seen: { keys } }: { seen: AlgorithmSeen }): ReactElement {
  switch (keys.kind) {
    case 'shared':
      return (
        <div className={board['block']}>
          <h3>One shared secret</h3>
          <p className={board['text']}>{keys.secret}</p>
          <p className={board['note']}>It signs, and it checks. Both sides hold the same text.</p>
        </div>
      )
    case 'pair':
      return (
        <div className={board['block']}>
          <h3>A private key and its public key</h3>
          <div className={css['keys']}>
            <div>
              <b>Private key, signs</b>
              <p className={board['note']}>Stays with the issuer; it is not shown here.</p>
            </div>
            <div>
              <b>Public key, checks</b>
              <pre className={board['text']}>{joinPem(keys.publicPem)}</pre>
            </div>
          </div>
        </div>
      )
    case 'none':
      return (
        <div className={board['block']}>
          <h3>No key</h3>
          <p className={board['note']}>The third part is empty. There is nothing to check.</p>
        </div>
      )
    default:
      return keys satisfies never
  }
}
