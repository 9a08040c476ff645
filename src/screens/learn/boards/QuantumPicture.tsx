/** Why did so few characters change? Three bytes over the four characters that they became. mock/lesson. */
import type { ReactElement } from 'react'
import type { Quantum } from '../../../lessons/flipBoard.ts'
import css from './QuantumPicture.module.css'

const WIDTH = 26
const LEFT = 160
const BITS_A_BYTE = 8
const BITS_A_CHARACTER = 6

const bitsOf = (byte: number): string => byte.toString(2).padStart(BITS_A_BYTE, '0')
const hex = (byte: number): string => byte.toString(16).toUpperCase().padStart(2, '0')

export function QuantumPicture({ quantum }: { quantum: Quantum }): ReactElement {
  const { bytes, characters } = quantum
  const was = bytes.map((byte) => bitsOf(byte.was)).join('')
  const now = bytes.map((byte) => bitsOf(byte.now)).join('')
  const differing = was.split('').filter((bit, place) => bit !== now[place]).length
  const charactersDiffering = characters.filter((one) => one.was !== one.now).length
  const summary = `The bytes ${bytes.map((byte) => hex(byte.was)).join(' ')} become ${bytes.map((byte) => hex(byte.now)).join(' ')}. ${differing} of 24 bits differ, in ${charactersDiffering} of 4 characters: ${characters.map((one) => one.was).join('')} becomes ${characters.map((one) => one.now).join('')}.`
  return (
    <section className={css['picture']} aria-labelledby="why-so-few">
      <h3 id="why-so-few">{charactersDiffering === 1 ? 'Why just one' : 'Why so few'}</h3>
      <svg viewBox="0 0 800 150" role="img" aria-label={summary}>
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
        {bytes.map((byte, place) => (
          // oxlint-disable-next-line react/no-array-index-key -- places
          <g key={place} className={byte.was === byte.now ? undefined : css['hit']}>
            <path d={bracket(place * BITS_A_BYTE, BITS_A_BYTE, 36, -8)} />
            <text x={middle(place * BITS_A_BYTE, BITS_A_BYTE)} y={18}>
              {byte.was === byte.now ? (
                <>
                  {byte.text} <tspan className={css['small']}>{hex(byte.was)}</tspan>
                </>
              ) : (
                <>
                  {byte.text} <tspan className={css['small']}>{hex(byte.was)} becomes</tspan>{' '}
                  {byte.textNow} <tspan className={css['small']}>{hex(byte.now)}</tspan>
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
              {isHit && <rect x={LEFT + place * WIDTH} y={44} width={WIDTH} height={56} />}
              <text x={middle(place, 1)} y={62}>
                {bit}
              </text>
              <text x={middle(place, 1)} y={92}>
                {now[place]}
              </text>
            </g>
          )
        })}
        {characters.map((one, place) => (
          // oxlint-disable-next-line react/no-array-index-key -- places
          <g key={place} className={one.was === one.now ? undefined : css['hit']}>
            <path d={bracket(place * BITS_A_CHARACTER, BITS_A_CHARACTER, 106, 8)} />
            <text x={middle(place * BITS_A_CHARACTER, BITS_A_CHARACTER)} y={140}>
              {one.was}
              {one.was !== one.now && (
                <>
                  {' '}
                  <tspan className={css['small']}>becomes</tspan> {one.now}
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

const middle = (bit: number, width: number): number => LEFT + (bit + width / 2) * WIDTH

const bracket = (bit: number, width: number, y: number, height: number): string =>
  `M${LEFT + bit * WIDTH + 3} ${y}v${height}h${width * WIDTH - 6}v${-height}`
