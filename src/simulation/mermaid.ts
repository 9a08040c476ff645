/** How does a run read as the text of a Mermaid sequence diagram? mermaid.js.org, “Sequence diagrams”. */
import type { Caption } from './caption.ts'
import { pathOf, type Step, stepsOf } from './steps.ts'
import { tellEntry } from './tellEntry.ts'
import { tellInstant } from './tellInstant.ts'
import type { Timeline } from './timeline.ts'

/** Renderers refuse texts that are much longer than this many steps. */
const MOST_STEPS = 300

/** Lines ended by LF. What would end a message or begin a comment is written as its code. */
export function writeMermaid(
  timeline: Timeline,
  { title, question, settings, link }: Caption,
): string {
  const steps = stepsOf(timeline)
  const hasThief = timeline.entries.some(({ actor }) => actor === 'thief')
  const kept = steps.slice(0, MOST_STEPS)
  const lines = [
    'sequenceDiagram',
    'actor Alice',
    'participant App',
    'participant Server',
    ...(hasThief ? ['participant Thief'] : []),
    ...[title, question ?? '', settings.join(', '), link]
      .filter((text) => text !== '')
      .map((text) => `Note over Alice,Server: ${escape(text)}`),
    ...kept.flatMap((step) => writeStep(step, timeline)),
  ]
  if (steps.length > kept.length)
    lines.push(`Note over Alice,Server: ${steps.length - kept.length} more steps are left out`)
  return `${lines.join('\n    ')}\n`
}

function writeStep({ entry, count, from }: Step, { scenario }: Timeline): string[] {
  const { time, action, token, status, why } = tellEntry(entry, scenario)
  const path = pathOf(entry)
  if (path === 'copy') return [`App-)Thief: ${escape(`${time} ${action} ${token}`)}`]
  if (path === 'own') {
    const who = entry.actor === 'user' ? 'Alice' : entry.actor === 'app' ? 'App' : 'Thief'
    return [`Note over ${who}: ${escape(`${time} ${action}`)}`]
  }
  const who = entry.actor === 'thief' ? 'Thief' : 'App'
  const [sent = '', gained] = token.split(' → ')
  if (count > 1) {
    const span = `${tellInstant(from)} to ${time}`
    return [
      `${who}->>Server: ${escape(`${span}, ${count} calls with ${sent}`)}`,
      `Server-->>${who}: 200 each time`,
    ]
  }
  const isLogin = entry.act === 'login'
  const [brought, with_] = isLogin
    ? [token, '']
    : [gained ?? '', sent === '' ? '' : ` with ${sent}`]
  const isRefused = status !== '200'
  return [
    ...(isLogin ? [`Alice->>App: ${escape(`${time} password`)}`] : []),
    `${who}->>Server: ${escape(`${time} ${action}${with_}`)}`,
    `Server-${isRefused ? '-x' : '->>'}${who}: ${escape([status, isRefused ? why : brought].join(' ').trim())}`,
  ]
}

/** Mermaid reads `#35;` as the character of that number. */
function escape(text: string): string {
  return text
    .replaceAll(/[#;%<>{}]/g, (sign) => `#${sign.charCodeAt(0)};`)
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/\bend\b/gi, (word) => `#${word.charCodeAt(0)};${word.slice(1)}`)
}
