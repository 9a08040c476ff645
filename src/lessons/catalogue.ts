/** Which lessons are there, in which order, and which few for somebody short of time? One line a lesson. ux.md 5.3. */
import { claimsLesson } from './course/claims.ts'
import { headerLesson } from './course/header.ts'
import { issuerLesson } from './course/issuer.ts'
import { carryLesson } from './course/carry.ts'
import { djangoLesson } from './course/django.ts'
import { leakLesson } from './course/leak.ts'
import type { Lesson } from './lesson.ts'
import { lifetimesLesson } from './course/lifetimes.ts'
import { meetLesson } from './course/meet.ts'
import { readableLesson } from './course/readable.ts'
import { productionLesson } from './course/production.ts'
import { projectLesson } from './course/project.ts'
import { signatureLesson } from './course/signature.ts'
import { whyLesson } from './course/why.ts'

export const GROUPS = ['Read it', 'Trust it', 'Live with it', 'Ship it'] as const

export interface Entry {
  /** As it stands before the title; the project has none. */
  number: number | null
  group: (typeof GROUPS)[number]
  lesson: Lesson
}

export const CATALOGUE: readonly Entry[] = [
  { number: 1, group: 'Read it', lesson: meetLesson },
  { number: 2, group: 'Read it', lesson: readableLesson },
  { number: 3, group: 'Read it', lesson: headerLesson },
  { number: 4, group: 'Read it', lesson: claimsLesson },
  { number: 5, group: 'Trust it', lesson: signatureLesson },
  { number: 6, group: 'Trust it', lesson: whyLesson },
  { number: 7, group: 'Trust it', lesson: carryLesson },
  { number: 8, group: 'Trust it', lesson: issuerLesson },
  { number: 9, group: 'Live with it', lesson: lifetimesLesson },
  { number: 10, group: 'Live with it', lesson: leakLesson },
  { number: 11, group: 'Ship it', lesson: djangoLesson },
  { number: 12, group: 'Ship it', lesson: productionLesson },
  { number: null, group: 'Ship it', lesson: projectLesson },
]

/** The entry of that slug; undefined where there is none. */
export const entryNamed = (slug: string): Entry | undefined =>
  CATALOGUE.find(({ lesson }) => lesson.slug === slug)

export interface Path {
  who: string
  /** In order; those that are not in the catalogue are left out. */
  slugs: readonly string[]
  /** What comes after them, in the lab. */
  thenSession?: true
}

/** For somebody short of time. */
export const PATHS: readonly Path[] = [
  { who: 'I have never seen a token', slugs: ['meet', 'readable', 'signature', 'lifetimes'] },
  { who: 'My token does not work', slugs: ['header', 'carry', 'lifetimes'] },
  { who: 'I have a class on Monday', slugs: ['lifetimes', 'leak'], thenSession: true },
]
