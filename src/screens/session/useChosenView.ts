/** As what is the session looked at, where neither link nor press has said so? ux.md 6.3. */
import type { View } from '../../state/sessionLink.ts'
import { useIsNarrow } from './useMedia.ts'
import { useSession } from './useSession.ts'

export const VIEW_NAMES: Record<View, string> = {
  lanes: 'Lanes',
  sequence: 'Sequence',
  table: 'Table',
}

/** Lanes where there is room for them, the sequence on a telephone. */
export function useChosenView(): View {
  const isNarrow = useIsNarrow()
  return useSession((session) => session.view) ?? (isNarrow ? 'sequence' : 'lanes')
}
