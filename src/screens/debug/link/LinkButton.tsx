/** How does a name or a place lead to its characters and bytes, with a pointer and without? ux.md 3.3. */
import type { ReactElement, ReactNode } from 'react'
import { point, togglePin } from '../../../state/linkActs.ts'
import type { ByteRange } from '../../../token/carrier.ts'
import { useIsLinked } from './useLink.ts'

interface Props {
  /** null while there is nothing to lead to. */
  range: ByteRange | null
  className?: string | undefined
  /** Where the words alone do not say what is meant. */
  label?: string
  children: ReactNode
}

/** Links while it has the focus, and pins when it is pressed. */
export function LinkButton({ range, className, label, children }: Props): ReactElement {
  const { isLinked, isPinned } = useIsLinked(range)
  return (
    <button
      type="button"
      className={className}
      aria-label={label}
      aria-pressed={isPinned}
      data-part={range?.part}
      data-linked={isLinked || undefined}
      onFocus={() => point('focus', range)}
      onBlur={() => point('focus', null)}
      onClick={() => range && togglePin(range)}
    >
      {children}
    </button>
  )
}
