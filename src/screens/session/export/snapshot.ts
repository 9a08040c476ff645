/** How does a picture on the screen become one that stands alone, with its colours in it? ux.md 4.11. */
import type { Drawing, Look } from './frameSvg.ts'
import { element, textAt } from './svgText.ts'

const SVG = 'http://www.w3.org/2000/svg'

/** What style sheets say of the lab’s pictures; all else they leave as it is. */
const PROPERTIES = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'paint-order',
  'opacity',
  'font-size',
  'font-weight',
] as const

/** The picture with each style written into its elements; its ids stay, so that patterns are found. */
function inlineStyles(svg: SVGElement): SVGElement {
  const copy = svg.cloneNode(true)
  if (!(copy instanceof SVGElement)) return svg
  const own = [svg, ...svg.querySelectorAll<SVGElement>('*')]
  const copies = [copy, ...copy.querySelectorAll<SVGElement>('*')]
  for (const [index, original] of own.entries()) {
    const style = getComputedStyle(original)
    const target = copies[index]
    if (!target) continue
    for (const name of target.getAttributeNames())
      if (/^(?:class|style|role|aria-.*|data-.*)$/.test(name)) target.removeAttribute(name)
    for (const name of PROPERTIES) target.setAttribute(name, style.getPropertyValue(name))
  }
  return copy
}

const serialize = (node: Node): string => new XMLSerializer().serializeToString(node)

/** An SVG of the page as a part of another one. */
export function drawSvg(svg: SVGSVGElement): Drawing {
  const { width, height } = svg.getBoundingClientRect()
  const copy = inlineStyles(svg)
  copy.setAttribute('xmlns', SVG)
  return { width, height, body: serialize(copy) }
}

/** Words and small drawings of an element, at the places that they have on the page; `patterns` go along. */
export function drawRow(row: HTMLElement): Drawing {
  const ground = row.getBoundingClientRect()
  const pieces: string[] = []
  const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const range = document.createRange()
    range.selectNodeContents(node)
    const box = range.getBoundingClientRect()
    const parent = node.parentElement
    if (parent === null || box.width === 0) continue
    const { color, fontSize, fontWeight } = getComputedStyle(parent)
    const [x, y] = [box.left - ground.left, box.bottom - ground.top - box.height * 0.27]
    const size = Number.parseFloat(fontSize)
    const bold = Number(fontWeight) >= 600
    pieces.push(textAt(x, y, node.textContent ?? '', { fill: color, size, bold }))
  }
  for (const svg of row.querySelectorAll('svg')) {
    const box = svg.getBoundingClientRect()
    const copy = inlineStyles(svg)
    copy.setAttribute('x', String(box.left - ground.left))
    copy.setAttribute('y', String(box.top - ground.top))
    pieces.push(serialize(copy))
  }
  return { width: ground.width, height: ground.height, body: element('g', {}, pieces.join('')) }
}

/** The palette as it stands at this moment. */
export function readLook(): Look {
  const probe = document.createElement('span')
  document.body.append(probe)
  const colour = (name: string): string => {
    probe.style.color = `var(--${name})`
    return getComputedStyle(probe).color
  }
  try {
    return {
      page: colour('page'),
      panel: colour('panel'),
      text: colour('text'),
      muted: colour('muted'),
      rule: colour('rule'),
      accepted: colour('accepted'),
      rejected: colour('rejected'),
      attacker: colour('attacker'),
      sans: getComputedStyle(document.body).fontFamily,
    }
  } finally {
    probe.remove()
  }
}
