/** How does wire text read with its tokens shortened to their names? ux.md 4.6. */
import { type ReactElement, useState } from 'react'
import type { Entry } from '../../simulation/timeline.ts'
import { findTokens } from '../../simulation/transcript.ts'
import { Chip } from './Chip.tsx'
import css from './Drawer.module.css'

interface Props {
  text: string
  entry: Entry
  label: string
  isRefused?: boolean
}

export function WireText({ text, entry, label, isRefused = false }: Props): ReactElement {
  const pieces = findTokens(text.trimEnd(), entry)
  return (
    <div
      role="group"
      aria-label={label}
      className={css['wire']}
      data-refused={isRefused || undefined}
    >
      {pieces.map((piece, index) =>
        piece.token === null ? (
          // oxlint-disable-next-line react/no-array-index-key -- pieces have no name, and stand in the order of the text
          <span key={index}>{piece.text}</span>
        ) : (
          <TokenText
            // oxlint-disable-next-line react/no-array-index-key -- as above
            key={index}
            text={piece.text}
            label={piece.token.label}
            kind={piece.token.kind}
            isThief={entry.actor === 'thief'}
          />
        ),
      )}
    </div>
  )
}

interface TokenProps {
  text: string
  label: string
  kind: string
  isThief: boolean
}

function TokenText({ text, label, kind, isThief }: TokenProps): ReactElement {
  const [isWhole, setWhole] = useState(false)
  return (
    <button
      type="button"
      className={css['token']}
      aria-expanded={isWhole}
      onClick={() => setWhole(!isWhole)}
    >
      <Chip label={label} kind={kind} actor={isThief ? 'thief' : 'app'} />{' '}
      {isWhole ? text : `${text.slice(0, 8)}…${text.slice(-8)}`}
    </button>
  )
}
