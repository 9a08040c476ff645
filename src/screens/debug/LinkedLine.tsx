/** What is linked, in words, and how is it pinned and let go? ux.md 3.3. */
import { type ReactElement, useEffect } from 'react'
import { useStore } from 'zustand'
import { BRING_INTO_SIGHT } from '../../editor/field.ts'
import { inspectorStore } from '../../state/inspectorStore.ts'
import { followPin, point, togglePin } from '../../state/linkActs.ts'
import { type LinkSource, linkStore } from '../../state/linkStore.ts'
import { linkableOf, linkedOf } from '../../state/linkView.ts'
import { tellLink, tellLinkName } from '../../token/tellLink.ts'
import css from './LinkedLine.module.css'
import { useLink } from './useLink.ts'
import { useLinkedPlace } from './useLinkedPlace.ts'
import { Walk } from './Walk.tsx'

export function LinkedLine(): ReactElement {
  const linked = useLink()
  const stop = useStore(linkStore, (state) => state.walk)
  const missing = useStore(linkStore, (state) => state.missing)
  useLinkedPlace()
  useEffect(listen, [])
  useEffect(() => {
    if (linked && SHOWN.has(linked.source)) bringIntoSight()
  }, [linked])
  const name = linked ? tellLinkName(linked.link) : ''
  const isPinned = linked?.source === 'pin'
  return (
    <div className={css['line']}>
      <p role="status" aria-label="Linked" data-part={linked?.link.part}>
        {linked && (
          <>
            <b>{name}</b>
            {tellLink(linked.link).slice(name.length)}
          </>
        )}
        {!linked && missing}
      </p>
      {linked && (isPinned || linked.source === 'caret') && (
        <button
          type="button"
          className="link"
          data-keeps-link
          aria-pressed={isPinned}
          // the field keeps its focus, and so its caret its link
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => togglePin(linked.link)}
        >
          {isPinned ? 'Unpin' : 'Pin'}
        </button>
      )}
      {stop !== null && <Walk />}
    </div>
  )
}

/** What the pointer or the caret is on stands in sight already. */
const SHOWN = new Set<LinkSource>(['pin', 'walk', 'focus'])

/** Scrolls the token box, and nothing else, to the first linked character. */
function bringIntoSight(): void {
  const mark = document.querySelector('#token-box [data-tone~="link-start"]')
  const frame = document.querySelector('#token-box > *')
  // a rich field draws only what is in sight, so that it alone knows the way
  frame?.dispatchEvent(new Event(BRING_INTO_SIGHT))
  if (!mark || !frame) return
  const place = mark.getBoundingClientRect()
  const sight = frame.getBoundingClientRect()
  if (place.top < sight.top || place.bottom > sight.bottom)
    frame.scrollTop += place.top - (sight.top + sight.height / 2)
}

/** What holds for the whole page: a field that is left links nothing, Esc lets go, and a pin follows its claim. */
function listen(): () => void {
  const stopFollowing = inspectorStore.subscribe((after, before) => {
    if (linkableOf(after).text === linkableOf(before).text) return
    const linked = linkedOf(before, linkStore.getState())
    if (linked?.source === 'pin') followPin(linked.link)
  })
  document.addEventListener('focusout', onFocusOut)
  document.addEventListener('keydown', onKeyDown)
  return () => {
    document.removeEventListener('focusout', onFocusOut)
    document.removeEventListener('keydown', onKeyDown)
    stopFollowing()
  }
}

function onFocusOut({ relatedTarget }: FocusEvent): void {
  const isKept = relatedTarget instanceof Element && relatedTarget.closest('[data-keeps-link]')
  if (!isKept) point('caret', null)
}

function onKeyDown(event: KeyboardEvent): void {
  const { walk, ranges } = linkStore.getState()
  if (event.key !== 'Escape' || event.defaultPrevented || walk !== null || !ranges.pin) return
  if (!document.querySelector('dialog[open]')) point('pin', null)
}
