/** What else should be known about this token, gravest first? */
import { type ReactElement } from 'react'
import { useStore } from 'zustand'
import { clock, instantOf } from '../../../state/clock.ts'
import { findingsOf } from '../../../state/lateView.ts'
import { redactionStore } from '../../../state/redaction.ts'
import type { FindingPlace } from '../../../judgement/findings/finding.ts'
import { formRules } from '../../../judgement/findings/formRules.ts'
import type { Rule } from '../../../judgement/findings/rule.ts'
import { type FindingId, rules } from '../../../judgement/findings/rules.ts'
import { StateMark } from '../../../ui/StateMark.tsx'
import { goTo, PLACES } from '../../places.ts'
import css from './FindingList.module.css'
import { PlaceButton } from '../link/PlaceButton.tsx'
import section from '../Section.module.css'
import { hoverLinks } from '../link/useLink.ts'
import { useSettled } from '../useSettled.ts'

const STATES = { Stop: 'fail', Risk: 'warning', Note: 'note' } as const

export function FindingList(): ReactElement {
  const inspector = useSettled()
  const live = useStore(clock, (state) => state.live) ?? 0
  const now = useStore(clock, instantOf) ?? 0
  const isRedacted = useStore(redactionStore, (state) => state.isRedacted)
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
        {findings.map(({ id, severity, title, text, place, basis }) => (
          <li
            key={`${severity} ${title}`}
            className={css['finding']}
            data-about={aboutOf(id)}
            {...hoverLinks(typeof place === 'string' ? null : place)}
          >
            <StateMark state={STATES[severity]} />
            <span className={css['severity']}>{severity}</span>{' '}
            <span className={css['told']}>
              {/* the words of a rule hold no value of the token */}
              {isRedacted ? `${rules[id].name}.` : title}{' '}
              <span className={css['text']}>{isRedacted ? rules[id].remedy : text}</span>{' '}
              <span className={css['basis']}>
                {place !== null && <Place place={place} />}{' '}
                <a href={`#/ref/findings/${id}`}>{basis}</a>
                <TryIt id={id} />
                <TryField id={id} />
              </span>
            </span>
          </li>
        ))}
      </ul>
      {findings.length === 0 && <p className={section['note']}>Nothing found.</p>}
    </section>
  )
}

/** Which rung leads here, or past here to a field of its own. */
function aboutOf(id: FindingId): 'form' | 'skew' | undefined {
  if (id in formRules) return 'form'
  return id === 'clock-skew' ? 'skew' : undefined
}

/** The room in which the reader can do it to a server of a dozen lines. */
function TryIt({ id }: { id: FindingId }): ReactElement | null {
  const { room }: Rule = rules[id]
  return room === undefined ? null : <a href={`#/attack/${room}`}>Try it in the Attack lab</a>
}

/** The field that changes what is said here. */
function TryField({ id }: { id: FindingId }): ReactElement | null {
  const { field }: Rule = rules[id]
  return field === undefined ? null : (
    <button type="button" className="link" onClick={() => goTo('#leeway')}>
      {field}
    </button>
  )
}

/** What of the token the finding is about, or where else it lies. */
function Place({ place }: { place: NonNullable<FindingPlace> }): ReactElement {
  if (typeof place !== 'string') return <PlaceButton range={place} />
  const { name, selector } = ELSEWHERE[place]
  return (
    <button type="button" className="link" onClick={() => goTo(selector)}>
      {name}
    </button>
  )
}

const ELSEWHERE = {
  key: { name: 'Key', selector: PLACES['k']?.selector ?? '' },
  'pasted text': { name: 'Where it was found', selector: '[aria-label="Intake"]' },
} as const
