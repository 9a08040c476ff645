/** How does the page start? It keeps what was typed early, takes over the first screen, then fetches the rest. */
import './styles/palette.css'
import './styles/base.css'
import { hydrateRoot } from 'react-dom/client'
import { App } from './screens/App.tsx'
import { prefetchLate, start } from './start.ts'

const root = document.getElementById('root')
if (root) {
  const typedInto = (label: string): string =>
    root.querySelector<HTMLTextAreaElement>(`[aria-label="${label}"]`)?.value ?? ''
  const files = document.querySelector<HTMLMetaElement>('meta[name="own-files"]')?.content
  start({ token: typedInto('Encoded token'), key: typedInto('Key') })
  hydrateRoot(root, <App />)
  prefetchLate(files?.split(' ') ?? null)
  document.getElementById('not-started')?.remove()
}
