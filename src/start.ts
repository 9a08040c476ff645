/** In which order does the page come alive? */
import { loadEarly, loadFreshPair, loadIntake, loadSample, loadText } from './state/acts.ts'
import { startClock } from './state/clock.ts'
import { editKey, inspectorStore } from './state/inspectorStore.ts'
import { listenForTyping } from './editor/typing.ts'
import { startVerifier } from './state/verifier.ts'
import { listenForPaste } from './screens/pasteAnywhere.ts'
import { loadLateParts } from './screens/late.ts'
import { currentRoute, onRoute, takeTokenFromAddress } from './screens/route.ts'
import { type Assessment, assessPlainly, notLoaded } from './judgement/assessment.ts'
import type * as Late from './judgement/assess.ts'
import type { Subject } from './verification/verdict.ts'
import { readingOf } from './state/inspectorView.ts'

/** What a person typed before the script ran. */
export interface Early {
  token: string
  key: string
}

/** Fills the stores before the first render, so that the first picture is already right. */
export function start(early: Early): void {
  listenForTyping()
  startClock()
  startVerifier(assessSubject)
  listenForPaste()
  if (early.key !== '') editKey({ text: early.key })
  const inLink = takeTokenFromAddress()
  const { sample: asked } = currentRoute()
  if (early.token !== '') loadEarly(early.token)
  else if (inLink !== null) loadText(inLink)
  else if (asked && asked !== 'fresh-pair') void loadSample(asked)
  else loadFreshPair()
  onRoute(({ sample }) => {
    const token = takeTokenFromAddress()
    if (token !== null) loadText(token)
    else if (sample) void loadSample(sample)
  })
}

type Assess = typeof Late.assess
let assess: Assess | null = null

/** The code that reads every form comes with it, so that no form is judged as what it is not. */
async function loadAssess(): Promise<Assess> {
  const [late, { lateCode }] = await Promise.all([
    import('./judgement/assess.ts'),
    import('./state/lateCode.ts'),
  ])
  if (assess === null) {
    assess = late.assess
    inspectorStore.setState({ late: lateCode })
  }
  return assess
}

/** At once where that is possible, and as soon as the rest has arrived where it is not. */
function assessSubject(subject: Subject): Assessment | Promise<Assessment> {
  const reading = readingOf(inspectorStore.getState())
  const plain = assessPlainly(subject, reading)
  if (plain) return plain
  if (assess) return assess(subject, reading)
  return loadAssess().then(
    (late) => late(subject, readingOf(inspectorStore.getState())),
    () => notLoaded,
  )
}

/** Fetches what is loaded late, once the browser has nothing else to do; after that the page asks for nothing. */
export function prefetchLate(ownFiles: readonly string[] | null): void {
  const fetchAll = (): void => {
    void Promise.allSettled([
      loadIntake(),
      loadAssess(),
      loadLateParts(),
      import('./prefetch.ts').then(({ prefetchRest }) => prefetchRest()),
    ]).then(async () => {
      const { markReady } = await import('./state/requests.ts')
      markReady(document.baseURI, ownFiles)
    })
  }
  if (typeof requestIdleCallback === 'function') requestIdleCallback(fetchAll)
  else setTimeout(fetchAll, 200)
}
