/** In what do two tokens differ, claim by claim? ux.md 2.1, 4.12. */
import { type ReactElement, useEffect } from 'react'
import { useStore } from 'zustand'
import { type Comparison, compareTokens } from '../../claims/compareTokens.ts'
import { compareStore, openComparison, swapTexts, takeText } from '../../state/compareStore.ts'
import { memoLast } from '../../state/memoLast.ts'
import { readToken } from '../../token/readToken.ts'
import { isInField } from '../pasteAnywhere.ts'
import type { Route } from '../route.ts'
import { useDropAnywhere } from '../useDropAnywhere.ts'
import css from './CompareScreen.module.css'
import { DifferenceTable } from './DifferenceTable.tsx'
import { SummaryPane } from './SummaryPane.tsx'
import { LinkNote } from '../debug/link/LinkNote.tsx'
import { TokenBox } from './TokenBox.tsx'

const readBoth = memoLast((text: string) => readToken(text.trim()), 2)
const compare = memoLast(compareTokens)

export function CompareScreen({ route }: { route: Route }): ReactElement {
  const { texts, told } = useStore(compareStore)
  const { samples } = route
  useEffect(() => openComparison(samples ?? []), [samples])
  useDropAnywhere(takeText)
  usePasteAnywhere()
  const [first, second] = [readBoth(texts[0]), readBoth(texts[1])]
  const comparison: Comparison = compare(first, second)
  const unknown = [...route.unknown, ...tellLeftOut(route)]
  return (
    <div className={css['page']}>
      <div className={css['head']}>
        <h1>Compare</h1>
        <div role="status" aria-label="Intake" className={css['told']}>
          {told}
        </div>
        <button type="button" className="button" onClick={swapTexts}>
          Swap
        </button>
      </div>
      {unknown.length > 0 && <LinkNote unknown={unknown} />}
      <div className={css['boxes']}>
        <TokenBox place={0} name="First token" text={texts[0]} reading={first} />
        <TokenBox place={1} name="Second token" text={texts[1]} reading={second} />
      </div>
      <SummaryPane lines={comparison.summary} hasRows={comparison.rows.length > 0} />
      {comparison.rows.length > 0 && <DifferenceTable rows={comparison.rows} />}
    </div>
  )
}

function tellLeftOut({ samples = [] }: Route): string[] {
  return samples.slice(2).map((id) => `a further sample, ${id}`)
}

/** On this view, text pasted outside every field is for the boxes, and the debugger keeps its token. */
function usePasteAnywhere(): void {
  useEffect(() => {
    const take = (event: ClipboardEvent): void => {
      const text = event.clipboardData?.getData('text/plain')
      if (!text || isInField(event.target)) return
      event.preventDefault()
      event.stopImmediatePropagation()
      takeText(text)
    }
    document.addEventListener('paste', take, { capture: true })
    return () => document.removeEventListener('paste', take, { capture: true })
  }, [])
}
