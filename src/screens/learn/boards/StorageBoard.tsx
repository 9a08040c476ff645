/** What does a foreign script find in each place where a token can be kept? */
import type { ReactElement } from 'react'
import {
  chooseStore,
  injectScript,
  reloadPage,
  storeFacts,
  type StorageState,
  STORES,
} from '../../../lessons/boards/storageBoard.ts'
import type { BoardProps } from '../BoardView.tsx'
import css from './Workbench.module.css'
import { Part, Radios, Wire } from './BoardParts.tsx'

export function StorageBoard({ state, onChange }: BoardProps<'storage'>): ReactElement {
  const { code, script } = storeFacts[state.store]
  const isInjected = state.injected.includes(state.store)
  return (
    <div className={css['board']}>
      <Radios
        label="The token is kept in"
        value={state.store}
        options={STORES.map((store) => [store, storeFacts[store].label])}
        onChoose={(store) => onChange(chooseStore(state, store))}
      />
      <Part label="How it gets there">
        <Wire text={code} />
      </Part>
      <div className={css['acts']}>
        <button type="button" className="button" onClick={() => onChange(injectScript(state))}>
          Inject script
        </button>
        <button type="button" className="button" onClick={() => onChange(reloadPage(state))}>
          Load the page anew
        </button>
      </div>
      {isInjected && (
        <Part label="What the script runs">
          <Wire text={script} />
        </Part>
      )}
      <table className={css['rows']}>
        <caption className="visually-hidden">What was found out</caption>
        <thead>
          <tr>
            <th scope="col">Kept in</th>
            <th scope="col">The script gets</th>
            <th scope="col">After a reload</th>
            <th scope="col">From another site</th>
          </tr>
        </thead>
        <tbody>
          {STORES.map((store) => (
            <Row key={store} store={store} state={state} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({
  store,
  state,
}: {
  store: StorageState['store']
  state: StorageState
}): ReactElement {
  const facts = storeFacts[store]
  const isInjected = state.injected.includes(store)
  return (
    <tr>
      <th scope="row">{facts.label}</th>
      <td>{isInjected ? facts.scriptGets : 'Not tried yet.'}</td>
      <td>{state.reloaded.includes(store) ? facts.afterReload : 'Not tried yet.'}</td>
      <td>{isInjected ? facts.otherSite : 'Not tried yet.'}</td>
    </tr>
  )
}
