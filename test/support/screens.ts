/** What does every component test start from and leave behind? Nothing on the page, nothing in a store. */
// oxlint-disable-next-line import/no-unassigned-import -- adds its matchers to expect
import '@testing-library/jest-dom/vitest'
import { cleanup } from '@testing-library/react'
import { afterEach } from 'vitest'
import { clock } from '../../src/state/clock.ts'
import { compareStore } from '../../src/state/compareStore.ts'
import { inspectorStore } from '../../src/state/inspectorStore.ts'
import { preferencesStore } from '../../src/state/preferencesStore.ts'
import { presenterStore } from '../../src/state/presenter.ts'
import { requestStore } from '../../src/state/requests.ts'

afterEach(() => {
  cleanup()
  inspectorStore.setState(inspectorStore.getInitialState(), true)
  compareStore.setState(compareStore.getInitialState(), true)
  clock.setState(clock.getInitialState(), true)
  preferencesStore.setState(preferencesStore.getInitialState(), true)
  presenterStore.setState(presenterStore.getInitialState(), true)
  requestStore.setState(requestStore.getInitialState(), true)
  localStorage.clear()
  location.hash = ''
})
