/** Which editor do the fields show just now? architecture.md B.5. */
import type { ComponentType } from 'react'
import { createStore } from 'zustand/vanilla'
import type { FieldProps } from './field.ts'

export interface Engine {
  /** null while the plain field stands. */
  Rich: ComponentType<FieldProps> | null
  /** The label of a field that is being typed in, and so is not exchanged yet. */
  held: string | null
  /** True where the rich one did not arrive. */
  hasFailed: boolean
}

export const engineStore = createStore<Engine>(() => ({ Rich: null, held: null, hasFailed: false }))
