/** In which forms does the session on the screen go out, and how does one come in? ux.md 4.11. */
import { type ReactElement, useState } from 'react'
import type { Caption } from '../../../simulation/caption.ts'
import { writeMarkdown } from '../../../simulation/markdown.ts'
import { writeMermaid } from '../../../simulation/mermaid.ts'
import { tellInstant } from '../../../simulation/tellInstant.ts'
import { writeSessionJson } from '../../../state/sessionJson.ts'
import { signAll } from '../../../state/labSigner.ts'
import { playheadAt } from '../../../state/sessionPlayhead.ts'
import { windowAt } from '../../../state/sessionWindow.ts'
import type { View } from '../../../state/sessionLink.ts'
import { type Session, sessionStore, timelineOf } from '../../../state/sessionStore.ts'
import { Icon } from '../../../ui/Icon.tsx'
import { MenuButton } from '../../../ui/MenuButton.tsx'
import { useChosenView, VIEW_NAMES } from '../useChosenView.ts'
import { captionOf } from './caption.ts'
import css from './ExportMenu.module.css'
import { frameSvg } from './frameSvg.ts'
import { ImportDialog } from './ImportDialog.tsx'
import { printSheet } from './printing.ts'
import { drawPng, saveFile, saveText } from './saveFile.ts'
import { drawSequence } from './sequenceSvg.ts'
import { drawRow, drawSvg, readLook } from './snapshot.ts'
import { drawTable } from './tableSvg.ts'

const ITEMS = [
  { id: 'png', label: 'PNG picture', note: 'in twice its size' },
  { id: 'svg', label: 'SVG picture', note: 'its text stays text' },
  { id: 'link', label: 'Copy link', note: 'settings, edits and playhead', startsGroup: true },
  { id: 'json', label: 'JSON', note: 'the same as a file; Open JSON reads it back' },
  { id: 'mermaid', label: 'Mermaid', note: 'text of a sequence diagram' },
  { id: 'markdown', label: 'Markdown', note: 'events and transcript' },
  {
    id: 'print',
    label: 'Print',
    note: 'a hand-out: questions, timeline, events',
    startsGroup: true,
  },
  { id: 'open', label: 'Open JSON', note: 'paste it or choose its file', startsGroup: true },
] as const

type Act = (typeof ITEMS)[number]['id']

/** They draw what is looked at, and say what that is. */
const PICTURES: ReadonlySet<string> = new Set<Act>(['png', 'svg'])

export function ExportMenu(): ReactElement {
  const view = useChosenView()
  const [said, setSaid] = useState('')
  const [isOpening, setOpening] = useState(false)
  const run = async (act: Act): Promise<void> => {
    setSaid('')
    if (act === 'open') setOpening(true)
    else setSaid(await send(act, sessionStore.getState(), view))
  }
  return (
    <div className={css['export']}>
      <MenuButton
        label="Export"
        items={ITEMS.map((item) =>
          PICTURES.has(item.id) ? { ...item, note: `${VIEW_NAMES[view]}, ${item.note}` } : item,
        )}
        onPick={(picked) => {
          const item = ITEMS.find(({ id }) => id === picked)
          if (item) void run(item.id)
        }}
      >
        Export
        <Icon name="down" />
      </MenuButton>
      <p role="status" aria-label="Export" className={css['said']}>
        {said}
      </p>
      {isOpening && <ImportDialog onClose={() => setOpening(false)} />}
    </div>
  )
}

/** What became of it, in a sentence. */
async function send(act: Exclude<Act, 'open'>, session: Session, view: View): Promise<string> {
  const { slug } = session.preset
  const timeline = timelineOf(session)
  const caption = captionOf(session)
  switch (act) {
    case 'png': {
      const png = await drawPng(drawSheet(session, caption, view))
      if (png === null) return 'The browser could not draw the picture. Save it as SVG.'
      return save(`${slug}.png`, png)
    }
    case 'svg':
      return save(`${slug}.svg`, drawSheet(session, caption, view).text, 'image/svg+xml')
    case 'link':
      return navigator.clipboard.writeText(caption.link).then(
        () => 'Link copied.',
        () => 'The browser refused to copy. The link stands in the address bar.',
      )
    case 'json': {
      const { instant, count } = session.playhead
      const isWhole = playheadAt(timeline, instant).count === count
      return save(`${slug}.json`, writeSessionJson(session, isWhole), 'application/json')
    }
    case 'mermaid':
      return save(`${slug}.mmd`, writeMermaid(timeline, caption), 'text/plain')
    case 'markdown':
      await signAll(timeline.tokens)
      return save(`${slug}.md`, writeMarkdown(timeline, caption), 'text/markdown')
    case 'print':
      printSheet()
      return ''
    default:
      return act satisfies never
  }
}

function save(name: string, content: Blob | string, type = ''): string {
  if (typeof content === 'string') saveText(name, content, type)
  else saveFile(name, content)
  return `Saved as ${name}.`
}

/** What is looked at; presented, that is the lanes, which say in the title which stretch they show. */
function drawSheet(session: Session, caption: Caption, view: View): ReturnType<typeof frameSvg> {
  const look = readLook()
  const timeline = timelineOf(session)
  const { count } = session.playhead
  const lanes = document.querySelector<SVGSVGElement>('#session-lanes')
  const legend = document.getElementById('session-legend')
  const parts =
    lanes !== null
      ? [drawSvg(lanes), ...(legend === null ? [] : [drawRow(legend)])]
      : [view === 'table' ? drawTable(timeline, count, look) : drawSequence(timeline, count, look)]
  const title = lanes === null ? caption.title : `${caption.title}${tellStretch(session)}`
  return frameSvg({ ...caption, title }, parts, look)
}

/** `, 0:00 to 12:00 of 24:10:00`; empty where all of it is shown. */
function tellStretch(session: Session): string {
  const timeline = timelineOf(session)
  const { from, until } = windowAt(timeline, session.window, session.playhead)
  if (from === 0 && until === timeline.horizon) return ''
  return `, ${tellInstant(from)} to ${tellInstant(until)} of ${tellInstant(timeline.horizon)}`
}
