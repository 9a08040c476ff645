/** When is a signature checked, and which answers count? Only those about what stands on the screen now. */
import type { Subject, Verdict } from '../verification/verdict.ts'
import { inspectorStore, storeVerdict } from './inspectorStore.ts'
import { isSameSubject, subjectOf } from './inspectorView.ts'

/**
 * Checks whenever the subject changes. An answer that comes late, for a subject that is no longer current,
 * is dropped. Returns a function that stops it.
 */
export function startVerifier(verify: (subject: Subject) => Verdict | Promise<Verdict>): () => void {
  let checking: Subject | null = null
  const isCurrent = (subject: Subject | undefined | null): boolean =>
    !!subject && isSameSubject(subject, subjectOf(inspectorStore.getState()))
  const check = (): void => {
    if (isCurrent(inspectorStore.getState().verification?.subject) || isCurrent(checking)) return
    const subject = subjectOf(inspectorStore.getState())
    checking = subject
    const settle = (verdict: Verdict): void => {
      if (checking === subject) checking = null
      if (isCurrent(subject)) storeVerdict(subject, verdict)
    }
    const verdict = verify(subject)
    if (verdict instanceof Promise) void verdict.then(settle)
    else settle(verdict)
  }
  check()
  return inspectorStore.subscribe(check)
}
