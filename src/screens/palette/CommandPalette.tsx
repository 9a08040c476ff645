/** How is anything on the page found by its name, with keys alone? ux.md 6.1, WAI-ARIA combobox with a listbox. */
import { type KeyboardEvent, type ReactElement, useEffect, useId, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { loadReference } from '../../reference/library.ts'
import type { ReferencePage } from '../../reference/page.ts'
import { inspectorStore } from '../../state/inspectorStore.ts'
import { grouped } from '../../token/grouped.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { goTo } from '../route.ts'
import css from './CommandPalette.module.css'
import { type Command, findCommands, MOST_COMMANDS } from './findCommands.ts'
import { gatherCommands } from './gatherCommands.ts'

export function CommandPalette({ onClose }: { onClose: () => void }): ReactElement {
  const pages = useReference()
  const inspector = useStore(inspectorStore)
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const id = useId()
  const found = findCommands(gatherCommands(inspector, pages), query)
  const chosen = Math.min(at, found.length - 1)

  const pick = ({ address, act }: Command): void => {
    // the focus goes back first, so that the act can put it elsewhere
    list.current?.closest('dialog')?.close()
    goTo(address)
    act?.()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const target = STEPS[event.key]?.(chosen, found.length)
    if (target !== undefined) {
      event.preventDefault()
      setAt(target)
      list.current?.children[target]?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'Enter') {
      event.preventDefault()
      const command = found[chosen]
      if (command) pick(command)
    }
  }

  return (
    <Dialog title="Go to" onClose={onClose}>
      <input
        className={`input ${css['field']}`}
        type="text"
        role="combobox"
        aria-label="View, sample, claim, session or page"
        aria-expanded={found.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={found[chosen] && `${id}-${chosen}`}
        placeholder="exp, expired, RS256, rotation …"
        autoComplete="off"
        spellCheck={false}
        value={query}
        onKeyDown={onKeyDown}
        onChange={({ currentTarget }) => {
          setQuery(currentTarget.value)
          setAt(0)
        }}
      />
      <div ref={list} id={`${id}-list`} role="listbox" aria-label="Found" className={css['list']}>
        {found.map((command, index) => (
          // the field has the keys
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={command.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            className={css['option']}
            onPointerMove={() => setAt(index)}
            onClick={() => pick(command)}
          >
            <span className={css['name']}>{command.name}</span>
            <span className={css['detail']}>{command.detail}</span>
            <span className={css['group']}>{command.group}</span>
          </div>
        ))}
      </div>
      <p role="status" className={css['count']}>
        {tellCount(found.length)}
      </p>
    </Dialog>
  )
}

/** Where each key leads in a list of so many. */
const STEPS: Record<string, (at: number, count: number) => number> = {
  ArrowDown: (at, count) => (at + 1) % Math.max(1, count),
  ArrowUp: (at, count) => (at + count - 1) % Math.max(1, count),
  PageDown: (at, count) => Math.min(at + 8, count - 1),
  PageUp: (at) => Math.max(at - 8, 0),
}

function tellCount(count: number): string {
  if (count === 0) return 'Nothing here has such a name. Try a claim, an algorithm or a sample.'
  if (count === MOST_COMMANDS) return `The first ${MOST_COMMANDS}. Type on to find less.`
  return `${grouped(count)} found.`
}

/** The pages of the reference; none until they have arrived, and none where they do not. */
function useReference(): readonly ReferencePage[] {
  const [pages, setPages] = useState<readonly ReferencePage[]>([])
  useEffect(() => {
    void loadReference().then(setPages, () => undefined)
  }, [])
  return pages
}
