/** Where in the product is this? */
import { type ReactElement, Suspense } from 'react'
import { Brand } from '../ui/Brand.tsx'
import { TopBarEnd } from './late.ts'
import type { Route } from './route.ts'
import css from './TopBar.module.css'

const VIEWS = ['Debug', 'Session', 'Learn', 'Attack', 'More']
/** Views that `More` leads to. */
const INSIDE_MORE = new Set(['compare', 'reference'])

export function TopBar({ view }: { view: Route['view'] }): ReactElement {
  return (
    <header className={css['bar']}>
      <div className={css['inner']}>
        <a className={css['brand']} href="#/debug">
          <Brand />
          <span className={css['name']}>JWT Lens</span>
        </a>
        <nav className={css['nav']} aria-label="Main">
          {VIEWS.map((name) => (
            <a key={name} href={`#/${name.toLowerCase()}`} aria-current={placeOf(name, view)}>
              {name}
            </a>
          ))}
        </nav>
        <div className={css['end']}>
          <Suspense>
            <TopBarEnd view={view} />
          </Suspense>
        </div>
      </div>
    </header>
  )
}

/** Of a link: the page itself, or the part of the product that holds it. */
function placeOf(name: string, view: Route['view']): 'page' | 'true' | undefined {
  if (view === name.toLowerCase()) return 'page'
  return name === 'More' && INSIDE_MORE.has(view) ? 'true' : undefined
}
