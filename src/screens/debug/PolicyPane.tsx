/** What does a server expect of this token? */
import type { ReactElement } from 'react'
import { useStore } from 'zustand'
import { signatureAlgorithms } from '../../algorithms/signatureAlgorithms.ts'
import { encryptionAlgorithms } from '../../algorithms/encryptionAlgorithms.ts'
import { inspectorStore } from '../../state/inspectorStore.ts'
import { expect } from '../../state/judgeBy.ts'
import { readingOf } from '../../state/inspectorView.ts'
import { algorithmOf } from '../../token/readToken.ts'
import { visible } from '../../token/visible.ts'
import css from './PolicyPane.module.css'
import section from './Section.module.css'

const LONGEST_NAME = 24

export function PolicyPane(): ReactElement {
  const expected = useStore(inspectorStore, (inspector) => inspector.expected)
  const alg = useStore(inspectorStore, (inspector) => algorithmOf(readingOf(inspector)))
  return (
    <section className={section['section']} aria-label="Expectations" id="policy">
      <div className={section['head']}>
        <h2>What a server expects</h2>
        <span className={section['meta']}>checked on the Policy rung</span>
      </div>
      <div className={css['fields']}>
        <TextField
          label="Expected issuer"
          value={expected.issuer}
          placeholder="iss"
          onType={(issuer) => expect({ issuer })}
        />
        <TextField
          label="Expected audience"
          value={expected.audience}
          placeholder="aud"
          onType={(audience) => expect({ audience })}
        />
        <label>
          <span>Expected algorithm</span>
          <select
            className="select"
            value={expected.algorithm}
            onChange={(event) => expect({ algorithm: event.currentTarget.value })}
          >
            <option value="">Whatever the header says</option>
            {[...signatureAlgorithms, ...encryptionAlgorithms].map(({ name }) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
        <TextField
          label="Expected type"
          value={expected.type}
          placeholder="typ, such as at+jwt"
          onType={(type) => expect({ type })}
        />
        <TextField
          label="Required claims"
          value={expected.requiredClaims}
          placeholder="names, such as sub jti"
          onType={(requiredClaims) => expect({ requiredClaims })}
        />
        <label>
          <span>Maximum age</span>
          <span className={css['age']}>
            <input
              className="input"
              type="number"
              min="0"
              step="1"
              value={expected.maximumAge ?? ''}
              placeholder="since iat"
              onChange={(event) => {
                const seconds = event.currentTarget.valueAsNumber
                expect({ maximumAge: seconds >= 0 ? Math.floor(seconds) : null })
              }}
            />
            s
          </span>
        </label>
      </div>
      {expected.algorithm === '' && alg !== null && (
        <p className={section['note']}>
          The header says {visible(alg).slice(0, LONGEST_NAME)}, and this page believes it so that
          it can explain the token. A server must not: whoever forges a token also writes its
          header. Pin the algorithm there.
        </p>
      )}
    </section>
  )
}

interface FieldProps {
  label: string
  value: string
  placeholder: string
  onType: (text: string) => void
}

function TextField({ label, value, placeholder, onType }: FieldProps): ReactElement {
  return (
    <label>
      <span>{label}</span>
      <input
        className="input"
        value={value}
        placeholder={placeholder}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => onType(event.currentTarget.value)}
      />
    </label>
  )
}
