/** What does the header or the payload say, and how is it edited in place? decisions.md A2, D. */
import { grouped } from '../../token/grouped.ts'
import { type ReactElement, useDeferredValue } from 'react'
import { useStore } from 'zustand'
import { CodeField } from '../../editor/CodeField.tsx'
import { SHOWN_WHOLE } from '../../editor/field.ts'
import { inspectorStore, type PaneName } from '../../state/inspectorStore.ts'
import { linkStore } from '../../state/linkStore.ts'
import { endPartEdit, showExactText } from '../../state/tokenActs.ts'
import {
  isEdited,
  foundOf,
  paneOf,
  readingOf,
  partOf,
  isVerified,
  type Pane,
} from '../../state/inspectorView.ts'
import { paneMarksOf } from '../../state/marks.ts'
import { DEEPEST_LAYOUT } from '../../token/projection.ts'
import type { TextSegment } from '../../token/readToken.ts'
import { StateMark } from '../../ui/StateMark.tsx'
import { LateFaults } from '../late.ts'
import css from './PartPane.module.css'
import section from './Section.module.css'

const NAMES = { header: 'Header', payload: 'Payload' } as const

export function PartPane({ pane }: { pane: PaneName }): ReactElement {
  const live = useStore(inspectorStore)
  // a link that moves in another field changes nothing here
  useStore(linkStore, () => JSON.stringify(live.late?.linkMarksOf(live, pane)))
  const settled = useDeferredValue(live)
  // while somebody types elsewhere, that field is painted first
  const isOwnEdit = [live, settled].some(({ partEdit }) => partEdit?.pane === pane)
  const inspector = isEdited(live) && !isOwnEdit ? settled : live
  const reading = readingOf(inspector)
  const segment = partOf(inspector, pane)
  const found = foundOf(inspector)
  const shown = paneOf(inspector, pane)
  const asHex = segment?.decoded.fault && inspector.late?.hexDump(segment.bytes)
  const name = NAMES[pane]
  const isUnverified = pane === 'payload' && segment !== null && !isVerified(inspector)
  return (
    <section
      id={pane}
      className={section['section']}
      data-part={pane}
      aria-label={name}
      tabIndex={-1}
    >
      <div className={section['head']}>
        <span className={section['badge']} aria-hidden="true">
          {name.charAt(0)}
        </span>
        <h2>{name}</h2>
        <span className={section['meta']} id={`${pane}-meta`}>
          {segment && tellSize(segment, shown)}
        </span>
        {shown && shown.isExact !== null && (
          <button
            type="button"
            className={`link ${section['end']}`}
            aria-pressed={shown.isExact}
            onClick={() => showExactText(pane, !shown.isExact)}
          >
            Exact text
          </button>
        )}
      </div>
      {isUnverified && (
        <p className={css['unverified']}>
          <StateMark state="warning" />
          Unverified: anyone could have written this.
        </p>
      )}
      <div className={css['text']} data-empty={segment === null || undefined}>
        <CodeField
          label={`${name} JSON`}
          className={css['field'] ?? ''}
          wrap="none"
          value={asHex ?? shown?.projection.text ?? ''}
          marks={(from, to) => paneMarksOf(inspector, pane, from, to)}
          placeholder={placeholderFor(pane, reading.form)}
          isReadOnly={!shown || !inspector.late || segment?.isApart === true}
          describedBy={`${pane}-meta`}
          onEdit={({ text }) =>
            shown &&
            segment &&
            found &&
            inspector.late?.editPart(pane, { found, segment, projection: shown.projection }, text)
          }
          onBlur={endPartEdit}
          {...inspector.late?.linkField(pane)}
        />
      </div>
      <LateFaults faults={reading.faults} place={pane} />
    </section>
  )
}

function tellSize({ bytes, decoded, json }: TextSegment, shown: Pane | null): string {
  const size = `${grouped(bytes.length)} ${bytes.length === 1 ? 'byte' : 'bytes'}`
  if (decoded.fault) return `${size}, shown as hex`
  if (decoded.text.length > SHOWN_WHOLE) return `${size}, only the beginning is shown`
  if (shown?.projection.isLaidOut) return `${size}, layout added for reading`
  if (json.root === null || shown?.isExact !== null) return size
  const deep =
    json.depth > DEEPEST_LAYOUT ? `${grouped(json.depth)} levels are too deep` : 'too long'
  return `${size}, shown as it is: ${deep} to lay out`
}

function placeholderFor(pane: PaneName, form: string): string {
  if (form === 'empty') return pane === 'header' ? 'How it was signed' : 'What it says'
  if (form === 'jwe' && pane === 'payload')
    return 'Encrypted: only the holder of the key can read it.'
  return 'Nothing here'
}
