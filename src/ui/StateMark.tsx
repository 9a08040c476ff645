/** Which shape repeats a state's word and colour? The drawings stand once, in index.html. */
import type { ReactElement } from 'react'

type MarkName = 'pass' | 'fail' | 'warning' | 'not checked' | 'note'

export function StateMark({ state }: { state: MarkName }): ReactElement {
  return (
    <svg className="mark" width="16" height="16" aria-hidden="true" data-state={state}>
      <use href={`#mark-${state.replace(' ', '-')}`} />
    </svg>
  )
}
