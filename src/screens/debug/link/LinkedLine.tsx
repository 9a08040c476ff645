/** What is linked, in words, and how is it pinned and let go? ux.md 3.3. */
import { type ReactElement, useEffect } from 'react'
import { useStore } from 'zustand'
import { tellPartner } from '../../../disclosure/digestPlaces.ts'
import { BRING_INTO_SIGHT } from '../../../editor/field.ts'
import { togglePin } from '../../../state/linkActs.ts'
import { type LinkSource, linkStore } from '../../../state/linkStore.ts'
import { tellLink, tellLinkName } from '../../../token/tellLink.ts'
import { listenForLeaving } from './leaveText.ts'
import { listenForRungs } from '../rungLinks.ts'
import { copyValue, listenForLinks } from './linkKeys.ts'
import css from './LinkedLine.module.css'
import { useLink } from './useLink.ts'
import { useLinkedPlace } from './useLinkedPlace.ts'
import { Walk } from './Walk.tsx'

export function LinkedLine(): ReactElement {
  const linked = useLink()
  const stop = useStore(linkStore, (state) => state.walk)
  const missing = useStore(linkStore, (state) => state.missing)
  const copied = useStore(linkStore, (state) => state.copied)
  useLinkedPlace()
  useEffect(listenForLinks, [])
  useEffect(listenForLeaving, [])
  useEffect(listenForRungs, [])
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
            {linked.partner && tellPartner(linked.link, linked.partner)}
          </>
        )}
        {!linked && missing}
      </p>
      {linked && (isPinned || linked.source === 'caret') && (
        <span
          data-keeps-link
          className={css['acts']}
          // the field keeps its focus, and so its caret its link
          onPointerDown={(event) => event.preventDefault()}
        >
          <button
            type="button"
            className="link"
            aria-pressed={isPinned}
            onClick={() => togglePin(linked.link)}
          >
            {isPinned ? 'Unpin' : 'Pin'}
          </button>
          <button type="button" className="link" onClick={() => void copyValue(linked.link)}>
            Copy value
          </button>
        </span>
      )}
      <span role="status" aria-label="Copied">
        {copied}
      </span>
      {stop !== null && <Walk />}
    </div>
  )
}

/** What the pointer or the caret is on stands in sight already. */
const SHOWN = new Set<LinkSource>(['pin', 'walk', 'focus'])

/** Scrolls the token box, and nothing else, to the first linked character. */
function bringIntoSight(): void {
  const mark = document.querySelector(
    '#token-box [data-tone~="link-start"]:not([data-tone~="partner"])',
  )
  const frame = document.querySelector('#token-box > *')
  // a rich field draws only what is in sight, so that it alone knows the way
  frame?.dispatchEvent(new Event(BRING_INTO_SIGHT))
  if (!mark || !frame) return
  const place = mark.getBoundingClientRect()
  const sight = frame.getBoundingClientRect()
  if (place.top < sight.top || place.bottom > sight.bottom)
    frame.scrollTop += place.top - (sight.top + sight.height / 2)
}
