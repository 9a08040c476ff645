/** How does one get to a token inside a token, and back? */
import { inspectorStore, nothing } from './inspectorStore.ts'

const { getState, setState } = inspectorStore

/** Shows the token inside; everything about the outer one is put aside, the key stays in the box. */
export function stepInside(token: string): void {
  const { pasted, current, shown, key, sample, box, chosen, detached, exact, outer } = getState()
  setState({
    pasted: {
      raw: token,
      tokens: [token],
      names: [null],
      told: { sentence: 'The token inside the payload.', warnings: [] },
    },
    current: [token],
    shown: 0,
    sample: { ...sample, token: null },
    box: null,
    partEdit: null,
    keyPaste: null,
    chosen: 0,
    detached: nothing.detached,
    exact: nothing.exact,
    outer: [...outer, { pasted, current, shown, key, sample, box, chosen, detached, exact }],
  })
}

/** Shows the token outside again, as it was left, with its own key. */
export function stepOut(): void {
  const { outer } = getState()
  const last = outer.at(-1)
  if (last) setState({ ...last, outer: outer.slice(0, -1), partEdit: null, keyPaste: null })
}

/** `index` counts signatures or recipients of the JSON form from 0. */
export function chooseEntry(index: number): void {
  setState({ chosen: index, partEdit: null })
}

export function editDetached(change: Partial<typeof nothing.detached>): void {
  setState(({ detached }) => ({ detached: { ...detached, ...change } }))
}
