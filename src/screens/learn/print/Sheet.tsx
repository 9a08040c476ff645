/** How does a sheet stand on paper, alone and in black? ux.md 6.4. Not to be seen on the screen. */
import type { ReactElement, ReactNode } from 'react'
import './sheet.css'

interface Props {
  /** What kind of sheet this is, for whoever looks for it. */
  name: string
  children: ReactNode
}

/** While one is there, it is what gets printed instead of the page. */
export function Sheet({ name, children }: Props): ReactElement {
  return (
    <div data-sheet={name}>
      {children}
      <p className="sheet-foot">JWT Lens, {document.baseURI.replace(/#.*$/, '')}#/learn</p>
    </div>
  )
}
