/** What stands in place of a signature where a token is encrypted? RFC 7516 §3.1. */
import type { ReactElement } from 'react'
import { algorithmNamed } from '../../algorithms/algorithms.ts'
import { contentEncryptionNamed } from '../../algorithms/encryptionAlgorithms.ts'
import { tellSealedParts } from '../../encryption/tellSealedParts.ts'
import { type ByteRange, SEALED_PARTS } from '../../token/carrier.ts'
import { grouped } from '../../token/grouped.ts'
import { stringMember } from '../../token/jsonText.ts'
import { rangeOfPart } from '../../token/link.ts'
import { algorithmOf, type TokenReading } from '../../token/readToken.ts'
import { LinkButton } from './link/LinkButton.tsx'
import css from './signature/SignaturePane.module.css'
import { hoverLinks } from './link/useLink.ts'

export function SealedParts({ reading }: { reading: TokenReading }): ReactElement {
  const algorithm = algorithmNamed(algorithmOf(reading) ?? '')
  const encryption = contentEncryptionNamed(stringMember(reading.joseHeader, 'enc') ?? '')
  const parts = tellSealedParts(
    algorithm?.family === 'encryption' ? algorithm : null,
    encryption ?? null,
  )
  const rangeOf = (index: number): ByteRange | null =>
    rangeOfPart(reading, index === 0 ? 'header' : (SEALED_PARTS[index - 1] ?? 'token'))
  return (
    <>
      <p className={css['note']}>
        An encrypted token has no signature. These are its parts, in their order:
      </p>
      <ol aria-label="Parts of an encrypted token" className={css['steps']}>
        {parts.map(({ name, told }, index) => (
          <li key={name} {...hoverLinks(rangeOf(index))}>
            <LinkButton range={rangeOf(index)}>
              <b>{name}</b>
            </LinkButton>{' '}
            <small>{`${grouped(reading.segments[index]?.bytes.length ?? 0)} bytes`}</small>
            <p>{told}</p>
          </li>
        ))}
      </ol>
    </>
  )
}
