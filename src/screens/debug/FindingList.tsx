/** What else should be known about this token, gravest first? */
import { type ReactElement, useDeferredValue } from 'react'
import { useStore } from 'zustand'
import { clock, instantOf } from '../../state/clock.ts'
import { inspectorStore } from '../../state/inspectorStore.ts'
import { findingsOf } from '../../state/lateView.ts'
import { StateMark } from '../../ui/StateMark.tsx'
import css from './FindingList.module.css'
import section from './Section.module.css'

const STATES = { Stop: 'fail', Risk: 'warning', Note: 'note' } as const

export function FindingList(): ReactElement {
  // the answers are painted first
  const inspector = useDeferredValue(useStore(inspectorStore))
  const live = useStore(clock, (state) => state.live) ?? 0
  const now = useStore(clock, instantOf) ?? 0
  const findings = findingsOf(inspector, now, live)
  return (
    <section
      id="findings"
      className={section['section']}
      aria-labelledby="findings-title"
      tabIndex={-1}
    >
      <div className={section['head']}>
        <h2 id="findings-title">Findings</h2>
        <span className={section['meta']}>{findings.length > 0 && findings.length}</span>
      </div>
      <ul aria-label="Findings">
        {findings.map(({ id, severity, title, text, basis }) => (
          <li key={`${severity} ${title}`} className={css['finding']}>
            <StateMark state={STATES[severity]} />
            <span className={css['severity']}>{severity}</span>{' '}
            <span className={css['told']}>
              {title} <span className={css['text']}>{text}</span>{' '}
              <a className={css['basis']} href={`#/ref/findings/${id}`}>
                {basis}
              </a>
            </span>
          </li>
        ))}
      </ul>
      {findings.length === 0 && <p className={section['note']}>Nothing found.</p>}
    </section>
  )
}
