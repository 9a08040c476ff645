/** Which keys and which changes of the page keep, let go and copy what is linked? ux.md 6.1. */
import { inspectorStore } from '../../../state/inspectorStore.ts'
import { currentToken, followPin, point, togglePin } from '../../../state/linkActs.ts'
import { linkStore } from '../../../state/linkStore.ts'
import { linkableOf, linkedOf } from '../../../state/linkView.ts'
import { preferencesStore } from '../../../state/preferencesStore.ts'
import { type Link, readLink, valueOf } from '../../../token/link.ts'
import { tellLinkName } from '../../../token/tellLink.ts'
import { isTyping } from './isTyping.ts'

/** What holds for the whole page: a field that is left links nothing, keys act, and a pin follows its claim. */
export function listenForLinks(): () => void {
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

/** Puts what the linked bytes say on the clipboard, and says whether the browser let it. */
export async function copyValue(link: Link): Promise<void> {
  const name = tellLinkName(link)
  const copied = await navigator.clipboard.writeText(valueOf(currentToken(), link) ?? '').then(
    () => `Copied the value of ${name}.`,
    () => 'The browser refused to copy. Select the text and copy it yourself.',
  )
  linkStore.setState({ copied })
}

function onFocusOut({ relatedTarget }: FocusEvent): void {
  const isKept = relatedTarget instanceof Element && relatedTarget.closest('[data-keeps-link]')
  if (!isKept) point('caret', null)
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented) return
  if (event.key === 'Escape') letGo()
  else onLetter(event)
}

function letGo(): void {
  const { walk, ranges } = linkStore.getState()
  if (walk === null && ranges.pin && !document.querySelector('dialog[open]')) point('pin', null)
}

/** Acts on what the focus or the pointer is on, else on what is pinned. */
function onLetter(event: KeyboardEvent): void {
  const act = LETTERS[event.key.toLowerCase()]
  if (!act || !preferencesStore.getState().hasSingleKeys || isTyping(event.target)) return
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const { token, ranges } = linkStore.getState()
  const current = currentToken()
  const range = ranges.focus ?? ranges.hover ?? ranges.pin
  const link = range && token === current.text ? readLink(current, range) : null
  if (!link) return
  event.preventDefault()
  act(link)
}

const LETTERS: Record<string, (link: Link) => void> = {
  l: togglePin,
  c: (link) => void copyValue(link),
}
