/** Why did so few characters change? Three bytes over the four characters that they became. mock/lesson. */
import type { ReactElement } from 'react'
import type { Quantum } from '../../../lessons/boards/flipBoard.ts'
import { useIsNarrow } from '../../session/useMedia.ts'
import css from './QuantumPicture.module.css'

interface Grid {
  /** Of a bit. */
  width: number
  left: number
  /** Of the whole picture. */
  whole: number
}
const WIDE: Grid = { width: 26, left: 160, whole: 800 }
/** Without the names of the rows, which the summary below tells. */
const NARROW: Grid = { width: 14.5, left: 4, whole: 356 }

const BITS_A_BYTE = 8
const BITS_A_CHARACTER = 6

const bitsOf = (byte: number): string => byte.toString(2).padStart(BITS_A_BYTE, '0')
const hex = (byte: number): string => byte.toString(16).toUpperCase().padStart(2, '0')

export function QuantumPicture({ quantum }: { quantum: Quantum }): ReactElement {
  const { bytes, characters } = quantum
  const isNarrow = useIsNarrow()
  const grid = isNarrow ? NARROW : WIDE
  const was = bytes.map((byte) => bitsOf(byte.was)).join('')
  const now = bytes.map((byte) => bitsOf(byte.now)).join('')
  const differing = was.split('').filter((bit, place) => bit !== now[place]).length
  const charactersDiffering = characters.filter((one) => one.was !== one.now).length
  const summary = `The bytes ${bytes.map((byte) => hex(byte.was)).join(' ')} become ${bytes.map((byte) => hex(byte.now)).join(' ')}. ${differing} of 24 bits differ, in ${charactersDiffering} of 4 characters: ${characters.map((one) => one.was).join('')} becomes ${characters.map((one) => one.now).join('')}.`
  return (
    <section className={css['picture']} aria-labelledby="why-so-few">
      <h3 id="why-so-few">{charactersDiffering === 1 ? 'Why just one' : 'Why so few'}</h3>
      <svg viewBox={`0 0 ${grid.whole} 150`} role="img" aria-label={summary}>
        {!isNarrow && <RowNames />}
        {bytes.map((byte, place) => (
          // oxlint-disable-next-line react/no-array-index-key -- places
          <g key={place} className={byte.was === byte.now ? undefined : css['hit']}>
            <path d={bracket(grid, place * BITS_A_BYTE, BITS_A_BYTE, 36, -8)} />
            <text x={middle(grid, place * BITS_A_BYTE, BITS_A_BYTE)} y={18}>
              {byte.was === byte.now ? (
                <>
                  {byte.text} <tspan className={css['small']}>{hex(byte.was)}</tspan>
                </>
              ) : (
                <>
                  {byte.text}{' '}
                  <tspan className={css['small']}>
                    {isNarrow ? '→' : `${hex(byte.was)} becomes`}
                  </tspan>{' '}
                  {byte.textNow}{' '}
                  {!isNarrow && <tspan className={css['small']}>{hex(byte.now)}</tspan>}
                </>
              )}
            </text>
          </g>
        ))}
        {was.split('').map((bit, place) => {
          const isHit = bit !== now[place]
          return (
            // oxlint-disable-next-line react/no-array-index-key -- places
            <g key={place} className={isHit ? css['hit'] : undefined}>
              {isHit && (
                <rect x={grid.left + place * grid.width} y={44} width={grid.width} height={56} />
              )}
              <text x={middle(grid, place, 1)} y={62}>
                {bit}
              </text>
              <text x={middle(grid, place, 1)} y={92}>
                {now[place]}
              </text>
            </g>
          )
        })}
        {characters.map((one, place) => (
          // oxlint-disable-next-line react/no-array-index-key -- places
          <g key={place} className={one.was === one.now ? undefined : css['hit']}>
            <path d={bracket(grid, place * BITS_A_CHARACTER, BITS_A_CHARACTER, 106, 8)} />
            <text x={middle(grid, place * BITS_A_CHARACTER, BITS_A_CHARACTER)} y={140}>
              {one.was}
              {one.was !== one.now && (
                <>
                  {' '}
                  <tspan className={css['small']}>{isNarrow ? '→' : 'becomes'}</tspan> {one.now}
                </>
              )}
            </text>
          </g>
        ))}
      </svg>
      <p className={css['summary']}>
        {differing} of 24 bits differ, and they lie in{' '}
        {charactersDiffering === 1 ? 'one character' : `${charactersDiffering} characters`}.
      </p>
    </section>
  )
}

function RowNames(): ReactElement {
  return (
    <>
      <text className={css['name']} x={0} y={18}>
        JSON
      </text>
      <text className={css['name']} x={0} y={62}>
        24 bits, was
      </text>
      <text className={css['name']} x={0} y={92}>
        24 bits, now
      </text>
      <text className={css['name']} x={0} y={140}>
        Token characters
      </text>
    </>
  )
}

const middle = ({ left, width }: Grid, bit: number, count: number): number =>
  left + (bit + count / 2) * width

const bracket = (
  { left, width }: Grid,
  bit: number,
  count: number,
  y: number,
  height: number,
): string => `M${left + bit * width + 3} ${y}v${height}h${count * width - 6}v${-height}`
