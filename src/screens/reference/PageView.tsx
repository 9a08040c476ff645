/** What does one page of the reference say, and where does the specification say so? */
import type { ReactElement } from 'react'
import { type ReferencePage, type SectionId, SECTIONS } from '../../reference/page.ts'
import css from './ReferenceScreen.module.css'

export function PageView({ page }: { page: ReferencePage }): ReactElement {
  const { section, title, standing, sentence, facts, source } = page
  const isCode = !IN_WORDS.has(section)
  return (
    <article className={css['article']}>
      <p className={css['note']}>
        <a href={`#/ref/${section}`}>{SECTIONS[section]}</a>
        {standing && `, ${standing}`}
      </p>
      <h1 className={isCode ? css['code'] : undefined}>
        <bdi>{title}</bdi>
      </h1>
      <p className={css['lead']}>{sentence}</p>
      <dl className={css['facts']}>
        {facts.map(({ label, text }) => (
          <div key={`${label} ${text}`}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
        {source && (
          <div>
            <dt>Written in</dt>
            <dd>
              <a href={source.url} target="_blank" rel="noreferrer">
                {source.text}
              </a>{' '}
              <span className={css['note']}>opens {new URL(source.url).host}</span>
            </dd>
          </div>
        )}
      </dl>
    </article>
  )
}

/** Their titles are sentences, not names in tokens. */
const IN_WORDS = new Set<SectionId>(['findings', 'messages', 'error'])
