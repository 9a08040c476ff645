/** Which acts are there on the token as a whole? */
import { type ReactElement, useState } from 'react'
import { useStore } from 'zustand'
import { SAMPLE_IDS } from '../../samples/sampleIds.ts'
import { SAMPLES } from '../../samples/samples.ts'
import { loadSample, loadText } from '../../state/acts.ts'
import { forgetEverything } from '../../state/forget.ts'
import { boxTextOf, inspectorStore } from '../../state/inspectorStore.ts'
import { redact, redactionStore } from '../../state/redaction.ts'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { MenuButton } from '../../ui/MenuButton.tsx'
import { useDropAnywhere } from '../useDropAnywhere.ts'
import './redacted.css'
import { ShareDialog } from './ShareDialog.tsx'
import { WalkButton } from './link/WalkButton.tsx'

export function TokenTools(): ReactElement {
  useDropAnywhere(loadText)
  const [isSharing, setSharing] = useState(false)
  const isEmpty = useStore(inspectorStore, (state) => boxTextOf(state) === '')
  const isRedacted = useStore(redactionStore, (state) => state.isRedacted)
  return (
    <>
      <MenuButton
        label="Samples"
        items={SAMPLES}
        onPick={(picked) => {
          const id = SAMPLE_IDS.find((candidate) => candidate === picked)
          if (id) void loadSample(id)
        }}
      >
        Samples
        <Icon name="down" />
      </MenuButton>
      <WalkButton />
      <a className="quiet" href="#/compare">
        <Icon name="compare" />
        <span>Compare</span>
      </a>
      <CopyButton
        label="Copy token"
        text={() => boxTextOf(inspectorStore.getState())}
        isDisabled={isEmpty}
      />
      <button type="button" className="quiet" disabled={isEmpty} onClick={() => setSharing(true)}>
        <Icon name="share" />
        <span>Share</span>
      </button>
      {isRedacted && (
        <button type="button" className="quiet" onClick={() => redact(false)}>
          <Icon name="eye" />
          <span>Show again</span>
        </button>
      )}
      <button
        type="button"
        className="quiet"
        aria-label="Clear everything"
        onClick={forgetEverything}
      >
        <Icon name="clear" />
        <span>Clear everything</span>
      </button>
      {isSharing && <ShareDialog onClose={() => setSharing(false)} />}
    </>
  )
}
