/** How does a run read as a Markdown page: its events in a table, its exchanges to the letter? CommonMark 0.31, GFM tables. */
import type { Caption } from './caption.ts'
import { stepsOf } from './steps.ts'
import { EVENT_COLUMNS, tellEntry } from './tellEntry.ts'
import type { Timeline } from './timeline.ts'
import { requestText, responseText } from './transcript.ts'

const MOST_ROWS = 2000
const MOST_EXCHANGES = 200

/** Lines ended by LF. Tokens stand in it whole: they are the lab’s own, signed with a key that everybody knows. */
export function writeMarkdown(timeline: Timeline, caption: Caption): string {
  return [
    `# ${escapeInline(caption.title)}`,
    ...(caption.question === null ? [] : [`**${escapeInline(caption.question)}**`]),
    caption.settings.map((line) => `- ${escapeInline(line)}`).join('\n'),
    `Playhead: ${escapeInline(caption.time)}. <${caption.link.replaceAll(/[<>\s]/g, encodeURIComponent)}>`,
    '## Events',
    writeTable(timeline),
    '## Exchanges',
    ...writeExchanges(timeline),
  ]
    .join('\n\n')
    .concat('\n')
}

function writeTable({ entries, scenario }: Timeline): string {
  const rows = entries.slice(0, MOST_ROWS).map((entry) => {
    const { time, actor, action, token, status, why } = tellEntry(entry, scenario)
    return writeRow([time, actor, action, token, status, why])
  })
  const rest = entries.length - rows.length
  const table = [writeRow(EVENT_COLUMNS), writeRow(EVENT_COLUMNS.map(() => '---')), ...rows].join(
    '\n',
  )
  return rest > 0 ? `${table}\n\n${rest} more events are left out.` : table
}

export const writeRow = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => (cell === '---' ? cell : escapeInline(cell))).join(' | ')} |`

function writeExchanges(timeline: Timeline): string[] {
  const steps = stepsOf(timeline).filter(({ entry }) => entry.exchange !== null)
  const kept = steps.slice(0, MOST_EXCHANGES)
  const texts = kept.flatMap(({ entry, count }) => {
    const { time, actor, action, why } = tellEntry(entry, timeline.scenario)
    const { exchange } = entry
    if (exchange === null) return []
    const before = count > 1 ? `The last of ${count} alike calls. ` : ''
    return [
      `### ${escapeInline(`${time} ${actor} ${action}`)}`,
      `${before}${escapeInline(why)}`,
      fence(`${requestText(exchange, 'HTTP').trimEnd()}\n\n${responseText(exchange)}`),
    ]
  })
  const rest = steps.length - kept.length
  return rest > 0 ? [...texts, `${rest} more exchanges are left out.`] : texts
}

/** Longer than any row of backticks in the text. */
function fence(text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map(({ length }) => length))
  const ticks = '`'.repeat(longest + 1)
  return `${ticks}http\n${text}\n${ticks}`
}

/** On one line, and nothing in it means anything to Markdown, HTML or a table. */
export function escapeInline(text: string): string {
  return text
    .replaceAll(/[\\`*_[\]|<>&~#]/g, String.raw`\$&`)
    .replaceAll(/\s+/g, ' ')
    .trim()
}
