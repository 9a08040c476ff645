/** In which order does the page come alive? */
import { loadEarly, loadFreshPair, loadIntake, loadSample, loadText } from './state/acts.ts'
import { startClock } from './state/clock.ts'
import { editKey, inspectorStore } from './state/inspectorStore.ts'
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
  const { sample: asked } = currentRoute()
  if (early.token !== '') loadEarly(early.token)
  else if (inLink !== null) loadText(inLink)
  else if (asked && asked !== 'fresh-pair') void loadSample(asked)
  else loadFreshPair()
  onRoute(({ sample }) => {
    if (sample) void loadSample(sample)
  })
}

/** Fetches what is loaded late, once the browser has nothing else to do; after that the page asks for nothing. */
export function prefetchLate(): void {
  const fetchAll = (): void => {
    void Promise.allSettled([
      loadIntake(),
      import('./samples/makeSample.ts'),
      import('./verification/verifyAsymmetric.ts'),
      import('./verification/mintKeyPairToken.ts'),
    ]).then(markReady)
  }
  if (typeof requestIdleCallback === 'function') requestIdleCallback(fetchAll)
  else setTimeout(fetchAll, 200)
}
