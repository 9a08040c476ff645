/** Is the secret behind this token one that everybody can look up? Asked only when the button is pressed. */
import type { ReactElement } from 'react'
import { useStore } from 'zustand'
import { inspectorStore } from '../../../state/inspectorStore.ts'
import {
  askForSearch,
  isSearchable,
  LIST_FILE,
  SECRET_LIST,
  startSearch,
  stopSearch,
  takeFoundSecret,
  weakSecretStore,
} from '../../../state/weakSecretSearch.ts'
import { grouped } from '../../../token/grouped.ts'
import { tellSearch } from '../../../verification/tellWeakSecret.ts'
import type { SearchOutcome } from '../../../verification/weakSecrets.ts'
import section from '../Section.module.css'
import css from './WeakSecretCheck.module.css'

const LINES = grouped(SECRET_LIST.lines)
const MEGABYTES = `${SECRET_LIST.bytes / 1_000_000} MB`

/** Its line is there for every token, so that nothing below moves when it is offered. */
export function WeakSecretCheck(): ReactElement {
  const isOffered = isSearchable(useStore(inspectorStore))
  const { phase } = useStore(weakSecretStore)
  return (
    <div className={css['check']}>
      {isOffered && (phase === 'idle' || phase === 'failed') && (
        <button type="button" className="link" onClick={askForSearch}>
          Check the public list of weak secrets
        </button>
      )}
      {isOffered && <Search />}
    </div>
  )
}

function Search(): ReactElement {
  const search = useStore(weakSecretStore)
  switch (search.phase) {
    case 'idle':
      return <div role="status" aria-label="Weak secrets" />
    case 'asked':
      return (
        <div role="status" aria-label="Weak secrets" className={section['strip']}>
          This loads one file of this page, <code>{LIST_FILE}</code>, {MEGABYTES}. Then each of the{' '}
          {LINES} secrets in it is tried here, read as text.
          <div className={css['acts']}>
            <button type="button" className="link" onClick={startSearch}>
              Load and check
            </button>
            <button type="button" className="link" onClick={stopSearch}>
              Cancel
            </button>
          </div>
        </div>
      )
    case 'loading':
    case 'searching':
      return (
        <div className={section['strip']}>
          <label className={css['running']}>
            {search.phase === 'loading' ? 'Loading the list' : 'Trying the secrets'}
            <progress
              max={SECRET_LIST.lines}
              value={search.phase === 'loading' ? undefined : search.tried}
            />
          </label>
          <button type="button" className="link" onClick={stopSearch}>
            Stop
          </button>
        </div>
      )
    case 'done':
      return <Outcome outcome={search.outcome} />
    case 'failed':
      return (
        <p role="alert" className={section['strip']} data-state="warning">
          <b>The list did not load.</b> Check the connection to this page’s server and press the
          button again.
        </p>
      )
    default:
      return search satisfies never
  }
}

function Outcome({ outcome }: { outcome: SearchOutcome }): ReactElement {
  const inBox = useStore(inspectorStore, ({ key }) => key.text)
  const { state, lead, rest } = tellSearch(outcome)
  return (
    <div role="status" aria-label="Weak secrets" className={section['strip']} data-state={state}>
      <b>{lead}</b> {rest}{' '}
      {outcome.found && outcome.found.secret !== inBox && (
        <button type="button" className="link" onClick={takeFoundSecret}>
          Put it into the key box
        </button>
      )}
    </div>
  )
}
