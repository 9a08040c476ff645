/** In which order does the page come alive? */
import { loadSample } from './state/acts.ts'
import { startClock } from './state/clock.ts'
import { editKey, inspectorStore, keepEarly, takeIn } from './state/inspectorStore.ts'
import { loadPreferences } from './state/preferencesStore.ts'
import { markReady, watchRequests } from './state/requests.ts'
import { followTheme } from './state/theme.ts'
import { startVerifier } from './state/verifier.ts'
import { currentRoute, onRoute, takeTokenFromAddress } from './screens/route.ts'
import { verifySignature } from './verification/verifySignature.ts'
import { readingOf } from './state/inspectorView.ts'

/** What a person typed before the script ran. */
export interface Early {
  token: string
  key: string
}

/** Fills the stores before the first render, so that the first picture is already right. */
export function start(early: Early, ownFiles: readonly string[] | null): void {
  loadPreferences()
  followTheme()
  startClock()
  watchRequests(document.baseURI, ownFiles)
  startVerifier((subject) => verifySignature(subject, readingOf(inspectorStore.getState())))
  if (early.key !== '') editKey({ text: early.key })
  const inLink = takeTokenFromAddress()
  if (early.token !== '') keepEarly(early.token)
  else if (inLink !== null) takeIn(inLink)
  else void loadSample(currentRoute().sample ?? 'fresh-pair')
  onRoute(({ sample }) => {
    if (sample) void loadSample(sample)
  })
}

/** Fetches what is loaded late, once the browser has nothing else to do; after that the page asks for nothing. */
export function prefetchLate(): void {
  const fetchAll = (): void => {
    void Promise.allSettled([
      import('./verification/verifyAsymmetric.ts'),
      import('./verification/mintKeyPairToken.ts'),
    ]).then(markReady)
  }
  if (typeof requestIdleCallback === 'function') requestIdleCallback(fetchAll)
  else setTimeout(fetchAll, 200)
}
