/** Which of the tokens that were found is shown? */
import type { ReactElement } from 'react'
import { useStore } from 'zustand'
import { inspectorStore } from '../../state/inspectorStore.ts'
import { tabNamesOf } from '../../state/tabNames.ts'
import { showToken } from '../../state/tokenActs.ts'
import { Tabs } from '../../ui/Tabs.tsx'

export function TokenTabs(): ReactElement {
  const inspector = useStore(inspectorStore)
  return (
    <Tabs
      label="Tokens"
      names={tabNamesOf(inspector)}
      chosen={inspector.shown}
      controls="token-box"
      onChoose={showToken}
    />
  )
}
