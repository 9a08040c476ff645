/** What does a field that goes leave to the one that comes in its place? Arrives late. architecture.md B.5. */
import { textsBefore } from './typing.ts'

/** Offsets are UTF-16 code units from 0. */
export interface Leaving {
  from: number
  to: number
  /** True where the selection was made from its end. */
  isBackward: boolean
  hasFocus: boolean
  /** Pixels. */
  scrollTop: number
  /** The texts that undo goes back through, the oldest first. */
  texts: readonly string[]
}

const left = new Map<string, Leaving>()

/** Every plain field of the page, by its accessible name; a rich one has a text area too, which is none. */
export function plainFields(): HTMLTextAreaElement[] {
  const areas = [...document.querySelectorAll<HTMLTextAreaElement>('textarea[aria-label]')]
  return areas.filter((area) => area.closest('[data-rich]') === null)
}

/** Remembers how a plain field stands, just before it goes. */
export function leavePlain(area: HTMLTextAreaElement): void {
  left.set(area.getAttribute('aria-label') ?? '', {
    from: area.selectionStart,
    to: area.selectionEnd,
    isBackward: area.selectionDirection === 'backward',
    hasFocus: document.activeElement === area,
    scrollTop: area.parentElement?.scrollTop ?? 0,
    texts: textsBefore(area),
  })
}

/** How the field of that name stood; once. */
export function takeOver(label: string): Leaving | null {
  const leaving = left.get(label) ?? null
  left.delete(label)
  return leaving
}

/** A rich field goes: the plain one that now stands in its place goes on where it was. */
export function leaveRich(
  label: string,
  { from, to, isBackward, hasFocus, scrollTop }: Leaving,
): void {
  // once the page has been redrawn
  queueMicrotask(() => {
    const area = plainFields().find((field) => field.getAttribute('aria-label') === label)
    if (!area) return
    area.setSelectionRange(from, to, isBackward ? 'backward' : 'forward')
    if (area.parentElement) area.parentElement.scrollTop = scrollTop
    if (hasFocus) area.focus({ preventScroll: true })
  })
}
