/** By what else does the user want the token judged: the key it brings, what is expected of it, how much leeway? */
import type { Expectations } from '../judgement/policy.ts'
import { editKey, inspectorStore } from './inspectorStore.ts'

const { setState } = inspectorStore

/** Puts the key that the token itself brings into the box, where it vouches for nobody. */
export function takeBroughtKey(text: string): void {
  editKey({ text, isFromToken: true })
}

export function expect(change: Partial<Expectations>): void {
  setState(({ expected }) => ({ expected: { ...expected, ...change } }))
}

/** Seconds; anything but a number from 0 on counts as 0. */
export function setLeeway(seconds: number): void {
  setState({ leeway: Number.isFinite(seconds) && seconds > 0 ? Math.floor(seconds) : 0 })
}
