/** How does the page look and listen while it is presented? ux.md 4.10. */
import { useEffect } from 'react'
import { useStore } from 'zustand'
import { linkStore } from '../state/linkStore.ts'
import { endPresenting, followFullScreen, freeze, presenterStore } from '../state/presenter.ts'
import { preferencesStore } from '../state/preferencesStore.ts'
import { endWalk, walkTo } from '../state/walk.ts'
import type { Route } from './route.ts'
import './present.css'
import { useRestingPointer } from './useRestingPointer.ts'

export function usePresenter(view: Route['view']): void {
  const isOn = useStore(presenterStore, (state) => state.isOn)
  const isCovered = useStore(presenterStore, (state) => state.card !== null)
  useRestingPointer(isOn)
  useEffect(followFullScreen, [])
  useEffect(() => {
    if (!isOn) return
    const root = document.documentElement
    root.setAttribute('data-present', '')
    return () => root.removeAttribute('data-present')
  }, [isOn])
  useEffect(() => {
    if (!isOn || view !== 'debug' || linkStore.getState().walk !== null) return
    walkTo(0)
    return endWalk
  }, [isOn, view])
  useEffect(() => {
    document.documentElement.toggleAttribute('data-covered', isCovered)
  }, [isCovered])
  useEffect(() => {
    if (!isOn) return
    // the lab has keys of its own, which come first
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || document.querySelector('dialog[open]')) return
      if (event.key === 'Escape') endPresenting()
      else if (event.key === '.' && preferencesStore.getState().hasSingleKeys) freeze()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [isOn])
}
