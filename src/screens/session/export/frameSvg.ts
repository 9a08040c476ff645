/** Which sheet does a picture of the lab go out on: title above, parameters, time and link below? ux.md 4.11. */
import type { Caption } from '../../../simulation/caption.ts'
import { element, escapeXml, textAt, wrapWords } from './svgText.ts'

/** Colours and faces as they are on the screen at this moment, resolved. */
export interface Look {
  readonly page: string
  readonly panel: string
  readonly text: string
  readonly muted: string
  readonly rule: string
  readonly accepted: string
  readonly rejected: string
  readonly attacker: string
  readonly sans: string
}

/** A part of the picture: elements as text, and the room they take in pixels. */
export interface Drawing {
  readonly width: number
  readonly height: number
  readonly body: string
}

const PAD = 32
const LINE = 18
/** Pixels that a character of the footer takes at most. */
const CHARACTER = 6.4

/** A whole SVG document that needs nothing from anywhere else. The parts stand one under the other. */
export function frameSvg(
  { title, question, settings, time, link }: Caption,
  parts: readonly Drawing[],
  look: Look,
): { text: string; width: number; height: number } {
  const width = Math.max(480, ...parts.map((part) => part.width))
  const most = Math.floor((width - 2 * PAD) / CHARACTER)
  const titles = wrapWords(title, Math.floor(most * 0.7))
  const asked = question === null ? [] : wrapWords(question, most)
  const rows: string[] = []
  let y = 20
  for (const line of titles) {
    y += 24
    rows.push(textAt(PAD, y, line, { fill: look.text, size: 18, bold: true }))
  }
  for (const line of asked) {
    y += LINE + 2
    rows.push(textAt(PAD, y, line, { fill: look.muted, size: 13 }))
  }
  y += 20
  for (const { body, height } of parts) {
    rows.push(element('g', { transform: `translate(0 ${y})` }, body))
    y += height
  }
  y += 12
  rows.push(element('path', { d: `M${PAD} ${y}h${width - 2 * PAD}`, stroke: look.rule }))
  y += 6
  const footer = [settings.join(' · '), time, link].flatMap((words) => wrapWords(words, most))
  for (const line of footer) {
    y += LINE
    rows.push(textAt(PAD, y, line, { fill: look.muted, size: 12 }))
  }
  const height = Math.ceil(y + 20)
  const ground = element('rect', { width, height, fill: look.page })
  const name = element('title', {}, escapeXml(title))
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    'font-family': look.sans,
    role: 'img',
  }
  return { text: `${element('svg', attributes, name + ground + rows.join(''))}\n`, width, height }
}
