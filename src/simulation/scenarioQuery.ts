/** Which scenario does a link ask for, and how is a scenario written into one? ux.md 2.2 and 4.4. */
import { nameInSentence } from '../claims/shortText.ts'
import { nearestName } from '../token/nearestName.ts'
import { type Parameter, parameters } from './parameters.ts'
import type { Scenario } from './scenario.ts'
import { fitServer, type ScenarioNote, tellScenarioNote } from './scenarioNotes.ts'

export type QueryNote =
  | { readonly code: 'unknown'; readonly key: string }
  | { readonly code: 'repeated'; readonly key: string }
  | {
      readonly code: 'unreadable'
      readonly key: string
      readonly value: string
      /** As the object of "needs …". */
      readonly wanted: string
    }
  /** Beyond the slider, and used as it is. */
  | {
      readonly code: 'outside'
      readonly key: string
      readonly value: string
      readonly side: 'below' | 'above'
    }
  /** Another kind of server had to be taken. */
  | { readonly code: 'fitted'; readonly note: ScenarioNote }

/** Keys of the same link that are about what is looked at: playhead, view, speed. */
const viewKeys: ReadonlySet<string> = new Set(['t', 'view', 'speed'])

/**
 * `query` is what stands behind the ?, with or without it; `base` is the preset the link names, or the defaults.
 * What cannot be used is named and left out. Of a key given twice the last counts. Never throws.
 */
export function readScenario(
  query: string,
  base: Scenario,
): { scenario: Scenario; notes: QueryNote[] } {
  const notes: QueryNote[] = []
  const given = new Map<string, string>()
  for (const [key, value] of new URLSearchParams(query)) {
    if (viewKeys.has(key)) continue
    if (!parameters.some((parameter) => parameter.key === key)) notes.push({ code: 'unknown', key })
    else if (given.has(key)) notes.push({ code: 'repeated', key })
    given.set(key, value)
  }
  let scenario = base
  for (const parameter of parameters) {
    const value = given.get(parameter.key)
    if (value !== undefined) scenario = readOne(parameter, value, scenario, notes)
  }
  const fitted = fitServer(scenario)
  notes.push(...fitted.notes.map((note) => ({ code: 'fitted', note }) as const))
  return { scenario: fitted.scenario, notes }
}

function readOne(
  { key, wanted, read, outside }: Parameter,
  value: string,
  scenario: Scenario,
  notes: QueryNote[],
): Scenario {
  const changed = read(value, scenario)
  if (changed === null) {
    notes.push({ code: 'unreadable', key, value, wanted })
    return scenario
  }
  const side = outside(changed)
  if (side !== null) notes.push({ code: 'outside', key, value, side })
  return changed
}

/** What differs from `base`, as `al=300&rot=1`, readable as it is; empty where nothing does. `readScenario` reads it back. */
export function writeScenario(scenario: Scenario, base: Scenario): string {
  return parameters
    .filter(({ write }) => write(scenario) !== write(base))
    .map(({ key, write }) => `${key}=${escapeValue(write(scenario))}`)
    .join('&')
}

/** What stands in a link as it is stays readable. */
const escapeValue = (text: string): string =>
  text.replaceAll(/\p{Cs}/gu, '\ufffd').replaceAll(/[^\w@,/:~.-]/gu, encodeURIComponent)

/** What is in the link, and what became of it. */
export function tellQueryNote(note: QueryNote): string {
  switch (note.code) {
    case 'unknown': {
      const known = parameters.map(({ key }) => key)
      // the keys are short: two slips lead from any to any other
      const nearest = nearestName(note.key, known, note.key.length > 3 ? 2 : 1)
      const hint = nearest === null ? '' : ` Did you mean ${nearest}?`
      return `Ignored: ${nameInSentence(note.key)}. The lab has no such setting.${hint}`
    }
    case 'repeated':
      return `${note.key} stands in the link more than once. The last one counts.`
    case 'unreadable':
      return `${note.key} is ${nameInSentence(note.value)}, and needs ${note.wanted}. It keeps its value.`
    case 'outside':
      return `${note.key} is ${note.value}, ${note.side} what its slider reaches. It is used as it is.`
    case 'fitted':
      return tellScenarioNote(note.note)
    default:
      return note satisfies never
  }
}
