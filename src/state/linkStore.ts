/** Which bytes does somebody point at, and by which means? ux.md 3.3. */
import { createStore } from 'zustand/vanilla'
import type { ByteRange } from '../token/carrier.ts'

/** The first that points at something counts: what was pinned stays, whatever the pointer passes. */
export const LINK_SOURCES = ['pin', 'walk', 'focus', 'caret', 'hover'] as const

export type LinkSource = (typeof LINK_SOURCES)[number]

export interface LinkState {
  /** The token that the ranges are about; they count for no other. */
  token: string
  ranges: Partial<Record<LinkSource, ByteRange | null>>
  /** The stop of the walk through the token, from 0; null while nobody walks. */
  walk: number | null
  /** What the address led to in vain, in a sentence. */
  missing?: string | null
  /** What was copied last of what is linked, in a sentence. */
  copied?: string | null
}

export const linkStore = createStore<LinkState>(() => ({ token: '', ranges: {}, walk: null }))
