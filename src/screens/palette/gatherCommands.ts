/** What can the page go to or do, by name? ux.md 6.1. */
import { pageAddress, type ReferencePage, SECTIONS } from '../../reference/page.ts'
import { SAMPLES } from '../../samples/samples.ts'
import { presets } from '../../simulation/presets.ts'
import { loadSample } from '../../state/acts.ts'
import { forgetEverything } from '../../state/forget.ts'
import type { Inspector } from '../../state/inspectorStore.ts'
import { readingOf } from '../../state/inspectorView.ts'
import { point } from '../../state/linkActs.ts'
import { linkableOf } from '../../state/linkView.ts'
import { walkTo } from '../../state/walk.ts'
import type { ByteRange } from '../../token/carrier.ts'
import { tellPath } from '../../token/claimPath.ts'
import { linkNodes } from '../../token/link.ts'
import { goTo, PLACES } from '../places.ts'
import { currentRoute } from '../route.ts'
import type { Command } from './findCommands.ts'

/** More claims and parameters than these are found in their lists. */
const MOST_CLAIMS = 500

/** Views, places, acts, claims and parameters of the shown token, samples, sessions, and the reference once it is here. */
export function gatherCommands(inspector: Inspector, pages: readonly ReferencePage[]): Command[] {
  return [
    ...VIEWS.map(([name, address, detail]) => ({
      id: `view ${address}`,
      group: 'View',
      name,
      detail,
      address,
    })),
    ...(currentRoute().view === 'debug' ? PLACE_COMMANDS : []),
    ...actsOn(inspector),
    ...claimsIn(inspector),
    ...SAMPLES.map(({ id, label, note }) => ({
      id: `sample ${id}`,
      group: 'Sample',
      name: label,
      detail: note,
      address: '#/debug',
      act: () => void loadSample(id),
    })),
    ...presets.map(({ slug, title, question }) => ({
      id: `session ${slug}`,
      group: 'Session',
      name: title,
      detail: question ?? '',
      address: `#/session/${slug}`,
    })),
    ...pages.map(({ section, id, title }) => ({
      id: `reference ${section} ${id}`,
      group: 'Reference',
      name: title,
      detail: SECTIONS[section],
      address: pageAddress(section, id),
    })),
  ]
}

const VIEWS = [
  ['Debug', '#/debug', 'Take a token apart'],
  ['Session', '#/session', 'Watch tokens live and die'],
  ['Learn', '#/learn', 'Lessons'],
  ['Attack', '#/attack', 'Forge a token, then mend the server'],
  ['Compare', '#/compare', 'Two tokens, claim by claim'],
  ['Reference', '#/ref', 'Every name, finding and message'],
  ['Privacy', '#/privacy', 'What can leave this page, and how to check it'],
] as const

const PLACE_COMMANDS: Command[] = Object.entries(PLACES).map(([key, { name, selector }]) => ({
  id: `place ${key}`,
  group: 'Place',
  name: `Go to ${name}`,
  detail: `G then ${key.toUpperCase()}`,
  address: '#/debug',
  act: () => goTo(selector),
}))

function actsOn(inspector: Inspector): Command[] {
  if (readingOf(inspector).form === 'empty') return []
  return [
    {
      id: 'act walk',
      group: 'Act',
      name: 'Walk through the token',
      detail: 'W',
      address: '#/debug',
      act: () => walkTo(0),
    },
    {
      id: 'act clear',
      group: 'Act',
      name: 'Clear everything',
      detail: 'Tokens and keys',
      address: '#/debug',
      act: forgetEverything,
    },
  ]
}

/** Each is pinned, so that its characters stay lit. */
function claimsIn(inspector: Inspector): Command[] {
  const token = linkableOf(inspector)
  const named = (part: 'header' | 'payload', group: string): Command[] =>
    linkNodes(token, part)
      .slice(0, MOST_CLAIMS)
      .flatMap(({ path, ...range }, index) =>
        path === null
          ? []
          : [
              {
                id: `${part} ${index}`,
                group,
                name: tellPath(path),
                detail: `in the ${part}`,
                address: '#/debug',
                act: () => pin(range),
              },
            ],
      )
  return [...named('payload', 'Claim'), ...named('header', 'Parameter')]
}

function pin(range: ByteRange): void {
  point('pin', range)
  document.querySelector('#token-box')?.scrollIntoView({ block: 'nearest' })
}
