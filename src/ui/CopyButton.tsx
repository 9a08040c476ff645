/** How does a text get to the clipboard, and how does the page say that it did? */
import { type ReactElement, useEffect, useState } from 'react'
import { Icon } from './Icon.tsx'

interface Props {
  label: string
  /** Asked only when pressed. */
  text: () => string
  className?: string
  isDisabled?: boolean
}

const SAID_FOR = 2000

/** Says Copied for two seconds; where the browser refuses, it says so and leaves the selecting to the user. */
export function CopyButton(props: Props): ReactElement {
  const { label, text, className = 'quiet', isDisabled } = props
  const [outcome, setOutcome] = useState<'copied' | 'refused' | null>(null)
  useEffect(() => {
    if (!outcome) return
    const timer = setTimeout(() => setOutcome(null), SAID_FOR)
    return () => clearTimeout(timer)
  }, [outcome])
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text())
      setOutcome('copied')
    } catch {
      setOutcome('refused')
    }
  }
  return (
    <>
      <button
        type="button"
        className={className}
        aria-label={label}
        disabled={isDisabled}
        onClick={() => void copy()}
      >
        {className === 'quiet' && <Icon name={outcome === 'copied' ? 'check' : 'copy'} />}
        <span>{label}</span>
      </button>
      <span role="status" className="visually-hidden">
        {outcome === 'copied' && 'Copied.'}
        {outcome === 'refused' &&
          'The browser refused to copy. Select the text and copy it yourself.'}
      </span>
    </>
  )
}
