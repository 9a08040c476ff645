/** Which settings can be turned, in which order and under which names? ux.md 4.4. */
import { serverKinds } from '../../simulation/scenario.ts'

interface Named {
  /** In a link. */
  readonly key: string
  readonly label: string
}

export type Field =
  | (Named & { readonly kind: 'number'; readonly unit?: string; readonly min?: number })
  | (Named & { readonly kind: 'switch' })
  | (Named & { readonly kind: 'text'; readonly hint: string })
  | (Named & {
      readonly kind: 'choice'
      readonly options: readonly (readonly [value: string, label: string])[]
    })

export interface Group {
  readonly title: string
  readonly fields: readonly Field[]
}

const number = (key: string, label: string, min = 0): Field => ({
  kind: 'number',
  key,
  label,
  min,
  unit: 's',
})
const toggle = (key: string, label: string): Field => ({ kind: 'switch', key, label })
const choice = (
  key: string,
  label: string,
  options: readonly (readonly [value: string, label: string])[],
): Field => ({ kind: 'choice', key, label, options })

export const groups: readonly Group[] = [
  {
    title: 'Server',
    fields: [
      choice(
        'srv',
        'Server',
        Object.entries(serverKinds).map(([kind, { label }]) => [kind, label]),
      ),
      number('al', 'Access lifetime'),
      number('rl', 'Refresh lifetime'),
      number('lw', 'Leeway'),
      toggle('rot', 'Rotate refresh tokens'),
      toggle('bl', 'Blacklist after rotation'),
      toggle('blapp', 'Blacklist app installed'),
      choice('reuse', 'Reuse detection', [
        ['none', 'None'],
        ['reject', 'Refuse only'],
        ['family', 'Revoke the family'],
      ]),
      number('grace', 'Overlap'),
      choice('slide', 'Sliding', [
        ['none', 'None'],
        ['renew', 'Rotation renews'],
        ['token', 'Sliding token'],
      ]),
      { kind: 'text', key: 'cap', label: 'Session cap', hint: 'seconds, or none' },
      { kind: 'number', key: 'api', label: 'API clock offset', unit: 's' },
    ],
  },
  {
    title: 'App',
    fields: [
      choice('client', 'Client strategy', [
        ['none', 'Never refresh'],
        ['on401', 'Refresh on 401'],
        ['early', 'Before expiry'],
        ['check', 'Check each call'],
      ]),
      number('early', 'Refresh early by'),
      toggle('sf', 'One refresh at a time'),
      { kind: 'number', key: 'skew', label: 'Client clock offset', unit: 's' },
      { kind: 'text', key: 'rq', label: 'Request every', hint: 'seconds, 5x2@600 or manual' },
      { kind: 'text', key: 'away', label: 'Laptop closed', hint: '900-86280, or none' },
      { kind: 'number', key: 'tabs', label: 'Tabs', min: 1 },
      number('lat', 'Latency'),
    ],
  },
  {
    title: 'Thief and logout',
    fields: [
      { kind: 'text', key: 'steal', label: 'Theft', hint: 'refresh@120~360/60, or none' },
      { kind: 'text', key: 'out', label: 'Logout', hint: 'blacklist@600, or none' },
    ],
  },
  {
    title: 'Run',
    fields: [number('end', 'Ends after'), { kind: 'number', key: 'seed', label: 'Seed', min: 0 }],
  },
]

/** Why a text is no value of the field: what it is where that helps, else what is wanted. */
export function tellUnread(field: Field, typed: string, wanted: string): string {
  const { label } = field
  const value = typed.trim() === '' ? Number.NaN : Number(typed)
  if (field.kind === 'number' && field.min !== undefined && value < field.min)
    return `${label} is ${typed}, and cannot be below ${field.min}.`
  if (/^-?\d+\.\d{4,}$/.test(typed)) return `${label} takes three decimals at most, as in 0.125.`
  if (Math.abs(value) >= 1e10) return `${label} takes ten digits at most.`
  return `${label} needs ${wanted}.`
}
