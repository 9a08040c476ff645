/** Which view does the address name, with which settings? The one file that reads and writes the address bar. */
import { useSyncExternalStore } from 'react'
import { SAMPLE_IDS, type SampleId } from '../samples/sampleIds.ts'
import { visible } from '../token/visible.ts'

export interface Route {
  /** The reference, the lab, the lessons and the attack lab read their own part of the address. */
  view: 'debug' | 'privacy' | 'compare' | 'reference' | 'session' | 'learn' | 'attack' | 'more'
  sample: SampleId | null
  /** The examples to compare; only where the view is compare. */
  samples?: SampleId[]
  /** Where in the token the link leads, as it is written: `claim:exp`, `chars:p.31-52`; and the stop of a walk. */
  focus?: string
  walk?: string
  /** What the link asks for that this page does not know, in words. */
  unknown: string[]
}

/** Names under which a token may stand in the fragment of a link. */
const TOKEN_NAMES = ['token', 'id_token', 'access_token', 't']

/** Views that read the rest of their address themselves. */
const OWN_ADDRESS = ['session', 'learn', 'attack', 'more'] as const

/** Reads a fragment such as `#/debug?sample=rs256`; anything unknown is named and changes nothing. */
export function readRoute(fragment: string): Route {
  const [path = '', query = ''] = fragment.replace(/^#/, '').split('?', 2)
  const route: Route = { view: 'debug', sample: null, unknown: [] }
  for (const view of OWN_ADDRESS) if (path.split('/')[1] === view) return { ...route, view }
  if (path === '/privacy') route.view = 'privacy'
  else if (/^\/ref(?:erence)?(?:\/|$)/.test(path)) route.view = 'reference'
  else if (path === '/compare') {
    route.view = 'compare'
    route.samples = []
  } else if (path !== '' && path !== '/' && path !== '/debug' && path.startsWith('/'))
    route.unknown.push(`the page ${visible(path)}`)
  for (const [name, value] of new URLSearchParams(query)) {
    if (name === 'focus' || name === 'walk') route[name] = value
    else if (name !== 'sample') route.unknown.push(`the setting ${visible(name)}`)
    else
      for (const asked of route.samples ? value.split(',') : [value]) {
        const sample = SAMPLE_IDS.find((id) => id === asked)
        if (!sample) route.unknown.push(`the sample ${visible(asked)}`)
        else if (route.samples) route.samples.push(sample)
        else route.sample = sample
      }
  }
  return route
}

/** A token in the fragment (`#token=…`, `#access_token=…`, `#/debug?t=…`); null where there is none. */
export function tokenInFragment(fragment: string): string | null {
  // in the lab, t is an instant
  if (/^#\/(?!debug)/.test(fragment)) return null
  const parameters = new URLSearchParams(fragment.replace(/^#(\/debug\?)?/, ''))
  for (const name of TOKEN_NAMES) {
    const token = parameters.get(name)
    if (token) return token
  }
  return null
}

/** Takes a token out of the address bar, so that it does not stay there. Null where there is none. */
export function takeTokenFromAddress(): string | null {
  const token = tokenInFragment(location.hash)
  if (token !== null) history.replaceState(null, '', '#/debug')
  return token
}

/** The route at this moment. */
export function currentRoute(): Route {
  return readRoute(location.hash)
}

const subscribe = (onChange: () => void): (() => void) => {
  addEventListener('hashchange', onChange)
  return () => removeEventListener('hashchange', onChange)
}

let lastRoute = ''

/** The last fragment that named a route; one that names a place on the page (`#main`) leaves the view as it is. */
function routeFragment(): string {
  const { hash } = location
  if (hash === '' || hash.startsWith('#/')) lastRoute = hash
  return lastRoute
}

/** The fragment of the route, followed as it changes; before the page has started, empty. */
export function useFragment(): string {
  return useSyncExternalStore(subscribe, routeFragment, () => '')
}

/** The address names this frame of the view that is open, without a new step of the browser’s history. */
export function keepInAddress(fragment: string): void {
  history.replaceState(null, '', fragment)
}

/** Goes to another view or to another part of this one, as a link would. */
export function goTo(fragment: string): void {
  location.hash = fragment
}

/** Calls back whenever the address names another route. */
export function onRoute(act: (route: Route) => void): void {
  subscribe(() => act(currentRoute()))
}
