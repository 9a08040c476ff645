/** What does a link ask for that this page does not know, and what did it mean? E20 of ux.md 7.2. */
import { SAMPLE_IDS } from '../samples/sampleIds.ts'
import { nearestName } from '../token/nearestName.ts'

const KNOWN: Record<string, readonly string[]> = {
  setting: ['sample', 'focus', 'walk'],
  sample: SAMPLE_IDS,
  page: ['/debug', '/session', '/learn', '/attack', '/compare', '/ref', '/privacy', '/more'],
}

/** `unknown` holds one thing or more, each as the address names it: “the setting sampel”, “the page /lern”. */
export function tellUnknown(unknown: readonly string[]): string {
  const meant = unknown.flatMap((one) => {
    const [, kind = '', name = ''] = /^the (\w+) (.*)$/s.exec(one) ?? []
    return nearestName(name, KNOWN[kind] ?? []) ?? []
  })
  const hint = meant.length === 0 ? '' : ` Did you mean ${meant.join(', ')}?`
  return `This link asks for what this page does not know: ${unknown.join(', ')}.${hint} The rest of it was applied.`
}
