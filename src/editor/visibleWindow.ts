/** Which characters of a long, wrapped text can be seen right now? */

export interface Window {
  from: number
  to: number
}

/** Characters drawn beyond either edge, so that a short scroll shows no uncoloured text. */
const MARGIN = 8 * 1024

/** Searches the painted copy for the characters at the frame's upper and lower edge: about 20 measurements each. */
export function visibleWindow(frame: Element, copy: Element, length: number): Window {
  const { top, bottom } = frame.getBoundingClientRect()
  const from = Math.max(0, firstBelow(copy, length, top) - MARGIN)
  return { from, to: Math.min(length, firstBelow(copy, length, bottom) + MARGIN) }
}

/** The first character whose line ends below a height of the viewport, in pixels. */
function firstBelow(copy: Element, length: number, height: number): number {
  const range = document.createRange()
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    const place = nodeAt(copy, middle)
    if (!place) return low
    range.setStart(place.node, place.offset)
    range.setEnd(place.node, Math.min(place.offset + 1, place.node.data.length))
    if (range.getBoundingClientRect().bottom <= height) low = middle + 1
    else high = middle
  }
  return low
}

function nodeAt(root: Node, offset: number): { node: Text; offset: number } | null {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  let left = offset
  for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
    if (left < node.data.length) return { node, offset: left }
    left -= node.data.length
  }
  return null
}
