/** How does a link lead to a place on the same page, where the address already names the view? */
import type { MouseEvent, ReactElement, ReactNode } from 'react'

interface Props {
  /** The id of the place. */
  to: string
  className?: string
  children: ReactNode
}

/** Focuses the place and brings it into view; the address stays. */
export function JumpLink({ to, className, children }: Props): ReactElement {
  const jump = (event: MouseEvent): void => {
    event.preventDefault()
    const place = document.getElementById(to)
    place?.focus({ preventScroll: true })
    place?.scrollIntoView({ block: 'start' })
  }
  return (
    <a href={`#${to}`} className={className} onClick={jump}>
      {children}
    </a>
  )
}
