/** Which small picture stands for a lesson in the list? It says nothing that the title does not. */
import type { ReactElement } from 'react'
import css from './Glyph.module.css'

/** Of 84 × 28; `fill` and `line` name the colours. */
type Shape =
  | { box: [x: number, y: number, width: number, height: number]; fill?: string; line?: string }
  | { dot: [x: number, y: number, radius: number]; fill?: string; line?: string }
  | { path: string; line: string }

const box = (x: number, y: number, width: number, height: number, fill: string): Shape => ({
  box: [x, y, width, height],
  fill,
})
const frame = (x: number, y: number, width: number, height: number, line: string): Shape => ({
  box: [x + 0.75, y + 0.75, width - 1.5, height - 1.5],
  line,
})
const path = (d: string, line = 'control'): Shape => ({ path: d, line })
const dot = (x: number, y: number, radius: number, fill: string): Shape => ({
  dot: [x, y, radius],
  fill,
})
const ring = (x: number, y: number, radius: number, line: string): Shape => ({
  dot: [x, y, radius],
  line,
})

const GLYPHS: Readonly<Record<string, readonly Shape[]>> = {
  meet: [
    box(0, 10, 18, 8, 'header'),
    box(21, 10, 42, 8, 'payload'),
    box(66, 10, 18, 8, 'signature'),
  ],
  readable: [
    ...[0, 28, 56].map((x) => frame(x, 3, 28, 10, 'payload')),
    ...[0, 21, 42, 63].map((x) => box(x, 16, 19, 8, 'payload')),
  ],
  header: [
    box(0, 10, 18, 8, 'header'),
    path('M22 14h14m0 0q8 0 12-7h8m-20 7q8 0 12 7h8'),
    dot(62, 7, 4, 'signature'),
    dot(62, 21, 4, 'signature'),
    ring(75, 21, 4, 'signature'),
  ],
  claims: [
    box(0, 4, 84, 5, 'payload'),
    box(0, 12, 54, 5, 'payload'),
    frame(0, 20, 36, 6, 'payload'),
  ],
  signature: [
    box(0, 10, 18, 8, 'payload'),
    frame(20, 9, 9, 10, 'payload'),
    box(31, 10, 20, 8, 'payload'),
    frame(55, 9, 16, 10, 'signature'),
    path('M76 10l7 8m0-8l-7 8', 'rejected'),
  ],
  why: [box(0, 5, 9, 7, 'payload'), box(0, 16, 84, 7, 'control')],
  carry: [
    box(0, 10, 10, 8, 'header'),
    box(12, 10, 48, 8, 'payload'),
    frame(62, 10, 22, 8, 'payload'),
    path('M61 3v22'),
  ],
  issuer: [
    ring(8, 14, 6, 'control'),
    ring(42, 14, 6, 'control'),
    ring(76, 14, 6, 'control'),
    path('M17 11h15m-4-3.5l4 3.5-4 3.5M51 14h15m-4-3.5l4 3.5-4 3.5'),
  ],
  lifetimes: [
    ...[0, 16, 32].map((x) => box(x, 5, 14, 7, 'access')),
    box(0, 16, 58, 7, 'refresh'),
    path('M61 13l3 3.5-3 3.5 3 3.5m3-10.5l3 3.5-3 3.5 3 3.5'),
    box(72, 16, 12, 7, 'refresh'),
  ],
  leak: [
    box(0, 4, 50, 7, 'refresh'),
    path('M34 11v9h8', 'attacker'),
    box(44, 17, 38, 7, 'refresh'),
    frame(43, 16, 40, 9, 'attacker'),
  ],
  django: [
    path('M0 5h26M6 14h30M6 23h22'),
    path('M44 5h10q6 0 6 9t6 9m-22-9h22'),
    dot(74, 14, 5, 'access'),
  ],
  production: [
    frame(0, 7, 20, 14, 'control'),
    frame(32, 7, 20, 14, 'control'),
    frame(64, 7, 20, 14, 'control'),
    path('M20 14h11M52 14h11'),
  ],
  project: [
    path('M1 6l3 3 5-6M1 20l3 3 5-6M49 6l3 3 5-6', 'accepted'),
    path('M16 6h26M16 20h20M64 6h20M64 20h16'),
    frame(48, 15, 10, 10, 'control'),
  ],
}

export function Glyph({ slug }: { slug: string }): ReactElement {
  return (
    <svg
      className={css['glyph']}
      viewBox="0 0 84 28"
      width="84"
      height="28"
      aria-hidden="true"
      data-glyph
    >
      {GLYPHS[slug]?.map((shape) => (
        <Drawn key={JSON.stringify(shape)} shape={shape} />
      ))}
    </svg>
  )
}

const colour = (name: string | undefined): string =>
  name === undefined ? 'none' : `var(--${name})`

function Drawn({ shape }: { shape: Shape }): ReactElement {
  if ('path' in shape) return <path d={shape.path} style={{ stroke: colour(shape.line) }} />
  const style = { fill: colour(shape.fill), stroke: colour(shape.line) }
  if ('dot' in shape) {
    const [cx, cy, r] = shape.dot
    return <circle cx={cx} cy={cy} r={r} style={style} />
  }
  const [x, y, width, height] = shape.box
  return <rect x={x} y={y} width={width} height={height} style={style} />
}
