/** Of which token do the explanations speak? Of the one whose answers have been painted. */
import {
  createContext,
  type ReactElement,
  type ReactNode,
  startTransition,
  use,
  useDeferredValue,
  useEffect,
  useState,
} from 'react'
import { useStore } from 'zustand'
import { type Inspector, inspectorStore } from '../../state/inspectorStore.ts'

const SettledContext = createContext<Inspector | null>(null)

interface Props {
  className: string | undefined
  children: ReactNode
}

/**
 * What stands in it follows the answers in a later frame, in slices that give way to typing. While it still speaks
 * of another token than the answers do it is `data-behind`, so that words of two tokens never show side by side.
 */
export function Settled({ className, children }: Props): ReactElement {
  const live = useStore(inspectorStore)
  const [settled, settle] = useState(live)
  useEffect(() => afterPaint(() => startTransition(() => settle(live))), [live])
  const isBehind = settled.pasted !== live.pasted || settled.shown !== live.shown
  return (
    <div className={className} data-behind={isBehind || undefined}>
      <SettledContext value={settled}>{children}</SettledContext>
    </div>
  )
}

/** What explanations are drawn from; outside of `Settled`, what the user has given, as soon as that may be. */
export function useSettled(): Inspector {
  const settled = use(SettledContext)
  return useDeferredValue(useStore(inspectorStore, (live) => settled ?? live))
}

/** Calls once the next frame is painted: as the one after it begins. Returns a function that prevents it. */
function afterPaint(act: () => void): () => void {
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(act)
  })
  return () => cancelAnimationFrame(frame)
}
