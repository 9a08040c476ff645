/** What does each claim, header parameter, algorithm, media type, finding and message mean? contract.md `#/ref`. */
import { type ReactElement, useDeferredValue, useEffect, useRef, useState } from 'react'
import {
  pageAddress,
  pageNamed,
  readPageAddress,
  type ReferencePage,
  SECTIONS,
} from '../../reference/page.ts'
import { type Search, searchPages } from '../../reference/search.ts'
import { grouped } from '../../token/grouped.ts'
import { quoted, visible } from '../../token/visible.ts'
import { goTo, useFragment } from '../route.ts'
import { PageList } from './PageList.tsx'
import { PageView } from './PageView.tsx'
import css from './ReferenceScreen.module.css'

export function ReferenceScreen(): ReactElement {
  const fragment = useFragment()
  const pages = useReference()
  // what was searched for leads to a page, and is done with there
  const [search, setSearch] = useState({ text: '', fragment })
  const query = search.fragment === fragment ? search.text : ''
  const settled = useDeferredValue(query)
  const { section, id } = readPageAddress(fragment)
  useBeginningOf(fragment)
  return (
    <div className={css['page']}>
      <div className={css['head']}>
        <input
          type="search"
          className={`input ${css['search']}`}
          aria-label="Search the reference"
          placeholder="Search the reference"
          autoComplete="off"
          spellCheck={false}
          value={query}
          onChange={(event) => setSearch({ text: event.currentTarget.value, fragment })}
          onKeyDown={(event) => event.key === 'Enter' && openFirst(pages, query)}
        />
        <nav aria-label="Reference" className={css['sections']}>
          {Object.entries(SECTIONS).map(([name, title]) => (
            <a
              key={name}
              href={`#/ref/${name}`}
              aria-current={name === section && query === '' ? 'page' : undefined}
            >
              {title}
            </a>
          ))}
        </nav>
      </div>
      {pages === 'loading' && <p className={css['note']}>The reference is still arriving.</p>}
      {pages === 'missing' && (
        <p className={css['note']}>The reference did not load. Reload the page.</p>
      )}
      {typeof pages !== 'string' &&
        (query.trim() === '' ? (
          <Shown pages={pages} section={section} id={id} />
        ) : (
          <Found {...searchPages(pages, settled)} query={settled} />
        ))}
    </div>
  )
}

/** Enter leads to the page that answers best. */
function openFirst(pages: readonly ReferencePage[] | string, query: string): void {
  const [first] = typeof pages === 'string' ? [] : searchPages(pages, query).pages
  if (first) goTo(pageAddress(first.section, first.id))
}

/** Whoever follows a link begins at the top of the page it leads to, also with the keyboard. */
function useBeginningOf(fragment: string): void {
  const shown = useRef(fragment)
  useEffect(() => {
    if (shown.current === fragment) return
    shown.current = fragment
    document.getElementById('main')?.focus({ preventScroll: true })
    scrollTo(0, 0)
  }, [fragment])
}

/** The pages, once they have arrived. */
function useReference(): readonly ReferencePage[] | 'loading' | 'missing' {
  const [pages, setPages] = useState<readonly ReferencePage[] | 'loading' | 'missing'>('loading')
  useEffect(() => {
    void import('../../reference/library.ts')
      .then(({ loadReference }) => loadReference())
      .then(setPages, () => setPages('missing'))
  }, [])
  return pages
}

/** More results than these are counted. */
const MOST = 80

function Found({ pages, by, words, query }: Search & { query: string }): ReactElement {
  return (
    <>
      <h1 className="visually-hidden">Reference</h1>
      <p className={css['note']} role="status">
        {tellFound(pages.length, by, quoted(query.trim()), quoted(words))}
        {pages.length > MOST && ` The first ${MOST} are shown.`}
      </p>
      <PageList pages={pages.slice(0, MOST)} label="Found" hasSections />
    </>
  )
}

function tellFound(count: number, by: Search['by'], asked: string, words: string): string {
  const pages = count === 1 ? '1 page' : `${grouped(count)} pages`
  if (count === 0) return `No page holds ${asked}.`
  if (by === 'nearest') return `No page holds ${asked}; ${words} is on ${pages}.`
  if (by === 'some') return `No page holds all of ${asked}; a part of it is on ${pages}.`
  return `${pages}.`
}

function Shown({
  pages,
  section,
  id,
}: ReturnType<typeof readPageAddress> & { pages: readonly ReferencePage[] }): ReactElement {
  if (section === null) return <Unsorted pages={pages} word={id} />
  const own = pages.filter((page) => page.section === section)
  const page = pageNamed(pages, section, id)
  if (page) return <PageView page={page} />
  return (
    <>
      <h1>{SECTIONS[section]}</h1>
      {id !== '' && (
        <p className={css['note']}>The reference has no page for ‘{visible(id.slice(0, 100))}’.</p>
      )}
      <PageList pages={own} label={SECTIONS[section]} />
    </>
  )
}

/** An address without a section leads to the contents, with any other word to what is found by it. */
function Unsorted({
  pages,
  word,
}: {
  pages: readonly ReferencePage[]
  word: string
}): ReactElement {
  const found = searchPages(pages, word)
  if (found.pages.length > 0) return <Found {...found} query={word} />
  return (
    <>
      {word !== '' && (
        <p className={css['note']}>
          The reference has nothing on ‘{visible(word.slice(0, 100))}’, which the address asks for.
        </p>
      )}
      <Contents pages={pages} />
    </>
  )
}

const ABOUT = {
  claims: 'What stands in the payload: the registered names, and those of 29 providers.',
  parameters: 'What stands in the header.',
  algorithms: 'The values of alg and enc.',
  'media-types': 'The values of typ.',
  findings: 'The rules by which tokens are judged, and where each is written.',
  messages: 'What this page can say, each with an example’s values.',
  error: 'The twenty that people meet most, each with a number to quote.',
} as const satisfies Record<keyof typeof SECTIONS, string>

function Contents({ pages }: { pages: readonly ReferencePage[] }): ReactElement {
  return (
    <>
      <h1>Reference</h1>
      <p className={css['lead']}>
        {grouped(pages.length)} pages, all of them here: nothing is asked of any server.
      </p>
      <ul aria-label="Sections" className={css['contents']}>
        {pages
          .filter((page, index) => pages[index - 1]?.section !== page.section)
          .map(({ section }) => (
            <li key={section}>
              <a href={pageAddress(section, '')}>{SECTIONS[section]}</a>
              <span className={css['note']}>
                {pages.filter((page) => page.section === section).length}
              </span>
              <p>{ABOUT[section]}</p>
            </li>
          ))}
      </ul>
    </>
  )
}
