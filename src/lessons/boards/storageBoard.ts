/** What does a script get that slipped into the page, depending on where the token is kept? Nothing is really stored. */
import { COOKIE_OF_PAGE, WEB_STORAGE } from '../webStorage.ts'

export const STORES = ['memory', 'web storage', 'HttpOnly cookie'] as const

export type Store = (typeof STORES)[number]

export interface StorageState {
  store: Store
  /** The stores in which the script was let loose. */
  injected: readonly Store[]
  /** The stores in which the page was loaded anew. */
  reloaded: readonly Store[]
}

export interface StoreFacts {
  label: string
  /** The line the app writes to keep the token. */
  code: string
  /** What the script runs. */
  script: string
  /** Whether the script holds the token itself afterwards. */
  isTokenRead: boolean
  scriptGets: string
  isKept: boolean
  afterReload: string
  /** Whether a request from another site carries the token without being asked to. */
  isSentUnasked: boolean
  otherSite: string
}

export const storeFacts: Readonly<Record<Store, StoreFacts>> = {
  memory: {
    label: 'A variable',
    code: 'let access = answer.access',
    script: 'send(window.access)',
    isTokenRead: false,
    scriptGets:
      'undefined: the variable belongs to the app’s module. But the script can press the app’s buttons and wait for its next request.',
    isKept: false,
    afterReload: 'The variable is gone. The app needs the refresh token or a login.',
    isSentUnasked: false,
    otherSite: 'Another site cannot add the header: nothing is sent for it.',
  },
  'web storage': {
    label: WEB_STORAGE,
    code: `${WEB_STORAGE}.setItem('access', answer.access)`,
    script: `send(${WEB_STORAGE}.getItem('access'))`,
    isTokenRead: true,
    scriptGets: 'The whole token. It works on any computer in the world until its exp.',
    isKept: true,
    afterReload: 'The token is still there, also tomorrow.',
    isSentUnasked: false,
    otherSite: 'Another site cannot add the header: nothing is sent for it.',
  },
  'HttpOnly cookie': {
    label: 'A cookie with HttpOnly',
    code: 'Set-Cookie: access=…; HttpOnly; Secure; SameSite=Lax',
    script: `send(${COOKIE_OF_PAGE})`,
    isTokenRead: false,
    scriptGets:
      'An empty text: scripts cannot see it. But requests from this page carry the cookie, so the script can act as the user while the page is open.',
    isKept: true,
    afterReload: 'The browser still has the cookie.',
    isSentUnasked: true,
    otherSite:
      'The browser adds the cookie by itself. SameSite holds most of it back; forms still need a CSRF check.',
  },
}

export const chooseStore = (state: StorageState, store: Store): StorageState => ({
  ...state,
  store,
})

export const injectScript = (state: StorageState): StorageState => ({
  ...state,
  injected: withOne(state.injected, state.store),
})

export const reloadPage = (state: StorageState): StorageState => ({
  ...state,
  reloaded: withOne(state.reloaded, state.store),
})

const withOne = (stores: readonly Store[], store: Store): readonly Store[] =>
  stores.includes(store) ? stores : [...stores, store]
