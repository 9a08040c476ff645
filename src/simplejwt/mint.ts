/** Which claims do new tokens get, in which order? SimpleJWT `Token`, OBTAIN and MINT of behaviour.md 2. */
import { MintedToken } from './mintedToken.ts'
import type { Payload } from './pythonJson.ts'
import { milliseconds, type PythonValue } from './pythonValue.ts'
import type { Moment, Server } from './server.ts'
import type { Settings } from './settings.ts'
import type { User } from './stores.ts'

type Draft = Map<string | null, PythonValue>

/** Whole unix seconds, the fraction cut, `lifetime` seconds from now. */
function endOf({ at }: Moment, lifetime: number): number {
  return Math.floor((at + milliseconds(lifetime)) / 1000)
}

export function draftRefresh(server: Server, moment: Moment, user: User): Draft {
  const draft = startDraft(server, moment, 'refresh', server.settings.REFRESH_TOKEN_LIFETIME)
  return nameUser(draft, server, user)
}

export function draftSliding(server: Server, moment: Moment, user: User): Draft {
  const { settings } = server
  const draft = startDraft(server, moment, 'sliding', settings.SLIDING_TOKEN_LIFETIME)
  draft.set(
    settings.SLIDING_TOKEN_REFRESH_EXP_CLAIM,
    endOf(moment, settings.SLIDING_TOKEN_REFRESH_LIFETIME),
  )
  return nameUser(draft, server, user)
}

/** An access token takes over all that is not its own; before 5.5.1 the iat of the login too. */
export function draftAccess(server: Server, moment: Moment, refresh: Payload): Draft {
  const { settings, release } = server
  const draft = startDraft(server, moment, 'access', settings.ACCESS_TOKEN_LIFETIME)
  const kept = new Set([settings.TOKEN_TYPE_CLAIM, 'exp', settings.JTI_CLAIM, 'jti'])
  if (!release.copiesIat) kept.add('iat')
  for (const [name, value] of refresh) if (!kept.has(name)) draft.set(name, value)
  return draft
}

/** The same token anew: rotation gives it another jti. */
export function draftRotated(server: Server, moment: Moment, refresh: Payload): Draft {
  const { settings } = server
  return new Map(refresh)
    .set(settings.JTI_CLAIM, moment.makeJti())
    .set('exp', endOf(moment, settings.REFRESH_TOKEN_LIFETIME))
    .set('iat', endOf(moment, 0))
}

/** The same token with a later exp: a sliding refresh keeps jti and refresh_exp. */
export function draftSlid(server: Server, moment: Moment, sliding: Payload): Draft {
  return new Map(sliding)
    .set('exp', endOf(moment, server.settings.SLIDING_TOKEN_LIFETIME))
    .set('iat', endOf(moment, 0))
}

/** aud and iss are written last, or over what is there. */
export function mint({ settings, signatures }: Server, draft: Payload): MintedToken {
  const payload = new Map(draft)
  if (settings.AUDIENCE !== null) payload.set('aud', settings.AUDIENCE)
  if (settings.ISSUER !== null) payload.set('iss', settings.ISSUER)
  return new MintedToken(payload, signatures)
}

function startDraft({ settings }: Server, moment: Moment, type: string, lifetime: number): Draft {
  return new Map<string | null, PythonValue>([[settings.TOKEN_TYPE_CLAIM, type]])
    .set('exp', endOf(moment, lifetime))
    .set('iat', endOf(moment, 0))
    .set(settings.JTI_CLAIM, moment.makeJti())
}

function nameUser(draft: Draft, { settings, release }: Server, user: User): Draft {
  const id = fieldOf(user, settings.USER_ID_FIELD)
  draft.set(settings.USER_ID_CLAIM, release.writesUserAsText ? String(id) : id)
  if (release.hasUserChecks && settings.CHECK_REVOKE_TOKEN)
    draft.set(settings.REVOKE_TOKEN_CLAIM, user.passwordDigest)
  return draft
}

const fieldOf = (user: User, field: Settings['USER_ID_FIELD']): number | string =>
  field === 'username' ? user.username : user.id
