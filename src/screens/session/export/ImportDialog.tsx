/** How does a session that Export wrote come back? By paste or by file; what cannot be read is explained and stays. */
import { type ReactElement, useId, useState } from 'react'
import { readSessionJson, tellJsonFault } from '../../../state/sessionJson.ts'
import { openLink } from '../../../state/sessionStore.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import css from './ExportMenu.module.css'

export function ImportDialog({ onClose }: { onClose: () => void }): ReactElement {
  const [text, setText] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const faultId = useId()
  const open = (json: string): void => {
    const reading = readSessionJson(json)
    if ('fault' in reading) return setFault(tellJsonFault(reading.fault))
    openLink(reading.link)
    onClose()
  }
  const openFile = async (file: File | undefined): Promise<void> => {
    if (!file) return
    try {
      const json = await file.text()
      setText(json)
      open(json)
    } catch {
      setFault('The browser could not read this file. Open it elsewhere and paste its text.')
    }
  }
  return (
    <Dialog title="Open a session" onClose={onClose}>
      <label>
        Session JSON
        <textarea
          className={`input ${css['field']}`}
          spellCheck={false}
          autoComplete="off"
          placeholder={'{"v":1,"preset":"rotation-theft","params":{},"edits":[],"playhead":900}'}
          value={text}
          aria-invalid={fault !== null}
          aria-describedby={fault === null ? undefined : faultId}
          onChange={(event) => {
            setText(event.currentTarget.value)
            setFault(null)
          }}
        />
      </label>
      <p id={faultId} role="alert" className={css['fault']} data-state="fail">
        {fault}
      </p>
      <div className={css['acts']}>
        <button type="button" className="button" onClick={() => open(text)}>
          Open session
        </button>
        <label>
          <span className="visually-hidden">Session file</span>
          <input
            type="file"
            className={css['file']}
            accept=".json,application/json"
            onChange={(event) => void openFile(event.currentTarget.files?.[0])}
          />
        </label>
      </div>
    </Dialog>
  )
}
