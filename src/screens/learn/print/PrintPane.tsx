/** What can be printed from the list of lessons, and with what on it? ux.md 6.4. */
import { type ReactElement, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { preferencesStore } from '../../../state/preferencesStore.ts'
import { useLessonToken } from '../useLessonToken.ts'
import { AnatomySheet } from './AnatomySheet.tsx'
import { CompletionSheet } from './CompletionSheet.tsx'
import css from './PrintPane.module.css'

type Sheet = 'anatomy' | 'completion'

export function PrintPane(): ReactElement {
  const finished = useStore(preferencesStore, (state) => state.finished) ?? []
  const token = useLessonToken('readable', null)
  const [sheet, setSheet] = useState<Sheet | null>(null)
  const [hasValues, setValues] = useState(false)
  const [name, setName] = useState('')
  useEffect(() => {
    if (sheet === null) return
    const put = (): void => setSheet(null)
    addEventListener('afterprint', put)
    print()
    return () => removeEventListener('afterprint', put)
  }, [sheet])
  return (
    <section className={css['pane']} aria-labelledby="on-paper">
      <h2 id="on-paper">On paper</h2>
      <div className={css['row']}>
        <button type="button" className="button" onClick={() => setSheet('anatomy')}>
          Print token anatomy
        </button>
        <label>
          <input
            type="checkbox"
            checked={hasValues}
            onChange={(event) => setValues(event.currentTarget.checked)}
          />
          with its values
        </label>
      </div>
      <div className={css['row']}>
        <button type="button" className="button" onClick={() => setSheet('completion')}>
          Print completion sheet
        </button>
        <label>
          <span className="visually-hidden">Name on the sheet</span>
          <input
            className="input"
            placeholder="Name on the sheet"
            autoComplete="off"
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        </label>
      </div>
      {sheet === 'anatomy' && token && <AnatomySheet token={token} hasValues={hasValues} />}
      {sheet === 'completion' && <CompletionSheet name={name} finished={finished} />}
    </section>
  )
}
