/** How do many pages of the reference stand together, each with its sentence? */
import type { ReactElement } from 'react'
import { pageAddress, type ReferencePage, SECTIONS } from '../../reference/page.ts'
import css from './ReferenceScreen.module.css'

interface Props {
  pages: readonly ReferencePage[]
  label: string
  /** True where the pages come from several sections, so that each names its own. */
  hasSections?: boolean
}

export function PageList({ pages, label, hasSections = false }: Props): ReactElement {
  return (
    <ul aria-label={label} className={css['list']}>
      {pages.map(({ section, id, title, standing, sentence }) => (
        <li key={`${section} ${id}`}>
          <a href={pageAddress(section, id)}>
            <bdi>{title}</bdi>
          </a>
          <p>{sentence}</p>
          <span className={css['standing']}>{hasSections ? SECTIONS[section] : standing}</span>
        </li>
      ))}
    </ul>
  )
}
