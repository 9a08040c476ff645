/** Which lesson, which step, for whom and on which example does the address name? contract.md `#/learn`. */
import { SAMPLE_IDS, type SampleId } from '../../samples/sampleIds.ts'
import { visible } from '../../token/visible.ts'

export interface LessonAddress {
  /** Empty for the list. */
  slug: string
  /** From 1; NaN where it is no number. */
  step: number
  isTeacher: boolean
  sample: SampleId | null
  /** What the link asks for that this page does not know, in words. */
  unknown: readonly string[]
}

const LONGEST = 60

export function readLessonAddress(fragment: string): LessonAddress {
  const [path = '', query = ''] = fragment.split('?', 2)
  const [, , slug = '', step = '1'] = path.split('/')
  const address = { slug, step: /^\d+$/.test(step) ? Number(step) : Number.NaN }
  const unknown: string[] = []
  let isTeacher = false
  let sample: SampleId | null = null
  for (const [name, value] of new URLSearchParams(query)) {
    if (name === 'teacher') isTeacher = value !== '0'
    else if (name === 'sample') {
      sample = SAMPLE_IDS.find((id) => id === value) ?? null
      if (sample === null) unknown.push(`the sample ${visible(value.slice(0, LONGEST))}`)
    } else unknown.push(`the setting ${visible(name.slice(0, LONGEST))}`)
  }
  return { ...address, isTeacher, sample, unknown }
}

/** The address of another step, for the same person on the same example. */
export function stepAddress(
  slug: string,
  step: number,
  { isTeacher, sample }: Pick<LessonAddress, 'isTeacher' | 'sample'>,
): string {
  const query = new URLSearchParams()
  if (sample !== null) query.set('sample', sample)
  if (isTeacher) query.set('teacher', '1')
  return `#/learn/${slug}/${step}${query.size > 0 ? `?${query}` : ''}`
}
