/** How does each act look as a 16-pixel drawing? The drawings stand once, in index.html. */
import type { ReactElement } from 'react'

type IconName =
  | 'compare'
  | 'down'
  | 'copy'
  | 'check'
  | 'clear'
  | 'shield'
  | 'theme'
  | 'settings'
  | 'eye'
  | 'share'
  | 'walk'
  | 'start'
  | 'previous'
  | 'play'
  | 'pause'
  | 'next'
  | 'end'
  | 'present'

/** A line drawing beside a word; it says nothing by itself. */
export function Icon({ name }: { name: IconName }): ReactElement {
  return (
    <svg className="icon" width="16" height="16" aria-hidden="true">
      <use href={`#icon-${name}`} />
    </svg>
  )
}
