/** How is a claim linked to its characters and bytes, with a pointer and without? ux.md 3.3. */
import type { ReactElement } from 'react'
import { point, togglePin } from '../../state/linkActs.ts'
import type { ByteRange } from '../../token/carrier.ts'
import css from './ClaimList.module.css'
import { useIsLinked } from './useLink.ts'

interface Props {
  name: string
  /** null only for a claim that is just being replaced. */
  range: ByteRange | null
}

/** The name links while it has the focus, and pins when it is pressed. */
export function ClaimName({ name, range }: Props): ReactElement {
  const { isLinked, isPinned } = useIsLinked(range)
  return (
    <button
      type="button"
      className={css['name']}
      aria-pressed={isPinned}
      data-linked={isLinked || undefined}
      onFocus={() => point('focus', range)}
      onBlur={() => point('focus', null)}
      onClick={() => range && togglePin(range)}
    >
      {name}
    </button>
  )
}
