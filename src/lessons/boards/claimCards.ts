/** Which cards do the claims of a token make, and what is said of each in every bin? RFC 7519 §4. */
import { classifyClaim, type ClaimKind } from '../../claims/classifyClaim.ts'
import { shown } from '../../token/quote.ts'
import type { LessonToken } from '../lessonToken.ts'
import type { Bin, Card } from './sortBoard.ts'

const KINDS: readonly ClaimKind[] = ['Registered', 'Public', 'Private']

export const claimBins: readonly Bin[] = KINDS.map((kind) => ({ id: kind, label: kind }))

/** Those of the notes' example come first: one of each kind. */
const EXAMPLE = ['sub', 'name', 'admin']

/** More would be a chore. */
const MOST = 9

/** A card a name, of the example and of the token, each once. */
export function claimCards({ claims }: LessonToken): Card[] {
  const names = new Set([...EXAMPLE, ...claims.members.map(({ name }) => name)])
  return [...names].slice(0, MOST).map(cardOf)
}

function cardOf(name: string): Card {
  const { kind, reason } = classifyClaim(name)
  const others = KINDS.filter((other) => other !== kind)
  return {
    id: name,
    text: shown(name),
    bin: kind,
    reason,
    notIn: Object.fromEntries(others.map((other) => [other, tellWrong(name, other, kind)])),
  }
}

function tellWrong(name: string, bin: ClaimKind, kind: ClaimKind): string {
  switch (bin) {
    case 'Registered':
      return `${shown(name)} is not among the seven names of RFC 7519: iss, sub, aud, exp, nbf, iat and jti.`
    case 'Public':
      return kind === 'Registered'
        ? `${shown(name)} is one of the seven names of RFC 7519 itself.`
        : `${shown(name)} does not stand in the IANA registry, and anybody else could choose it too.`
    case 'Private':
      return kind === 'Registered'
        ? `No two sides had to agree on ${shown(name)}: RFC 7519 defines it for all.`
        : `Others rely on ${shown(name)} as well. ${classifyClaim(name).reason}`
    default:
      return bin satisfies never
  }
}
