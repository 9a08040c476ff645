/** What does the learner's token look like taken apart, on one page, without giving it away? */
import type { ReactElement } from 'react'
import { classifyClaim } from '../../../claims/classifyClaim.ts'
import { tellValue } from '../../../claims/valueText.ts'
import type { LessonToken } from '../../../lessons/lessonToken.ts'
import { visible } from '../../../token/visible.ts'
import { Sheet } from './Sheet.tsx'

const PARTS = [
  { part: 'header', letter: 'x', about: 'solid line: how the token is made' },
  { part: 'payload', letter: 'y', about: 'double line: what it says' },
  { part: 'signature', letter: 'z', about: 'dotted line: the seal over both' },
] as const

const HIDDEN = '· · · · · ·'

interface Props {
  token: LessonToken
  /** Otherwise every value is hidden, in the token itself as well. */
  hasValues: boolean
}

export function AnatomySheet({ token, hasValues }: Props): ReactElement {
  const { reading, claims, name } = token
  const parts = PARTS.map(({ part, letter, about }, index) => {
    const text = reading.segments[index]?.text ?? ''
    return { part, about, text: hasValues ? text : letter.repeat(text.length) }
  })
  return (
    <Sheet name="anatomy">
      <h1>Anatomy of a token</h1>
      <p>
        {name}, {reading.text.length} characters.
        {!hasValues && ' Letters and values are hidden: x, y and z stand for them.'}
      </p>
      <p className="sheet-token">
        {parts.map(({ part, text }, index) => (
          <b key={part}>
            {index > 0 && '.'}
            <span data-part={part}>{text}</span>
          </b>
        ))}
      </p>
      <ul>
        {parts.map(({ part, about, text }) => (
          <li key={part}>
            <b>{part}</b>, {about}, {text.length} characters
          </li>
        ))}
      </ul>
      <h2>Claims</h2>
      <table>
        <thead>
          <tr>
            <th>No.</th>
            <th>Claim</th>
            <th>Value</th>
            <th>Kind</th>
          </tr>
        </thead>
        <tbody>
          {claims.members.map(({ name: claim, value, nameStart }, index) => (
            <tr key={nameStart}>
              <td>{index + 1}</td>
              <td>{visible(claim)}</td>
              <td>{hasValues ? tellValue(value).text : HIDDEN}</td>
              <td>{classifyClaim(claim).kind}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  )
}
