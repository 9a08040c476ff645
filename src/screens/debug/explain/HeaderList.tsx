/** What does each header parameter say? RFC 7515 §4.1. */
import { type ReactElement, useEffect, useState } from 'react'
import { explainParameter } from '../../../header/explainParameter.ts'
import { type HeaderLibrary, loadHeaderLibrary } from '../../../header/headerLibrary.ts'
import { pageAddress } from '../../../reference/page.ts'
import { isVerified, readingOf } from '../../../state/inspectorView.ts'
import { type JsonMember, stringMember } from '../../../token/jsonText.ts'
import css from './HeaderList.module.css'
import { useSettled } from '../useSettled.ts'

/** More parameters than these are left to the pane. */
const MOST = 30
/** A longer name has no page. */
const LONGEST_NAME = 200

export function HeaderList(): ReactElement {
  const inspector = useSettled()
  const header = readingOf(inspector).joseHeader
  const isProven = isVerified(inspector)
  const library = useHeaderLibrary()
  const members = header?.members.slice(0, MOST) ?? []
  if (members.length === 0) return <p className={css['none']}>No parameters to read.</p>
  const typ = stringMember(header, 'typ')
  return (
    <ul aria-label="Header parameters" className={css['list']}>
      {members.map((member, index) => {
        const { name, sentence } = explainParameter(member, isProven)
        const note = library && tellMore(library, member, typ)
        return (
          // oxlint-disable-next-line react/no-array-index-key -- a name may stand twice
          <li key={`${index} ${name}`} aria-label={name} className={css['parameter']}>
            <a href={pageAddress('parameters', member.name.slice(0, LONGEST_NAME))}>{name}</a>
            <p>
              {sentence} {note && <span className={css['note']}>{note}</span>}
            </p>
          </li>
        )
      })}
    </ul>
  )
}

/** null until the registry has arrived; without it the parameters keep their own sentences. */
function useHeaderLibrary(): HeaderLibrary | null {
  const [library, setLibrary] = useState<HeaderLibrary | null>(null)
  useEffect(() => {
    void loadHeaderLibrary().then(setLibrary, () => undefined)
  }, [])
  return library
}

/** Of the type what it means; of a parameter that has no sentence of its own here, what it is for. */
function tellMore(
  library: HeaderLibrary,
  { name, value }: JsonMember,
  typ: string | null,
): string | null {
  if (name === 'typ') return typ === null ? null : (library.mediaTypeOf(typ)?.explanation ?? null)
  const entry = library.parameterNamed(name)
  if (entry === null) return 'No standard here names this parameter.'
  return SAID.has(name) && value.kind !== 'null' ? null : entry.explanation
}

/** Their sentences say what they are for. */
const SAID = new Set('alg enc kid jku x5u x5c jwk epk crit b64 zip cty p2c'.split(' '))
