/** When is a signature checked, and which answers count? Only those about what stands on the screen now. */
import type { Assessment } from '../judgement/assessment.ts'
import type { Subject } from '../verification/verdict.ts'
import { inspectorStore, storeAssessment } from './inspectorStore.ts'
import { isSameSubject, subjectOf } from './inspectorView.ts'

/**
 * Checks whenever the subject changes. An answer that comes late, for a subject that is no longer current,
 * is dropped. Returns a function that stops it.
 */
export function startVerifier(
  assess: (subject: Subject) => Assessment | Promise<Assessment>,
): () => void {
  let checking: Subject | null = null
  const check = (): void => {
    if (isCurrent(inspectorStore.getState().verification?.subject) || isCurrent(checking)) return
    const subject = subjectOf(inspectorStore.getState())
    checking = subject
    const settle = (assessment: Assessment): void => {
      if (checking === subject) checking = null
      if (isCurrent(subject)) storeAssessment(subject, assessment)
    }
    const assessment = assess(subject)
    if (assessment instanceof Promise) void assessment.then(settle)
    else settle(assessment)
  }
  check()
  return inspectorStore.subscribe(check)
}

function isCurrent(subject: Subject | undefined | null): boolean {
  return !!subject && isSameSubject(subject, subjectOf(inspectorStore.getState()))
}
