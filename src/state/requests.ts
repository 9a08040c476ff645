/** Which requests has this page made that are not for its own files? */
import { createStore } from 'zustand/vanilla'

export interface Requests {
  /** Addresses that were asked for or refused by the policy, in order; queries and fragments cut off. */
  foreign: readonly string[]
  /** True once all code that the debugger needs has arrived; from then on there are no requests at all. */
  isReady: boolean
}

export const requestStore = createStore<Requests>(() => ({ foreign: [], isReady: false }))

/** Where the attempts to leak go that the Privacy page makes when asked to: no such host can ever exist (RFC 6761 §6.4). */
export const LEAK_TARGET = 'https://leak.invalid/'
/** Of a frame the browser reports the origin alone. */
const ATTEMPT = /^(?:https|wss):\/\/leak\.invalid(?:\/|$)/

/** Whether an address is one of the build's own files, at any time before the page is ready. */
export function isOwnFile(address: string, base: string, files: readonly string[]): boolean {
  const { origin, pathname } = new URL(address, base)
  const folder = new URL('.', base)
  if (origin !== folder.origin || !pathname.startsWith(folder.pathname)) return false
  const name = pathname.slice(folder.pathname.length)
  return name === '' || files.includes(name)
}

/**
 * All code has arrived: looks back at what the browser loaded and watches what it loads or refuses from now on.
 * `files` is the build's own list; without one (dev) all of the origin counts as own.
 */
export function markReady(base: string, files: readonly string[] | null): void {
  const note = (address: string): void => {
    const cut = address.split(/[?#]/, 1)[0] ?? ''
    if (ATTEMPT.test(cut)) return
    requestStore.setState(({ foreign }) => ({ foreign: [...foreign, cut] }))
  }
  const readyAt = performance.getEntriesByType('resource').length
  let seen = 0
  new PerformanceObserver((list) => {
    for (const { name } of list.getEntries()) {
      const isEarly = seen++ < readyAt
      const isOwn = files ? isOwnFile(name, base, files) : name.startsWith(new URL(base).origin)
      if (!isOwn || (files && !isEarly)) note(name)
    }
  }).observe({ type: 'resource', buffered: true })
  addEventListener('securitypolicyviolation', (event) => note(event.blockedURI))
  requestStore.setState({ isReady: true })
}
