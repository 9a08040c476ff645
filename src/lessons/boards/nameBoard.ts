/** Does a claim's name mean something else to somebody else? RFC 7519 §4.2 and §4.3. */
import { classifyClaim, type ClaimKind } from '../../claims/classifyClaim.ts'
import { publicClaimNames, registeredClaimNames } from '../../claims/claimNames.ts'
import { shown } from '../../token/quote.ts'
import type { LessonToken } from '../lessonToken.ts'

export interface NameState {
  name: string
  /** The claim's value as JSON text. */
  value: string
}

export interface NameSeen extends NameState {
  kind: ClaimKind
  reason: string
  /** Who else uses the name, and for what; null where nobody is known to. */
  collision: string | null
}

/** What the partner in this lesson calls its own claims. */
export const PARTNER_CLAIMS: readonly (readonly [name: string, meaning: string])[] = [
  ['role', 'a job title, such as “driver”'],
  ['level', 'a storey of the car park'],
  ['group', 'a blood group'],
  ['plan', 'a floor plan'],
  ['status', 'married or single'],
  ['account', 'a bank account'],
]

export function seeName(state: NameState): NameSeen {
  const name = state.name.trim()
  return { ...state, ...classifyClaim(name), collision: collisionOf(name) }
}

function collisionOf(name: string): string | null {
  if (registeredClaimNames.has(name))
    return `Every JWT library reads ${shown(name)} its own way: RFC 7519 has given it a meaning.`
  if (publicClaimNames.has(name))
    return `The IANA registry has given ${shown(name)} a meaning, and other programs rely on it.`
  const found = PARTNER_CLAIMS.find(([claim]) => claim === name)
  return found === undefined ? null : `Your partner reads ${shown(name)} as ${found[1]}.`
}

/** The learner's first private claim that collides with nothing; one made up where there is none. */
export function startName({ claims }: LessonToken): NameState {
  const own = claims.members.find(
    ({ name }) => name.trim() !== '' && name.length < 30 && isFree(seeName({ name, value: '' })),
  )
  if (own === undefined) return { name: 'loyalty', value: '"gold"' }
  const { value } = own
  return {
    name: own.name,
    value: value.kind === 'string' ? JSON.stringify(value.value).slice(0, 40) : '1',
  }
}

const isFree = ({ kind, collision }: NameSeen): boolean => kind === 'Private' && collision === null

/** A name of the learner's own that nobody else can come to choose. */
export const isOwnName = ({ kind, collision }: NameSeen): boolean =>
  kind === 'Public' && collision === null
