/** How is the sequence drawn: who says what to whom, from top to bottom? ux.md 4.6. */
import { pathOf, type Step, stepsOf } from '../../../simulation/steps.ts'
import { tellEntry } from '../../../simulation/tellEntry.ts'
import type { Timeline } from '../../../simulation/timeline.ts'
import type { Drawing, Look } from './frameSvg.ts'
import { element, textAt } from './svgText.ts'

const ROW = 44
const HEAD = 36
const WIDTH = 880
/** More would be a picture that nobody can open. */
const MOST_STEPS = 200

/** Where each stands, pixels. */
const PLACES = { app: 220, server: 500, thief: 780 }

/** The steps around the playhead where the run has too many; `count` is how many of its entries have happened. */
export function drawSequence(timeline: Timeline, count: number, look: Look): Drawing {
  const steps = stepsOf(timeline)
  const current = steps.findIndex(({ place }) => place >= count)
  const first = Math.max(0, Math.min(current - MOST_STEPS / 2, steps.length - MOST_STEPS))
  const shown = steps.slice(first, first + MOST_STEPS)
  const hasThief = timeline.entries.some(({ actor }) => actor === 'thief')
  const places = Object.entries(PLACES).filter(([name]) => hasThief || name !== 'thief')
  const height = HEAD + shown.length * ROW + 24
  const names = { app: 'App', server: 'Server', thief: 'Thief' }
  const columns = places.map(([name, x]) => {
    const fill = name === 'thief' ? look.attacker : look.text
    const title = name === 'app' ? names.app : name === 'server' ? names.server : names.thief
    return (
      textAt(x, 16, title, { fill, size: 13, bold: true, anchor: 'middle' }) +
      element('path', {
        d: `M${x} 24V${height - 20}`,
        stroke: look.rule,
        'stroke-dasharray': '2 3',
      })
    )
  })
  const rows = shown.map((step, index) => {
    const isCurrent = step.place - step.count < count && count <= step.place
    const y = HEAD + index * ROW
    const ground = isCurrent
      ? element('rect', { x: 16, y, width: WIDTH - 32, height: ROW, fill: look.panel })
      : ''
    return ground + drawStep(step, timeline, y, look)
  })
  const left = steps.length - shown.length
  const rest =
    left > 0
      ? textAt(32, height - 4, `${left} more steps are left out.`, { fill: look.muted, size: 12 })
      : ''
  return { width: WIDTH, height, body: columns.join('') + rows.join('') + rest }
}

function drawStep({ entry, count }: Step, { scenario }: Timeline, y: number, look: Look): string {
  const { time, action, token, status } = tellEntry(entry, scenario)
  const path = pathOf(entry)
  const [what = ''] = action.split(':')
  const words = `${count > 1 ? `${count} calls` : what} ${token}`.trim()
  const isRefused = status !== '' && status !== '200'
  const colour = path === 'thief' || path === 'copy' ? look.attacker : look.text
  const [from, until] =
    path === 'thief'
      ? [PLACES.thief, PLACES.server]
      : path === 'copy'
        ? [PLACES.app, PLACES.thief]
        : [PLACES.app, PLACES.server]
  const middle = (from + until) / 2
  const when = textAt(32, y + 26, time, { fill: look.muted, size: 12 })
  if (path === 'own')
    return when + textAt(middle, y + 26, words, { fill: look.text, size: 12, anchor: 'middle' })
  const ahead = until > from ? 1 : -1
  const end = until - 6 * ahead
  const arrow =
    element('path', {
      d: `M${from + 6 * ahead} ${y + 24}H${end}`,
      stroke: colour,
      'stroke-width': 1.2,
      'stroke-dasharray': path === 'copy' ? '4 3' : undefined,
    }) +
    element('path', {
      d: `M${end} ${y + 20}l${5 * ahead} 4 ${-5 * ahead} 4z`,
      fill: colour,
    })
  const answer = status === '' ? '' : count > 1 ? '✓ all 200' : `${isRefused ? '✕' : '✓'} ${status}`
  return [
    when,
    textAt(middle, y + 18, words, { fill: colour, size: 12, anchor: 'middle' }),
    arrow,
    textAt(middle, y + 38, answer, {
      fill: isRefused ? look.rejected : look.accepted,
      size: 12,
      bold: true,
      anchor: 'middle',
    }),
  ].join('')
}
