/** Which values do two tokens give to each name, and how do they differ? */
import { type ReactElement, useState } from 'react'
import type { ComparedValue, ComparisonRow } from '../../claims/compareTokens.ts'
import { differingPart } from '../../claims/differingPart.ts'
import { grouped } from '../../token/grouped.ts'
import { Prose } from '../../ui/Prose.tsx'
import section from '../debug/Section.module.css'
import css from './DifferenceTable.module.css'

/** More rows than this are drawn only when asked for. */
const FIRST = 100

const PARTS = [
  { part: 'header', badge: 'H', title: 'Header' },
  { part: 'payload', badge: 'P', title: 'Payload' },
] as const

export function DifferenceTable({ rows }: { rows: readonly ComparisonRow[] }): ReactElement {
  const [isBrief, setBrief] = useState(false)
  const [isWhole, setWhole] = useState(false)
  const wanted = isBrief ? rows.filter(({ relation }) => relation !== 'same') : rows
  const drawn = isWhole ? wanted : wanted.slice(0, FIRST)
  return (
    <div className={css['differences']}>
      <div className={css['head']}>
        <h2 id="differences">Differences</h2>
        <label className={css['choice']}>
          <input
            type="checkbox"
            checked={isBrief}
            onChange={(event) => setBrief(event.currentTarget.checked)}
          />
          Only differences
        </label>
      </div>
      <table className={css['table']} aria-labelledby="differences">
        <thead>
          <tr>
            <th scope="col">Claim</th>
            <th scope="col">First</th>
            <th scope="col">Second</th>
            <th scope="col">Difference</th>
          </tr>
        </thead>
        {PARTS.map(({ part, badge, title }) => {
          const own = drawn.filter((row) => row.part === part)
          return (
            own.length > 0 && (
              <tbody key={part} data-part={part}>
                <tr>
                  <th scope="rowgroup" colSpan={4} className={css['part']}>
                    <span className={section['badge']} aria-hidden="true">
                      {badge}
                    </span>{' '}
                    {title}
                  </th>
                </tr>
                {own.map((row, index) => (
                  // oxlint-disable-next-line react/no-array-index-key -- a name may stand twice
                  <Row key={`${index} ${row.name}`} row={row} />
                ))}
              </tbody>
            )
          )
        })}
      </table>
      {wanted.length === 0 && <p className={section['note']}>All values are the same.</p>}
      {wanted.length > drawn.length && (
        <button type="button" className="link" onClick={() => setWhole(true)}>
          Show all {grouped(wanted.length)}
        </button>
      )}
    </div>
  )
}

function Row({
  row: { name, left, right, relation, words },
}: {
  row: ComparisonRow
}): ReactElement {
  return (
    <tr className={css['row']} data-relation={relation}>
      <th scope="row" className={css['name']}>
        <bdi>{name}</bdi>
      </th>
      <td data-side="First">
        <Value value={left} beside={relation === 'same' ? null : right} />
      </td>
      <td data-side="Second">
        <Value value={right} beside={relation === 'same' ? null : left} />
      </td>
      <td className={css['words']}>
        <Prose text={words} />
      </td>
    </tr>
  )
}

interface ValueProps {
  value: ComparedValue | null
  /** The other token’s value, where there is another one. */
  beside: ComparedValue | null
}

function Value({ value, beside }: ValueProps): ReactElement {
  if (value === null) return <span className={css['absent']}>absent</span>
  const { text, size, instant } = value
  const { before, other, after } = differingPart(text, beside?.text ?? text)
  return (
    <span className={css['value']}>
      <bdi>
        {before}
        {other && <mark>{other}</mark>}
        {after}
      </bdi>
      {size && <span className={section['note']}> {size}</span>}
      {instant && <span className={css['instant']}> {instant}</span>}
    </span>
  )
}
