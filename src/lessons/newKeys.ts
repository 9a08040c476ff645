/** Which key pair does a lesson sign with? One for each algorithm, made when it is first needed. */
import { makeNewKey, type NewKey } from '../samples/newKey.ts'

/** The key's characters in one run, so that they break wherever there is no room; the two dashed lines stay. */
export function joinPem(pem: string): string {
  const [first = '', ...lines] = pem.trim().split(/\r?\n/)
  const last = lines.pop() ?? ''
  return [first, lines.join(''), last].join('\n')
}

const made = new Map<string, Promise<NewKey | null>>()

/** Lives as long as the page; null where this browser cannot make one. */
export function lessonKey(alg: string): Promise<NewKey | null> {
  const key = made.get(alg) ?? makeNewKey(alg)
  made.set(alg, key)
  return key
}
