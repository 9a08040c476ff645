/** As what are typed characters read: text, base64, base64url or hex? */
import type { ReactElement } from 'react'
import type { SecretEncoding } from '../../../keys/secret.ts'
import css from './EncodingChoice.module.css'

const ENCODINGS = [
  ['utf8', 'Text (UTF-8)'],
  ['base64', 'Base64'],
  ['base64url', 'Base64url'],
  ['hex', 'Hex'],
] as const

interface Props {
  id: string
  label: string
  value: SecretEncoding
  onChoose: (encoding: SecretEncoding) => void
}

export function EncodingChoice({ id, label, value, onChoose }: Props): ReactElement {
  return (
    <div className={css['row']}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="select"
        value={value}
        onChange={(event) => {
          const chosen = ENCODINGS.find(([encoding]) => encoding === event.currentTarget.value)
          if (chosen) onChoose(chosen[0])
        }}
      >
        {ENCODINGS.map(([encoding, name]) => (
          <option key={encoding} value={encoding}>
            {name}
          </option>
        ))}
      </select>
    </div>
  )
}
