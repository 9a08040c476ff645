/** From what are the explanations drawn? From what the user has given, once the answers to it have been painted. */
import { useDeferredValue } from 'react'
import { useStore } from 'zustand'
import { type Inspector, inspectorStore } from '../../state/inspectorStore.ts'

/** Follows in a render of its own that gives way to typing. */
export function useSettled(): Inspector {
  return useDeferredValue(useStore(inspectorStore))
}
