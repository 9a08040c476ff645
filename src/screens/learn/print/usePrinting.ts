/** What is there to see at each step once it is solved? Worked out when somebody prints, and not before. */
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { see } from '../../../lessons/boards.ts'
import type { Lesson, Prose } from '../../../lessons/lesson.ts'
import type { LessonToken } from '../../../lessons/lessonToken.ts'
import { clock } from '../../../state/clock.ts'

type Outcomes = readonly (readonly Prose[])[]

interface Printing {
  /** The explanations of the solved steps, in order; of those that take a while, empty until they are known. */
  outcomes: Outcomes
  /** Prints once all of them are known. */
  printSheet: () => void
}

export function usePrinting({ steps }: Lesson, token: LessonToken | null): Printing {
  const [isAsked, setAsked] = useState(false)
  const isPrinting = useIsPrinting()
  const isWanted = isAsked || isPrinting
  const seen = useMemo(
    () =>
      isWanted && token
        ? steps.map((step) => see(step.board, step.solution(token), clock.getState().live ?? 0))
        : [],
    [steps, token, isWanted],
  )
  const [known, setKnown] = useState<{ seen: typeof seen; all: Awaited<(typeof seen)[number]>[] }>()
  const all = known?.seen === seen ? known.all : null
  useEffect(() => {
    if (seen.length === 0) return
    void Promise.all(seen.map(async (one) => one)).then((answers) =>
      setKnown({ seen, all: answers }),
    )
  }, [seen])
  useEffect(() => {
    if (isAsked && all !== null) print()
  }, [isAsked, all])
  const printSheet = (): void => setAsked(true)
  useEffect(() => {
    // the browser's own print would not wait for those that take a while
    const take = (event: KeyboardEvent): void => {
      if (event.key !== 'p' || event.shiftKey || event.altKey) return
      if (!event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      setAsked(true)
    }
    const end = (): void => setAsked(false)
    addEventListener('keydown', take)
    addEventListener('afterprint', end)
    return () => {
      removeEventListener('keydown', take)
      removeEventListener('afterprint', end)
    }
  }, [])
  const outcomes = steps.map((step, index) => {
    const one = all?.[index] ?? seen[index]
    return !token || one === undefined || one instanceof Promise ? [] : step.explain(one, token)
  })
  return { outcomes, printSheet }
}

let isBetween = false

/** Heard before the paper is laid out, so that what is known at once stands on it. */
function hearPrinting(onChange: () => void): () => void {
  const media = matchMedia('print')
  const begin = (): void => {
    isBetween = true
    onChange()
  }
  const end = (): void => {
    isBetween = false
    onChange()
  }
  addEventListener('beforeprint', begin)
  addEventListener('afterprint', end)
  media.addEventListener('change', onChange)
  return () => {
    removeEventListener('beforeprint', begin)
    removeEventListener('afterprint', end)
    media.removeEventListener('change', onChange)
  }
}

const useIsPrinting = (): boolean =>
  useSyncExternalStore(hearPrinting, () => isBetween || matchMedia('print').matches)
