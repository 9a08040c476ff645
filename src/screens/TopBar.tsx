/** Where in the product is this? */
import { type ReactElement, Suspense } from 'react'
import { Brand } from '../ui/Brand.tsx'
import { TopBarEnd } from './late.ts'
import type { Route } from './route.ts'
import css from './TopBar.module.css'

const VIEWS = ['Debug', 'Session', 'Learn', 'Attack', 'More']

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
            <a
              key={name}
              href={`#/${name.toLowerCase()}`}
              aria-current={view === name.toLowerCase() ? 'page' : undefined}
            >
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
