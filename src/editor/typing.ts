/** Is something being written into a plain field just now, and what stood there before? Heard from the first script on. */
import { COLOURED_WHOLE } from './field.ts'

export const typing = {
  isComposing: false,
  /** When something was last written, milliseconds of the page's own clock. */
  at: 0,
}

/** What came within this many milliseconds of the same kind of input is undone together. */
const SAME_STEP = 1000

const earlier = new WeakMap<EventTarget, string[]>()
let kind = ''

/** The texts of a field before each step of writing, the oldest first; not kept of long texts. */
export function textsBefore(area: HTMLTextAreaElement): readonly string[] {
  return earlier.get(area) ?? []
}

/** Text that stands in a field already was typed before this script ran. */
export function listenForTyping(): void {
  for (const area of document.querySelectorAll('textarea')) if (area.value) earlier.set(area, [''])
  for (const type of ['compositionstart', 'compositionend', 'beforeinput'])
    addEventListener(type, note, true)
}

function note(event: Event): void {
  const { target, timeStamp, type } = event
  const isSoon = timeStamp - typing.at < SAME_STEP
  typing.at = timeStamp
  if (!(event instanceof InputEvent)) {
    typing.isComposing = type === 'compositionstart'
    return
  }
  if (!(target instanceof HTMLTextAreaElement)) return
  const { inputType } = event
  const texts = earlier.get(target) ?? []
  const { value } = target
  // two pastes are two steps, however soon
  const isSame = isSoon && inputType === kind && !inputType.includes('From')
  if (value.length > COLOURED_WHOLE) texts.length = 0
  else if (inputType === 'historyUndo') texts.pop()
  else if (!isSame || texts.length === 0) texts.push(value)
  kind = inputType
  earlier.set(target, texts)
}
