/** In which forms does the picture of real tokens go out, and do the tokens go with it? ux.md 4.11: only where asked for. */
import { type ReactElement, useState } from 'react'
import { tellIso } from '../../../claims/isoInstant.ts'
import { type Observation, rowsOf } from '../../../claims/observe.ts'
import type { Caption } from '../../../simulation/caption.ts'
import { escapeInline, writeRow } from '../../../simulation/markdown.ts'
import { EVENT_COLUMNS } from '../../../simulation/tellEntry.ts'
import { Icon } from '../../../ui/Icon.tsx'
import { MenuButton } from '../../../ui/MenuButton.tsx'
import { addressOf } from '../address.ts'
import { frameSvg } from '../export/frameSvg.ts'
import { drawPng, saveFile, saveText } from '../export/saveFile.ts'
import { drawSvg, readLook } from '../export/snapshot.ts'
import css from './Observed.module.css'

const ITEMS = [
  { id: 'png', label: 'PNG picture', note: 'in twice its size' },
  { id: 'svg', label: 'SVG picture', note: 'its text stays text' },
  { id: 'markdown', label: 'Markdown', note: 'what is known, as a table' },
  { id: 'print', label: 'Print', note: 'a hand-out: timeline and events', startsGroup: true },
] as const

interface Props {
  texts: readonly string[]
  observation: Observation
  now: number
}

export function ObservedExport({ texts, observation, now }: Props): ReactElement {
  const [isWhole, setWhole] = useState(false)
  const [said, setSaid] = useState('')
  const run = async (picked: string): Promise<void> => {
    const caption = captionOf(observation, now, isWhole ? texts : null)
    const name = 'observed-tokens'
    if (picked === 'print') {
      setSaid('')
      return print()
    }
    if (picked === 'markdown') {
      saveText(`${name}.md`, writeFacts(observation, now, caption), 'text/markdown')
      return setSaid(`Saved as ${name}.md.`)
    }
    const picture = document.querySelector<SVGSVGElement>('svg[aria-label="Timeline"]')
    if (picture === null) return
    const sheet = frameSvg(caption, [drawSvg(picture)], readLook())
    if (picked === 'svg') {
      saveText(`${name}.svg`, sheet.text, 'image/svg+xml')
      return setSaid(`Saved as ${name}.svg.`)
    }
    const png = await drawPng(sheet)
    if (png === null) return setSaid('The browser could not draw the picture. Save it as SVG.')
    saveFile(`${name}.png`, png)
    setSaid(`Saved as ${name}.png.`)
  }
  return (
    <div className={css['export']}>
      <span role="status" aria-label="Export" className={css['seed']}>
        {said}
      </span>
      <label className={css['whole']}>
        <input
          type="checkbox"
          checked={isWhole}
          onChange={(event) => setWhole(event.currentTarget.checked)}
        />
        Include the tokens
      </label>
      <MenuButton label="Export" items={ITEMS} onPick={(picked) => void run(picked)}>
        Export
        <Icon name="down" />
      </MenuButton>
      <div className={`print-only ${css['sheet']}`}>
        <p>{tellTime(now)}</p>
        <p>{addressOf(ADDRESS)}</p>
        {isWhole && tellTexts(observation, texts).map((line) => <p key={line}>{line}</p>)}
      </div>
    </div>
  )
}

/** Without `texts` tokens have their names alone. */
function captionOf(
  observation: Observation,
  now: number,
  texts: readonly string[] | null,
): Caption {
  const { tokens, login } = observation
  const whole = texts === null ? [] : tellTexts(observation, texts)
  return {
    title: 'Observed tokens',
    question: null,
    settings: [...tokens.flatMap(({ gaps }) => gaps), ...login.map(({ words }) => words), ...whole],
    time: tellTime(now),
    link: addressOf(ADDRESS),
  }
}

const ADDRESS = '#/session/observed'

const tellTime = (now: number): string =>
  `As of ${tellIso(now)}. We can’t know what the server has revoked. Only the server can.`

const tellTexts = ({ tokens }: Observation, texts: readonly string[]): string[] =>
  texts.map((text, index) => `${tokens[index]?.label ?? ''}: ${text}`)

function writeFacts(observation: Observation, now: number, caption: Caption): string {
  const rows = rowsOf(observation, now).map(({ time, actor, action, token, status, why }) =>
    writeRow([time, actor, action, token, status, why]),
  )
  return [
    `# ${caption.title}`,
    escapeInline(caption.time),
    [writeRow(EVENT_COLUMNS), writeRow(EVENT_COLUMNS.map(() => '---')), ...rows].join('\n'),
    caption.settings.map((line) => `- ${escapeInline(line)}`).join('\n'),
  ]
    .join('\n\n')
    .concat('\n')
}
