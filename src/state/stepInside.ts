/** How does one get to a token inside a token, or to one of a lesson, and back? */
import { inspectorStore, nothing, type Outer } from './inspectorStore.ts'

const { getState, setState } = inspectorStore

/** Shows the token inside; everything about the outer one is put aside, the key stays in the box. */
export function stepInside(token: string): void {
  putInFront(token, 'The token inside the payload.', {})
}

/** A lesson's token with its key, in front of the learner's own; `stepOut` brings that back with its key. */
export function showLessonToken(token: string, key: string | null, name: string): void {
  if (getState().outer.at(-1)?.isBehindLesson) stepOut()
  const sentence = `${name}, from the lesson. Your own is one press away, as you left it.`
  putInFront(token, sentence, { isBehindLesson: true })
  setState({ sample: { token: null, key: key === null ? null : 'lesson' } })
  setState({ key: { text: key ?? '', encoding: 'utf8', isFromToken: false } })
}

function putInFront(token: string, sentence: string, why: Pick<Outer, 'isBehindLesson'>): void {
  const { pasted, current, shown, key, sample, box, chosen, detached, exact, outer } = getState()
  setState({
    pasted: { raw: token, tokens: [token], names: [null], told: { sentence, warnings: [] } },
    current: [token],
    shown: 0,
    sample: { ...sample, token: null },
    box: null,
    partEdit: null,
    keyPaste: null,
    chosen: 0,
    detached: nothing.detached,
    exact: nothing.exact,
    outer: [
      ...outer,
      { pasted, current, shown, key, sample, box, chosen, detached, exact, ...why },
    ],
  })
}

/** Shows the token outside again, as it was left, with its own key. */
export function stepOut(): void {
  const { outer } = getState()
  const last = outer.at(-1)
  if (!last) return
  const { isBehindLesson: _why, ...own } = last
  setState({ ...own, outer: outer.slice(0, -1), partEdit: null, keyPaste: null })
}

/** `index` counts signatures or recipients of the JSON form from 0. */
export function chooseEntry(index: number): void {
  setState({ chosen: index, partEdit: null })
}

export function editDetached(change: Partial<typeof nothing.detached>): void {
  setState(({ detached }) => ({ detached: { ...detached, ...change } }))
}
