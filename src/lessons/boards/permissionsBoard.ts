/** How many permissions does a token carry before a server refuses the header? Limits measured on real servers. */
import { DEMO_SECRET } from '../../samples/freshPair.ts'
import { writeUtf8 } from '../../token/utf8.ts'
import { signHmacToken } from '../../verification/signToken.ts'
import limits from '../data/header-limits.json'
import { factsOf, writeFacts } from '../facts.ts'
import type { LessonToken } from '../lessonToken.ts'

export const STACKS = [
  'nginx+gunicorn',
  'gunicorn',
  'nginx32k+gunicorn',
  'nginx+gunicorn-unlimited',
  'runserver',
] as const

export type Stack = (typeof STACKS)[number]

export const MOST_PERMISSIONS = 2600

export interface PermissionsState {
  stack: Stack
  /** 0 to MOST_PERMISSIONS. */
  count: number
}

export const stackLabels: Readonly<Record<Stack, string>> = {
  'nginx+gunicorn': 'nginx and gunicorn, stock settings',
  gunicorn: 'gunicorn alone, stock settings',
  'nginx32k+gunicorn': 'nginx with buffers of 32k, gunicorn stock',
  'nginx+gunicorn-unlimited': 'nginx stock, gunicorn without limits',
  runserver: 'runserver',
}

interface Recorded {
  status: number
  statusLine: string
  contentType: string
  server: string | null
  body: string
}

export interface HeaderView {
  token: string
  /** `Authorization: Bearer …` without its line end; bytes. */
  lineLength: number
  limit: number
  /** What the stack answered when the line was too long; null where this one is let through. */
  refused: Recorded | null
}

const PREFIX = 'Authorization: Bearer '

/** `app.view_model001`, counted from 1. */
export const permissionNamed = (number: number): string =>
  `app.view_model${String(number).padStart(3, '0')}`

export function viewHeader({ stack, count }: PermissionsState, token: LessonToken): HeaderView {
  const text = tokenWith(count, token)
  const { largestLine, refused } = limitsOf(stack)
  const lineLength = PREFIX.length + text.length
  return {
    token: text,
    lineLength,
    limit: largestLine,
    refused: lineLength > largestLine ? refused : null,
  }
}

/** The number of the permission that is one too many; null where MOST_PERMISSIONS fit. */
export function firstTooMany(stack: Stack, token: LessonToken): number | null {
  const isRefused = (count: number): boolean => viewHeader({ stack, count }, token).refused !== null
  if (!isRefused(MOST_PERMISSIONS)) return null
  let fits = 0
  let breaks = MOST_PERMISSIONS
  if (isRefused(fits)) return 0
  while (breaks - fits > 1) {
    const middle = Math.floor((fits + breaks) / 2)
    if (isRefused(middle)) breaks = middle
    else fits = middle
  }
  return breaks
}

/** The learner’s claims and the list, really signed. */
function tokenWith(count: number, token: LessonToken): string {
  const names = Array.from({ length: count }, (_, index) => permissionNamed(index + 1))
  const facts = factsOf(token.claims).filter(({ name }) => name !== 'permissions')
  const list = { name: 'permissions', json: JSON.stringify(names), texts: names }
  const payload = writeFacts(count === 0 ? facts : [...facts, list])
  return signHmacToken('{"alg":"HS256","typ":"JWT"}', payload, 'HS256', writeUtf8(DEMO_SECRET))
}

function limitsOf(stack: Stack): { largestLine: number; refused: Recorded } {
  const found = limits.limits.find(({ id }) => id === stack)
  if (found === undefined) throw new Error(`no limits were measured for ${stack}`)
  return found
}
